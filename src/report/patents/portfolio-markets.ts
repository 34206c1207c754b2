import type { PortfolioReport } from "../../answers/patents/portfolio/portfolio-report.ts";
import { count, counted, usdRange } from "../../base/format.ts";
import { note } from "../blocks.ts";
import { holderCell, technologyCell } from "../cell.ts";
import { filled } from "../sparse-table.ts";
import { flexible, right, tableOf } from "../table-of.ts";
import type { Block, TableBlock } from "../view.ts";

type Market = PortfolioReport["exclusion"][number];
type Range = { readonly low: number; readonly high: number } | null;

/** An amount of USD, or `unknown`. */
export const usdOf = (range: Range): string => (range === null ? "unknown" : usdRange(range.low, range.high));

const reasons: Readonly<Record<NonNullable<Market["unknown"]>, string>> = {
  "no-patents": "no patent loaded",
  "no-patents-there": "no patent loaded there",
  "none-of-holders": "none granted there",
  "market-size": "size of the market unknown",
  share: "its part of the market unknown",
};

/** What its claims could exclude in the markets where that is known, and how many others there are. */
export function knownMarkets({ exclusion }: PortfolioReport): readonly Block[] {
  const known = exclusion.filter(({ usd }) => usd !== null);
  const unknown = exclusion.length - known.length;
  return [
    ...(known.length > 0 ? [marketBlock({ exclusion: known })] : []),
    ...(unknown > 0 ? [note(`What it could exclude is unknown in ${count(unknown)} of ${counted(exclusion.length, "market")}.`)] : []),
  ];
}

/** What its claims could exclude by market. */
export const marketBlock = ({ exclusion }: Pick<PortfolioReport, "exclusion">): TableBlock =>
  tableOf(
    "Products it could keep from each market if it licensed no one, a year; an upper bound",
    exclusion,
    [
      ["market", ({ office, market }) => (office === market ? market : `${market} (${office})`)],
      ["documents there", ({ documents }) => count(documents), right],
      ["could exclude", ({ usd, unknown }) => (usd === null ? `unknown: ${reasons[unknown ?? "no-patents"]}` : usdOf(usd)), right],
      ["of a value of", ({ value }) => (value === null ? "" : usdOf(value)), right],
      ["groups of claims", ({ usd, groupsInAll }) => (usd === null ? "" : count(groupsInAll)), right],
    ],
    { none: "no office has a market of the map" },
  );

/** What each group of claims adds, by market. */
export const groupBlocks = ({ exclusion }: PortfolioReport): readonly TableBlock[] =>
  exclusion
    .filter(({ groups }) => groups.length > 0)
    .map(({ market, groups, groupsInAll }) =>
      tableOf(`With and without each group in ${market}, first ${count(groups.length)} of ${counted(groupsInAll, "group")}`, groups, [
        ["technology", ({ technology }) => technologyCell(technology.id, technology.name), flexible],
        ["main group", ({ mainGroup }) => mainGroup ?? "no class"],
        ["patents", ({ patents }) => count(patents), right],
        ["adds", ({ adds }) => usdOf(adds), right],
        ["without it", ({ without }) => usdOf(without), right],
      ]),
    );

/** Who is on the other side of citations and refusals. */
export function citationBlocks({ blocks: { holders, holdersInAll, refusedOver, refusedBy } }: PortfolioReport): readonly TableBlock[] {
  const pair = (all: number, strong: number): string => (strong > 0 ? `${count(all)}, ${count(strong)} X or Y` : count(all));
  const refusals = (title: string, lines: typeof refusedOver): TableBlock =>
    tableOf(title, lines, [
      ["holder", ({ holder, name }) => holderCell(holder, name), flexible],
      ["applications", ({ applications }) => count(applications), right],
      ["documents", ({ documents }) => count(documents), right],
    ]);
  return [
    tableOf(`Blocks by citation, all its documents: first ${count(holders.length)} of ${count(holdersInAll)} other holders`, holders, [
      ["other holder", ({ holder, name }) => holderCell(holder, name), flexible],
      ["seat", ({ economy }) => economy],
      ["its documents that cite these", ({ blocked, blockedStrong }) => pair(blocked, blockedStrong), right],
      ["that these cite", ({ blocks, blocksStrong }) => pair(blocks, blocksStrong), right],
    ]),
    ...filled([refusals("Refused over its documents", refusedOver), refusals("Over whose documents it was refused", refusedBy)]),
  ];
}
