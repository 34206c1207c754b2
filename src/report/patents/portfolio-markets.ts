import type { FilingLine } from "../../answers/patents/portfolio/advice-report.ts";
import type { PortfolioReport } from "../../answers/patents/portfolio/portfolio-report.ts";
import { count, numberRange, percentRange, usdRange } from "../../base/format.ts";
import { say } from "../../base/message.ts";
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
    ...(unknown > 0 ? [note(say("portfolio-markets.what-it-could-exclude", { unknown: count(unknown), markets: exclusion.length }))] : []),
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
      [
        "could exclude",
        ({ usd, unknown }) => (usd === null ? say("portfolio-markets.unknown", { reasons: reasons[unknown ?? "no-patents"] }) : usdOf(usd)),
        right,
      ],
      ["of a value of", ({ value }) => (value === null ? "" : usdOf(value)), right],
      ["groups of claims", ({ usd, groupsInAll }) => (usd === null ? "" : count(groupsInAll)), right],
    ],
  );

/** What each group of claims adds, by market. */
export const groupBlocks = ({ exclusion }: PortfolioReport): readonly TableBlock[] =>
  exclusion
    .filter(({ groups }) => groups.length > 0)
    .map(({ market, groups, groupsInAll }) =>
      tableOf(say("portfolio-markets.with-and-without-each", { market, groups: count(groups.length), groupsOther: groupsInAll }), groups, [
        ["technology", ({ technology }) => technologyCell(technology.id, technology.name), flexible],
        ["main group", ({ mainGroup }) => mainGroup ?? "no class"],
        ["patents", ({ patents }) => count(patents), right],
        ["adds", ({ adds }) => usdOf(adds), right],
        ["without it", ({ without }) => usdOf(without), right],
      ]),
    );

/** Who is on the other side of citations and refusals. */
export function citationBlocks({ blocks: { holders, holdersInAll, refusedOver, refusedBy } }: PortfolioReport): readonly TableBlock[] {
  const pair = (all: number, strong: number): string =>
    strong > 0 ? say("portfolio-markets.x-or-y", { all: count(all), strong: count(strong) }) : count(all);
  const refusals = (title: string, lines: typeof refusedOver): TableBlock =>
    tableOf(title, lines, [
      ["holder", ({ holder, name }) => holderCell(holder, name), flexible],
      ["applications", ({ applications }) => count(applications), right],
      ["documents", ({ documents }) => count(documents), right],
    ]);
  return [
    tableOf(
      say("portfolio-markets.blocks-by-citation-all", { holders: count(holders.length), holdersInAll: count(holdersInAll) }),
      holders,
      [
        ["other holder", ({ holder, name }) => holderCell(holder, name), flexible],
        ["seat", ({ economy }) => economy],
        ["its documents that cite these", ({ blocked, blockedStrong }) => pair(blocked, blockedStrong), right],
        ["that these cite", ({ blocks, blocksStrong }) => pair(blocks, blocksStrong), right],
      ],
    ),
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
  return tableOf(say("portfolio-markets.where-a-further-family", { name: technology.name, use }), offices, [
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
      title: say("portfolio-markets.for-counsel-wait-for", { families: count(families.length), inAll: count(inAll), ofIt: count(of) }),
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
  tableOf(
    {
      title: say("portfolio-markets.for-counsel-cross-licences", { pairs: count(pairs.length), inAll: count(inAll), variant }),
      none: "none",
    },
    pairs,
    [
      ["other holder", ({ name }) => name, flexible],
      ["question", ({ question }) => question, flexible],
    ],
  );

function abandonment({ lettingGo: { families, inAll, saved, unknown } }: PortfolioReport): TableBlock {
  const fees = saved === null ? "" : say("portfolio-markets.fees-of-saved-in", { low: usdRange(saved.low, saved.high) });
  return tableOf(
    {
      title: say("portfolio-markets.for-counsel-own-families", {
        families: count(families.length),
        inAll: count(inAll),
        fees,
        unknown: count(unknown),
      }),
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
