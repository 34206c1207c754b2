import type { PortfolioReport } from "../../answers/patents/portfolio/portfolio-report.ts";
import { count, counted, usdRange } from "../../base/format.ts";
import type { Section } from "../page/section.ts";

type Market = PortfolioReport["exclusion"][number];

/** Who is on the other side of citations and refusals. */
export function blockSections({ blocks: { holders, holdersInAll, refusedOver, refusedBy } }: PortfolioReport): readonly Section[] {
  const pair = (all: number, strong: number): string => (strong > 0 ? `${count(all)}, ${count(strong)} X or Y` : count(all));
  const refusals = (title: string, lines: PortfolioReport["blocks"]["refusedOver"]): readonly Section[] =>
    lines.length === 0
      ? []
      : [
          {
            title,
            columns: [
              { title: "holder", flexible: true },
              { title: "applications", align: "right" },
              { title: "documents", align: "right" },
            ],
            rows: lines.map(({ name, applications, documents }) => [name, count(applications), count(documents)]),
          },
        ];
  return [
    {
      title: `Existing blocks by citation, all its documents: first ${count(holders.length)} of ${count(holdersInAll)} other holders`,
      columns: [
        { title: "other holder", flexible: true },
        { title: "seat" },
        { title: "its documents that cite these", align: "right" },
        { title: "that these cite", align: "right" },
      ],
      rows: holders.map(({ name, economy, blocked, blockedStrong, blocks, blocksStrong }) => [
        name,
        economy ?? "",
        pair(blocked, blockedStrong),
        pair(blocks, blocksStrong),
      ]),
    },
    ...refusals("Refused over its documents", refusedOver),
    ...refusals("Over whose documents it was refused", refusedBy),
  ];
}

/** What its claims could exclude by market, with and without each group of them. */
export function exclusionSections({ exclusion }: PortfolioReport): readonly Section[] {
  return [
    {
      title: "What it could keep from each market if it licensed nobody, USD a year; an upper bound",
      columns: [
        { title: "market" },
        { title: "documents there", align: "right" },
        { title: "could exclude", align: "right" },
        { title: "of a value of", align: "right" },
        { title: "groups of claims", align: "right" },
      ],
      rows: exclusion.map(({ office, market, documents, usd, unknown, value, groupsInAll }) => [
        office === market ? market : `${market} (${office})`,
        count(documents),
        usd === null ? `unknown: ${whyUnknown[unknown ?? "no-patents"]}` : usdRange(usd.low, usd.high),
        value === null ? "" : usdRange(value.low, value.high),
        usd === null ? "" : count(groupsInAll),
      ]),
      none: "no office has a market of the map",
    },
    ...exclusion.flatMap(groups),
  ];
}

const whyUnknown: Readonly<Record<NonNullable<Market["unknown"]>, string>> = {
  "no-patents": "no patent loaded",
  "no-patents-there": "no patent loaded there",
  "none-of-holders": "none granted there",
  "market-size": "size of the market unknown",
  share: "its part of the market unknown",
};

function groups({ market, groups: lines, groupsInAll }: Market): readonly Section[] {
  if (lines.length === 0) return [];
  return [
    {
      title: `With and without each group in ${market}, first ${count(lines.length)} of ${counted(groupsInAll, "group")}`,
      columns: [
        { title: "technology", flexible: true },
        { title: "main group" },
        { title: "patents", align: "right" },
        { title: "adds", align: "right" },
        { title: "without it", align: "right" },
      ],
      rows: lines.map(({ technology, mainGroup, patents, adds, without }) => [
        technology.name,
        mainGroup ?? "no class",
        count(patents),
        adds === null ? "unknown" : usdRange(adds.low, adds.high),
        without === null ? "unknown" : usdRange(without.low, without.high),
      ]),
    },
  ];
}
