import type { HalfLifeReport } from "../../answers/half-life/half-life-report.ts";
import { decayWords, entrantsWords, halfLifeWords } from "../../answers/half-life/half-life-words.ts";
import { count, percent, percentInterval, percentRange, usdBnInterval } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { listed, lowered } from "../../base/words.ts";
import { note, table } from "../blocks.ts";
import type { Cell, TableBlock, View } from "../view.ts";

/** What the answer to a question and a technology's card both have. */
type HalfLife = Pick<HalfLifeReport, "decays" | "months" | "horizon" | "withholding" | "loses">;

/** How long half the force lasts and what withholding does; then what it does later or kept up, and what wears it down. */
export function halfLifeView(report: HalfLifeReport): View {
  const { evidence, draws, seed } = report;
  const unknown = report.decays.filter(({ state }) => state === "unknown").map(({ by }) => decayWords[by]);
  const told = report.withholding.length > 0;
  const limit = unknown.length > 0 ? say("half-life.unknown-and-left-out", { unknown: listed(unknown) }) : evidence.limits[0];
  return {
    finding: report.finding,
    ...(limit === undefined ? {} : { limit }),
    blocks: [decayTable(report), ...(told ? [withholdingTable(report), heldTable(report)] : [note(report.choice)])],
    details: [
      ...(told ? [note(report.choice)] : []),
      survivalTable(report),
      ...(report.entrants === null ? [] : [note(entrantsWords(report.entrants))]),
      trendTable(report),
      note(say("half-life.draws-seed", { draws: count(draws), seed: String(seed) })),
    ],
    more: "survival by month, what wears it down",
    evidence,
  };
}

/** By what the hold ends: when half of it is gone, and how often never. */
export const decayTable = ({ decays, horizon }: HalfLife): TableBlock =>
  table(
    "When half of the hold is gone",
    ["through~", "half is gone after (80% of draws)", `${say("half-life.not-within-years", { horizon: String(horizon / 12) })}>`],
    [...decays]
      .sort((a, b) => Number(b.by === "together") - Number(a.by === "together"))
      .map((decay) => [
        decayWords[decay.by],
        decay.state === "known" ? halfLifeWords(decay, horizon) : decay.state === "unknown" ? "unknown" : "nothing is lost",
        decay.never === null ? "" : percent(decay.never),
      ]),
  );

/** Months whose survival is shown. */
const shownMonths = [6, 12, 24, 36, 60, 120, 240];

/** In how many draws more than half is left, by month. */
export function survivalTable({ decays, months }: HalfLife): TableBlock {
  const shown = shownMonths.filter((month) => months.includes(month));
  return table(
    "Draws in which more than half of the hold is left, by month",
    [{ title: "through", flexible: true }, ...shown.map((month) => ({ title: `${month}`, align: "right" as const }))],
    decays
      .filter(({ state }) => state === "known")
      .map(({ by, left }) => [decayWords[by], ...shown.map((month) => percent(left[months.indexOf(month)]!))]),
  );
}

/** What the act does by the horizons, to the target and to the sender. */
export function withholdingTable({ withholding, loses }: Pick<HalfLife, "withholding" | "loses">): TableBlock {
  const grows = withholding.some(({ growth }) => growth[2] > 0);
  return table(
    "If it is withheld from now on",
    [
      { title: "after" },
      { title: loses === "use" ? "use lost" : "running output lost" },
      ...(grows ? [{ title: "new capacity not added" }] : []),
      { title: "loss a year" },
      { title: "cost to the sender a year" },
    ],
    withholding.map(({ month, loss, growth, usdBn, senderUsdBn }): readonly Cell[] => [
      say("half-life.months", { month: String(month) }),
      { text: percentInterval(loss), interval: loss },
      ...(grows ? [percentInterval(growth)] : []),
      usdBnInterval(usdBn),
      usdBnInterval(senderUsdBn),
    ]),
  );
}

function heldTable({ acted, held, loses }: HalfLifeReport): TableBlock {
  const when = (from: number, to: number): string =>
    from === 0 ? "now, months 1 to 12" : say("half-life.now-kept-up-months", { from: String(from + 1), to: String(to) });
  return table(
    "Act now, or later",
    [{ title: "first act" }, { title: say("half-life.lost-mean-of-months", { loses }) }, { title: "part of what an act now takes" }],
    [
      ...acted.map(({ from, to, loss }) => [when(from, to), percentInterval(loss), ""]),
      ...(held.length === 0 ? [["in a year or more", "unknown", ""]] : []),
      ...held.map(({ years, loss, ofNow }) => [
        say("half-life.in-years", { years }),
        percentInterval(loss),
        ofNow === null ? "nothing is lost now" : percentInterval(ofNow),
      ]),
    ],
  );
}

function trendTable({ trends, patents }: HalfLifeReport): TableBlock {
  const alive = (years: number): string => percent(patents?.left[years] ?? 0);
  return table(
    "What wears it down without an act",
    ["what", "then", "now", "from~"],
    [
      ...trends.map(({ name, source, from, to, before, after }) => [
        say("half-life.share-of", { name: lowered(name) }),
        percentRange(before.low, before.high),
        percentRange(after.low, after.high),
        say("half-life.to", { source, from, to }),
      ]),
      ...(patents === null
        ? []
        : [
            [
              "patents in force",
              "",
              say("half-life.families", { round: count(Math.round(patents.inForce)) }),
              say("half-life.of-these-in-year", { alive: alive(1), aliveOther: alive(2), aliveThen: alive(5), aliveAfter: alive(10) }),
            ],
          ]),
    ],
    { none: "unknown: no data is loaded on it" },
  );
}
