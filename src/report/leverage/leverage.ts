import type { LeverageCell, LeverageReport } from "../../answers/leverage/leverage-report.ts";
import { number, percentInterval, usdRange } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { boundOf, listed, sumOf } from "../../base/words.ts";
import { list, table } from "../blocks.ts";
import { technologyCell } from "../cell.ts";
import { aloneName, economyCell } from "../supply/chokepoint-score.ts";
import type { Cell, TableBlock, View } from "../view.ts";
import { boundedTable, estimateWords } from "./estimate.ts";
import { coalitionDetails, togetherTable } from "./leverage-coalition.ts";
import { observedBlocks } from "./observed.ts";

/** Who could take how much from whom, each alone; of one target also together; then costs, the matrix, and what is unknown. */
export function leverageView(report: LeverageReport): View {
  const { on, coalition, shapley, evidence, leftOut, inDoubt } = report;
  const unknown = unknownReasons(report);
  const outside = [
    leftOut.length > 0 && say("leverage.technologies-of-which-no", { technologies: leftOut.length }),
    inDoubt.length > 0 && say("leverage.in-doubt", { inDoubt: String(inDoubt.length) }),
  ].filter((each) => each !== false);
  const limit = outside.length > 0 ? say("leverage.left-out", { outside: listed(outside) }) : evidence.limits[0];
  return {
    finding: report.finding,
    ...(limit === undefined ? {} : { limit }),
    blocks: [lossTable(report), ...(coalition && shapley ? [togetherTable(coalition, report)] : [])],
    details: [
      ...(coalition && shapley ? coalitionDetails(coalition, shapley, report) : []),
      ...observedBlocks(report),
      costTable(report),
      ...(on === null ? [matrixTable(report)] : []),
      ...(unknown.length > 0 ? [list("Why a loss is unknown", unknown)] : []),
      ...(leftOut.length + inDoubt.length > 0 ? [leftOutTable(report)] : []),
    ],
    evidence,
  };
}

/** The pairs of which a loss is known, the greatest first. */
const knownPairs = ({ cells }: LeverageReport): readonly LeverageCell[] =>
  cells.filter(({ loss }) => loss !== null).sort((a, b) => (b.usd?.interval[1] ?? 0) - (a.usd?.interval[1] ?? 0));

/** What is left out of a pair: of supply, of costs, and of losses in USD. */
function gapsOf({ leavesOut, unpriced }: LeverageCell, { unvalued }: LeverageReport) {
  const supply = leavesOut > 0;
  return { supply, cost: supply || unpriced.length > 0, usd: supply || unvalued.length > 0 };
}

const lossTable = (report: LeverageReport): TableBlock =>
  boundedTable(
    table(
      "What each could take alone, USD B a year",
      ["withheld by", "from whom", "output lost", "loss>", "own cost>", "loss less cost>"],
      knownPairs(report).map((cell) => {
        const { supply, cost, usd } = gapsOf(cell, report);
        return [
          economyCell(cell.from, report.names),
          economyCell(cell.on, report.names),
          { text: sumOf(supply, false) + percentInterval(cell.loss!.interval), interval: cell.loss!.interval },
          estimateWords(cell.usd, sumOf(supply, usd)),
          estimateWords(cell.cost, sumOf(supply, cost)),
          estimateWords(cell.net, boundOf(usd, cost)),
        ];
      }),
      { most: 12 },
    ),
  );

/** The same pairs by what stands beside the loss of output. */
function costTable(report: LeverageReport): TableBlock {
  const pairs = knownPairs(report);
  const lacking = pairs.some(({ useUsd }) => useUsd !== null && estimateWords(useUsd) !== "0");
  return boundedTable(
    table(
      "The same pairs: part of GDP, what both could lose, patents",
      [
        { title: "withheld by" },
        { title: "from whom" },
        { title: "loss, of GDP" },
        ...(lacking ? [{ title: "products users lack, USD B", align: "right" as const }] : []),
        { title: "both could lose, USD B", align: "right" },
        { title: "its market, by patents, at most" },
      ],
      pairs.map((cell) => {
        const { supply, cost, usd } = gapsOf(cell, report);
        return [
          economyCell(cell.from, report.names),
          economyCell(cell.on, report.names),
          cell.ofGdp ? sumOf(supply, usd) + percentInterval(cell.ofGdp.interval) : "unknown",
          ...(lacking ? [estimateWords(cell.useUsd, sumOf(supply, usd))] : []),
          estimateWords(cell.complementarity, sumOf(supply, usd || cost)),
          cell.patents?.usd ? usdRange(0, cell.patents.usd.high) : "unknown",
        ];
      }),
    ),
  );
}

/** Median losses, senders down and targets across; senders without a loss that shows are one line. */
function matrixTable({ cells, from, names, leftOut }: LeverageReport): TableBlock {
  const known = cells.filter(({ usd }) => usd !== null);
  const targets = [...new Set(known.map(({ on }) => on))];
  const medianOf = (code: string, on: string): string => {
    const usd = known.find((cell) => cell.from === code && cell.on === on)?.usd;
    return usd ? number(usd.interval[1]) : "";
  };
  const rows = from
    .filter((code) => known.some((cell) => cell.from === code))
    .map((code) => [`${aloneName(names, code)} (${code})`, ...targets.map((on) => medianOf(code, on))]);
  const isSeen = ([, ...losses]: readonly string[]): boolean => losses.some((loss) => loss !== "" && loss !== "0");
  const none = rows.filter((row) => !isSeen(row)).map(([code]) => code!);
  return table(
    say("leverage.median-loss-usd-b", { byWhat: leftOut.length > 0 ? "by what is known, " : "" }),
    [{ title: "by" }, ...targets.map((on) => ({ title: on, align: "right" as const }))],
    [...rows.filter(isSeen), ...(none.length > 0 ? [[listed(none), ...targets.map(() => "0")]] : [])],
  );
}

/** Technologies in doubt, and those that some sender may hold an unknown part of. */
function leftOutTable({ leftOut, inDoubt, names, from }: LeverageReport): TableBlock {
  const whose = ({ parties, anybody }: (typeof leftOut)[number]): string => {
    if (!anybody) return "anybody";
    return parties.length === from.length ? "all who act" : listed(parties.map((code) => aloneName(names, code)));
  };
  return table(
    "Left out, which is not 0: technologies and why",
    [{ title: "technology", flexible: true }, { title: "why" }],
    [
      ...inDoubt.map(({ technology, name }): readonly Cell[] => [technologyCell(technology, name), "one document older than five years"]),
      ...leftOut.map((each): readonly Cell[] => [
        technologyCell(each.technology, each.name),
        say("leverage.no-share-known-of", { whose: whose(each) }),
      ]),
    ],
    { most: 15 },
  );
}

const reasons: Readonly<Record<NonNullable<LeverageCell["gap"]>, string>> = {
  "making-unknown": "no source says what they make",
  "makes-nothing": "they make no final product",
  "value-unknown": "no source gives the value of what they make",
  firm: "no source gives the value of what these firms would lose",
  "no-known-supply": "no share and no rule of theirs is known, so what they could withhold is unknown",
};

/** Why losses in USD are unknown, with whom each reason is of. */
const unknownReasons = ({ cells, names, technologies }: LeverageReport): readonly string[] =>
  Object.entries(reasons).flatMap(([gap, text]) => {
    const own = cells.filter((cell) => cell.gap === gap).map(({ from, on }) => (gap === "no-known-supply" ? from : on));
    const asked = gap === "no-known-supply" && technologies !== null ? " (of what is asked)" : "";
    return own.length > 0 ? [`${listed([...new Set(own)].map((code) => aloneName(names, code)))}: ${text}${asked}.`] : [];
  });
