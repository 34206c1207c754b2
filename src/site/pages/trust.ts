import type { Answer } from "../../ask/ask.ts";
import { views } from "../../ask/views.ts";
import { say } from "../../base/message.ts";
import { section } from "../../report/blocks.ts";
import { factsView } from "../../report/facts/facts.ts";
import { gapsView } from "../../report/facts/gaps.ts";
import { statusView } from "../../report/workspace/status.ts";
import { named } from "../named.ts";
import { ofView } from "../of-view.ts";
import type { PageOf } from "../page.ts";
import type { DrawnPicture } from "../picture.ts";
import { barPicture, boundBar, partBar } from "../pictures.ts";
import { leadOf } from "../shorten.ts";

/** How far the model can be trusted, on shocks that happened. */
export const backtestsPage: PageOf = {
  path: "/backtests",
  async page(_, ask) {
    const report = await ask("backtest", {});
    const view = (await views.backtest!())(report);
    return {
      title: report.question,
      finding: leadOf(report.finding),
      picture: backtestDots(report) ?? coverage(report),
      pictures: [coverage(report)].flatMap((each) => each ?? []),
      ...ofView(view),
      steps: [{ label: "What others published", path: "published" }],
    };
  },
};

const coverage = ({ totals }: Answer<"backtest">) =>
  barPicture(
    "Measurements within the 80% interval of the model",
    "part of what was measured",
    (["all", "outages", "measures"] as const).flatMap((kind) => {
      const { coverage: part, hits, scored } = totals[kind];
      return part === null ? [] : [{ ...partBar(kind, [part, part, part]), text: say("trust.hits", { hits, scored }) }];
    }),
    1,
  );

/** What others published on the same questions. */
export const publishedPage: PageOf = {
  path: "/published",
  async page(_, ask) {
    const report = await ask("published", {});
    const view = (await views.published!())(report);
    const names = { scenario: new Map(report.scenarios.map(({ id, name }) => [id, name])) };
    return { title: report.question, finding: leadOf(report.finding), ...named(ofView(view), names) };
  },
};

/** What is loaded, what is doubtful and what is missing. */
export const dataPage: PageOf = {
  path: "/data",
  async page(_, ask) {
    const [status, facts, gaps] = await Promise.all([ask("status"), ask("facts", {}), ask("gaps", {})]);
    const [loaded, checked, missing] = [statusView(status), factsView(facts), gapsView(gaps)];
    return {
      title: "What is loaded, how fresh is it, and what is missing?",
      takesLists: true,
      finding: leadOf(`${loaded.finding} ${missing.finding}`, 60),
      picture: barPicture("Unknowns that move answers most", "part of final output, mean of homes", missingBars(gaps), 1),
      blocks: [...loaded.blocks, section("What is missing", missing.blocks), section("What is doubtful", checked.blocks)],
      details: [...loaded.details, ...missing.details, ...checked.details],
      evidence: gaps.evidence,
    };
  },
};

/** Without a known supplier nothing is a figure: anything up to that may hang on one. */
const missingBars = ({ gaps }: Pick<Answer<"gaps">, "gaps">) =>
  gaps.map(({ technology: id, name, unknown, grade, moves }) => {
    const label = `${name}: ${unknown}`;
    const link = { to: "technology", id } as const;
    return grade === null ? boundBar(label, moves, link) : partBar(label, [moves, moves, moves], link);
  });

/** Every measurement that is scored: what the model said by what was measured, on the line where both are equal. */
export function backtestDots({ events, totals }: Pick<Answer<"backtest">, "events" | "totals">): DrawnPicture | undefined {
  const dots = events.flatMap(({ id, rows }) =>
    rows.flatMap(({ what, of, unit, score }, at) => {
      if (score === null || score.direction.predicted === "delay") return [];
      const { low, high } = score.measuredLoss;
      const { predictedLoss: said } = score;
      return [
        {
          label: say("trust.measurement", { id, at: at + 1, what, of, unit }),
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
    unit: say("trust.part-lost", { delays: delays > 0 ? say("trust.delays-not-drawn", { delays }) : "" }),
    summary: say("trust.within-interval", { hits: totals.all.hits, scored: totals.all.scored }),
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
