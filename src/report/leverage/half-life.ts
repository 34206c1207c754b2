import type { HalfLifeReport } from "../../answers/half-life/half-life-report.ts";
import { decayWords, halfLifeWords } from "../../answers/half-life/half-life-words.ts";
import { count, counted, percent, percentInterval, percentRange, usdBnInterval } from "../../base/format.ts";
import { listed, lowered } from "../../base/words.ts";
import type { Cell, FigureBlock, TableBlock, View } from "../view.ts";

/** What the answer to a question and a technology's card both have. */
type HalfLife = Pick<HalfLifeReport, "decays" | "months" | "horizon" | "withholding" | "loses" | "draws">;

/** How long half the force lasts and what withholding does; then what it does later or kept up, and what wears it down. */
export function halfLifeView(report: HalfLifeReport): View {
  const { evidence, draws, seed } = report;
  const unknown = report.decays.filter(({ state }) => state === "unknown").map(({ by }) => decayWords[by]);
  const limit = unknown.length > 0 ? `Unknown, and left out of "${decayWords.together}": ${listed(unknown)}.` : evidence.limits[0];
  return {
    finding: report.finding,
    ...(limit === undefined ? {} : { limit }),
    blocks: [decayTable(report), withholdingTable(report), heldTable(report)],
    details: [
      { kind: "note", text: report.choice },
      ...survivalFigures(report),
      trendTable(report),
      { kind: "note", text: `${count(draws)} draws, seed ${seed}.` },
    ],
    more: "now or later, what wears it down",
    evidence,
  };
}

/** Months whose survival is shown. */
const shownMonths = [12, 24, 36, 60, 120, 240];

/** By what ends it: when half is gone, how often never, and the survival curve by month. */
export function decayTable({ decays, months, horizon }: HalfLife): TableBlock {
  const shown = shownMonths.filter((month) => months.includes(month));
  return {
    kind: "table",
    title: "When half of the hold is gone, and in how many draws more than half is left after so many months",
    columns: [
      { title: "by", flexible: true },
      { title: "half is gone after (80%)" },
      { title: `never in ${horizon / 12} years`, align: "right" },
      ...shown.map((month) => ({ title: `${month}`, align: "right" as const })),
    ],
    rows: decays.map((decay) => [
      decayWords[decay.by],
      ...(decay.state === "told"
        ? [halfLifeWords(decay, horizon), percent(decay.never), ...shown.map((month) => percent(decay.left[months.indexOf(month)]!))]
        : [decay.state === "unknown" ? "unknown" : "nothing is lost", "", ...shown.map(() => "")]),
    ]),
  };
}

/** The survival curves: that of all that is known first, then of each alone where several are known. */
export function survivalFigures({ decays, months, draws, horizon }: HalfLife): readonly FigureBlock[] {
  const known = decays.filter(({ state }) => state === "told");
  const alone = known.filter(({ by }) => by !== "together");
  return [...known.filter(({ by }) => by === "together"), ...(alone.length > 1 ? alone : [])].map((decay) => ({
    kind: "figure",
    title: `More than half of the hold is left, by ${decayWords[decay.by]}`,
    unit: `of ${count(draws)} draws`,
    summary: `Half is gone after ${halfLifeWords(decay, horizon)}; in ${percent(decay.never)} of the draws not within ${horizon / 12} years.`,
    shape: { kind: "survival", steps: decay.left.map((left, at) => ({ month: months[at]!, left })) },
  }));
}

/** What the act does by the horizons, to the target and to the sender. */
export function withholdingTable({ withholding, loses }: Pick<HalfLife, "withholding" | "loses">): TableBlock {
  const grows = withholding.some(({ growth }) => growth[2] > 0);
  return {
    kind: "table",
    title: "If it is withheld from now on",
    columns: [
      { title: "after" },
      { title: loses === "use" ? "use lost" : "running output lost" },
      ...(grows ? [{ title: "new capacity not added" }] : []),
      { title: "loss a year" },
      { title: "cost to the sender a year" },
    ],
    rows: withholding.map(({ month, loss, growth, usdBn, senderUsdBn }): readonly Cell[] => [
      `${month} months`,
      { text: percentInterval(loss), interval: loss },
      ...(grows ? [percentInterval(growth)] : []),
      usdBnInterval(usdBn),
      usdBnInterval(senderUsdBn),
    ]),
  };
}

function heldTable({ acted, held, loses }: HalfLifeReport): TableBlock {
  const when = (from: number, to: number): string => (from === 0 ? "now, months 1 to 12" : `now, kept up: months ${from + 1} to ${to}`);
  return {
    kind: "table",
    title: "Act now, or later",
    columns: [
      { title: "first act" },
      { title: loses === "use" ? "use lost, month 12" : "output lost, mean of 12 months" },
      { title: "part of what an act now takes" },
    ],
    rows: [
      ...acted.map(({ from, to, loss }) => [when(from, to), percentInterval(loss), ""]),
      ...(held.length === 0 ? [["in a year or more", "unknown", ""]] : []),
      ...held.map(({ years, loss, ofNow }) => [
        `in ${counted(years, "year")}`,
        percentInterval(loss),
        ofNow === null ? "nothing is lost now" : percentInterval(ofNow),
      ]),
    ],
  };
}

function trendTable({ trends, patents }: HalfLifeReport): TableBlock {
  const alive = (years: number): string => percent(patents?.left[years] ?? 0);
  return {
    kind: "table",
    title: "What wears it down without an act",
    none: "unknown: no data is loaded on it",
    columns: [{ title: "what" }, { title: "then" }, { title: "now" }, { title: "from", flexible: true }],
    rows: [
      ...trends.map(({ name, source, from, to, before, after }) => [
        `share of ${lowered(name)}`,
        percentRange(before.low, before.high),
        percentRange(after.low, after.high),
        `${source}, ${from} to ${to}`,
      ]),
      ...(patents === null
        ? []
        : [
            [
              "patents in force",
              "",
              `${count(Math.round(patents.inForce))} families`,
              `of these ${alive(1)} in 1 year, ${alive(2)} in 2, ${alive(5)} in 5, ${alive(10)} in 10`,
            ],
          ]),
    ],
  };
}
