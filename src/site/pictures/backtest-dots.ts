import type { Answer } from "../../ask/ask.ts";
import { counted } from "../../base/format.ts";
import type { DrawnPicture } from "../picture.ts";

/** Every measurement that is scored: what the model said by what was measured, on the line where both are equal. */
export function backtestDots({ events, totals }: Pick<Answer<"backtest">, "events" | "totals">): DrawnPicture | undefined {
  const dots = events.flatMap(({ id, rows }) =>
    rows.flatMap(({ what, of, unit, score }, at) => {
      if (score === null || score.direction.predicted === "delay") return [];
      const { low, high } = score.measuredLoss;
      const { predictedLoss: said } = score;
      return [
        {
          label: `${id}, ${at + 1}: ${what} of ${of} (${unit})`,
          x: [low, (low + high) / 2, high] as const,
          y: [said.low, said.median, said.high] as const,
          isSolid: score.hit,
        },
      ];
    }),
  );
  if (dots.length === 0) return undefined;
  const delays = totals.all.scored - dots.length;
  return {
    kind: "drawn",
    title: "What the model said against what was measured",
    unit: `part lost, 80% interval of the model; a rise stands at 0${delays > 0 ? `; ${counted(delays, "delay")} not drawn` : ""}`,
    summary: `${totals.all.hits} of ${totals.all.scored} measurements lie within the 80% interval of the model.`,
    shape: {
      kind: "dots",
      x: "measured",
      y: "said by the model",
      areAlike: true,
      arePart: true,
      solid: "measured within the interval",
      hollow: "outside",
      dots,
    },
  };
}
