import type { HalfLifeReport } from "../../answers/half-life/half-life-report.ts";
import { decayWords, halfLifeWords } from "../../answers/half-life/half-life-words.ts";
import { percent, percentInterval, usdBnInterval } from "../../base/format.ts";
import type { Section } from "../page/section.ts";

type Told = Pick<HalfLifeReport, "decays" | "months" | "horizon" | "withholding" | "loses">;

/** Months whose survival is shown. */
const shownMonths = [6, 12, 24, 36, 60, 120, 240];

/** By what takes the force away: when half is gone, how often never, and the survival curve by month. */
export function decaySection({ decays, months, horizon }: Told): Section {
  const shown = shownMonths.filter((month) => months.includes(month));
  return {
    title: `Half is gone after (80% of the draws), and part of the draws with more than half left after so many months`,
    columns: [
      { title: "by", flexible: true },
      { title: "half is gone after" },
      { title: `never in ${horizon / 12} years`, align: "right" },
      ...shown.map((month) => ({ title: String(month), align: "right" as const })),
    ],
    rows: decays.map((decay) =>
      decay.state === "told"
        ? [
            decayWords[decay.by],
            halfLifeWords(decay, horizon),
            percent(decay.never!),
            ...shown.map((month) => percent(decay.left[months.indexOf(month)]!)),
          ]
        : [decayWords[decay.by], decay.state === "unknown" ? "unknown" : "nothing is lost", "", ...shown.map(() => "")],
    ),
  };
}

/** What the act does by the horizons, to the target and to the sender. */
export function withholdingSection({ withholding, loses }: Told): Section {
  const grows = withholding.some(({ growth }) => growth[2] > 0);
  return {
    title: "If it is withheld from now on",
    columns: [
      { title: "after" },
      { title: loses === "use" ? "use lost" : "running output lost" },
      ...(grows ? [{ title: "new capacity not added" }] : []),
      { title: "loss a year" },
      { title: "cost to the sender a year" },
    ],
    rows: withholding.map(({ month, loss, growth, usdBn, senderUsdBn }) => [
      `${month} months`,
      percentInterval(loss),
      ...(grows ? [percentInterval(growth)] : []),
      usdBnInterval(usdBn),
      usdBnInterval(senderUsdBn),
    ]),
  };
}
