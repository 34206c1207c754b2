import type { LeverageCell, LeverageReport } from "../../answers/leverage/leverage-report.ts";
import { number, percentInterval, usdRange } from "../../base/format.ts";
import { atLeast, boundOf, listed } from "../../base/words.ts";
import type { Page } from "../context.ts";
import { section } from "../page/section.ts";
import { sourcesLine } from "../page/sources.ts";
import type { TableColumn } from "../page/table.ts";
import { paragraph } from "../page/wrap.ts";
import { leverageCoalition } from "./leverage-coalition.ts";
import { range } from "./leverage-range.ts";

const shownCells = 20;

/** The finding; the matrix, or the coalition; the pairs; what is not known; what it rests on. */
export function leverageText(report: LeverageReport, page: Page): string {
  const { style, width } = page;
  const { coalition, shapley, evidence } = report;
  return [
    style.strong(paragraph(report.finding, width)),
    ...(report.on === null ? matrixSection(report, page) : []),
    ...(coalition && shapley ? leverageCoalition(coalition, shapley, report, page) : []),
    ...pairs(report, page),
    "",
    ...gapLines(report).map((line) => paragraph(line, width)),
    ...evidence.limits.map((limit) => paragraph(limit, width)),
    paragraph(sourcesLine(evidence), width),
  ].join("\n");
}

/** Losses in USD B a year, senders down and targets across; targets of whom nothing is known are left to the lines below. */
function matrixSection({ cells, from, leftOut }: LeverageReport, page: Page): string[] {
  const targets = [...new Set(cells.filter(({ usd }) => usd !== null).map(({ on }) => on))];
  const isSeen = ({ usd }: LeverageCell): boolean => usd !== null && number(usd.interval[1]) !== "0";
  const senders = from.filter((code) => cells.some((cell) => cell.from === code && isSeen(cell)));
  const others = from.filter((code) => !senders.includes(code) && cells.some((cell) => cell.from === code && cell.usd !== null));
  const cellOf = (code: string, on: string): string => {
    const usd = cells.find((cell) => cell.from === code && cell.on === on)?.usd;
    return usd ? number(usd.interval[1]) : "";
  };
  const title = `Loss in USD B a year, ${leftOut.length > 0 ? "at least, " : ""}median: who withholds, and from whom`;
  const rows = senders.map((code) => [code, ...targets.map((on) => cellOf(code, on))]);
  return [
    ...section({ title, columns: [{ title: "from" }, ...targets.map((on): TableColumn => ({ title: on, align: "right" }))], rows }, page),
    ...(others.length > 0 ? [paragraph(`By ${listed(others)} nothing ${leftOut.length > 0 ? "known " : ""}that shows.`, page.width)] : []),
  ];
}

const columnsOf = (lacking: boolean): readonly TableColumn[] => [
  { title: "from" },
  { title: "on" },
  { title: "output lost" },
  { title: "USD B a year", align: "right" },
  ...(lacking ? [{ title: "users lack USD B", align: "right" as const }] : []),
  { title: "of GDP" },
  { title: "cost USD B", align: "right" },
  { title: "net USD B", align: "right" },
  { title: "both stand to lose", align: "right" },
  { title: "patents, at most", flexible: true },
];

function pairs({ cells, unvalued }: LeverageReport, page: Page): string[] {
  const known = cells.filter(({ loss }) => loss !== null).sort((a, b) => (b.usd?.interval[1] ?? 0) - (a.usd?.interval[1] ?? 0));
  const rest = known.length > shownCells ? ` (the ${shownCells} largest of ${known.length})` : "";
  const lacking = known.some(({ useUsd }) => useUsd !== null && range(useUsd) !== "0");
  const rows = known.slice(0, shownCells).map((cell) => {
    const [supply, cost] = [cell.leavesOut > 0, cell.leavesOut > 0 || cell.unpriced.length > 0];
    const usd = supply || unvalued.length > 0;
    return [
      cell.from,
      cell.on,
      atLeast(supply) + percentInterval(cell.loss!.interval),
      range(cell.usd, atLeast(usd)),
      ...(lacking ? [range(cell.useUsd, atLeast(usd))] : []),
      cell.ofGdp ? atLeast(usd) + percentInterval(cell.ofGdp.interval) : "unknown",
      range(cell.cost, atLeast(cost)),
      range(cell.net, boundOf(usd, cost)),
      range(cell.complementarity, atLeast(usd || cost)),
      cell.patents?.usd ? usdRange(0, cell.patents.usd.high) : "unknown",
    ];
  });
  return section({ title: `Each alone${rest}`, columns: columnsOf(lacking), rows }, page);
}

const why: Readonly<Record<NonNullable<LeverageCell["gap"]>, string>> = {
  "making-unknown":
    "no source says what these make, so that what they would lose is unknown in USD; as a part of a drawn mix it is told with --on",
  "makes-nothing": "these make no final product",
  "value-unknown": "no source gives the value of what these make, so that their loss in USD is unknown",
  firm: "what the lost part of these firms is worth is unknown",
  "no-known-supply": "no share and no rule of these is known, so that what they could withhold is unknown",
};
const whyAsked = "of what is asked no share and no rule of these is known, so that what they could withhold of it is unknown";

function gapLines({ cells, technologies }: LeverageReport): string[] {
  return Object.entries(why).flatMap(([gap, text]) => {
    const codes = [...new Set(cells.filter((cell) => cell.gap === gap).map(({ from, on }) => (gap === "no-known-supply" ? from : on)))];
    const told = gap === "no-known-supply" && technologies !== null ? whyAsked : text;
    return codes.length > 0 ? [`${listed(codes)}: ${told}.`] : [];
  });
}
