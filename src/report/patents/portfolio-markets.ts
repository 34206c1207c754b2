import type { FilingLine } from "../../answers/patents/portfolio/advice-report.ts";
import type { PortfolioReport } from "../../answers/patents/portfolio/portfolio-report.ts";
import { count, counted, numberRange, percentRange, usdRange } from "../../base/format.ts";
import { note } from "../blocks.ts";
import { economyByCode, holderCell, patentCell, technologyCell } from "../cell.ts";
import { filled, flexible, right, tableOf } from "../table-of.ts";
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
    {
      title: "Products it could keep from each market if it licensed no one, a year; an upper bound",
      none: "no office has a market of the map",
    },
    exclusion,
    [
      ["market", ({ office, market }) => (office === market ? economyByCode(market) : `${market} (${office})`)],
      ["documents there", ({ documents }) => count(documents), right],
      ["could exclude", ({ usd, unknown }) => (usd === null ? `unknown: ${reasons[unknown ?? "no-patents"]}` : usdOf(usd)), right],
      ["of a value of", ({ value }) => (value === null ? "" : usdOf(value)), right],
      ["groups of claims", ({ usd, groupsInAll }) => (usd === null ? "" : count(groupsInAll)), right],
    ],
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

/** Where to file, and what to ask counsel. */
export const adviceBlocks = (report: PortfolioReport): readonly TableBlock[] => [
  ...report.filing.map((line) => filingBlock(line, report)),
  waiting(report),
  crossLicences(report),
  abandonment(report),
];

const adviceWords: Readonly<Record<FilingLine["offices"][number]["reason"], string>> = {
  "stake-unknown": "unknown: value at stake",
  "royalty-unknown": "unknown: royalty",
  "cost-unknown": "unknown: cost",
  "no-use-in-term": "leave: lapses before use in volume",
  "covers-cost": "file",
  "may-cover-cost": "open",
  "below-cost": "leave",
  "at-home": "file: at home",
};

/** Where a further family in a technology would be worth filing. */
function filingBlock({ technology, firstUse, offices }: FilingLine, { asOf }: { readonly asOf: string }): TableBlock {
  const reached = firstUse?.high != null && firstUse.high <= Number(asOf.slice(0, 4));
  const use = firstUse === null ? "unknown" : reached ? "reached" : numberRange(firstUse.low, firstUse.high, "year");
  return tableOf(`Where a further family of ${technology.name} would be worth filing; first use in volume: ${use}`, offices, [
    ["office", ({ office }) => office],
    ["its families there", ({ families }) => count(families), right],
    ["could exclude a year", ({ stake }) => usdOf(stake), right],
    ["worth as royalty", ({ value }) => usdOf(value), right],
    ["costs", ({ cost }) => usdOf(cost), right],
    ["advice", ({ reason }) => adviceWords[reason], flexible],
  ]);
}

const waiting = ({ waiting: { families, inAll, of } }: PortfolioReport): TableBlock =>
  tableOf(
    {
      title: `For counsel: wait for or design around, ${count(families.length)} of ${count(inAll)} (families of others that it cites: ${count(of)})`,
      none: "none",
    },
    families,
    [
      ["family", ({ document }) => patentCell(document)],
      ["lapses", ({ lapses }) => (lapses === null ? null : String(lapses))],
      ["chance in force", ({ inForce }) => inForce && percentRange(inForce.low, inForce.high), right],
      ["question", ({ question }) => question, flexible],
    ],
  );

const crossLicences = ({ crossLicences: { pairs, inAll, variant } }: PortfolioReport): TableBlock =>
  tableOf({ title: `For counsel: cross-licences, ${count(pairs.length)} of ${count(inAll)} (blocks: ${variant})`, none: "none" }, pairs, [
    ["other holder", ({ name }) => name, flexible],
    ["question", ({ question }) => question, flexible],
  ]);

function abandonment({ lettingGo: { families, inAll, saved, unknown } }: PortfolioReport): TableBlock {
  const fees = saved === null ? "" : `, fees of ${usdRange(saved.low, saved.high)} saved in all`;
  return tableOf(
    {
      title: `For counsel: own families to abandon, ${count(families.length)} of ${count(inAll)}${fees}; for ${count(unknown)} more too little is known`,
      none: "none",
    },
    families,
    [
      ["family", ({ document }) => patentCell(document)],
      ["title", ({ title }) => title, flexible],
      ["question", ({ question }) => question, flexible],
    ],
  );
}
