import type { TechnologyCard } from "../../answers/card/technology-card.ts";
import { percent, percentRange } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import type { Interval } from "../../base/numbers.ts";
import { linkedCell, type Sources, sourceCell } from "../cell.ts";
import { flexible, right, sparseTable, wide } from "../table-of.ts";
import type { Cell, TableBlock } from "../view.ts";

type Row = TechnologyCard["shareRows"][number];
type Line = Row["shares"][number];

const bases = { production: "made in", headquarters: "by seat of the firm", sales: "by seat of the seller" } as const;
const organisations = { production: "made by", headquarters: "by firm", sales: "sold by" } as const;

/** `Shares of world supply, made in (eto 2025; the model reads these)`. */
export function shareTitle({ basis, holderKind, dataset, year, used }: Row): string {
  const from = `${dataset}${year === null ? "" : ` ${year}`}${used ? say("share-rows.the-model-reads-these") : ""}`;
  return say("share-rows.shares-of-world-supply", { organisations: (holderKind === "organisation" ? organisations : bases)[basis], from });
}

/** Shares of one basis, kind of holder, data set and year, with what has no known holder. */
export function shareTable(row: Row, sources: Sources): TableBlock {
  const { unknownShare, shares } = row;
  const table = sparseTable(shareTitle(row), shares, [
    ["holder", holder, flexible],
    ["share", share, right],
    ["year", (line) => (line.year === null ? null : String(line.year)), wide],
    ["grade", ({ grade }) => grade],
    ["source", (line) => sourceCell(line.source, sources) ?? line.dataset, flexible],
  ]);
  const unknown: Cell = { text: unknownWords(unknownShare), interval: [0, 0, unknownShare] };
  return { ...table, rows: [...table.rows, ["no known holder", unknown, "", "", ""]], most: 6 };
}

/** How much has no known holder: no more than what those that are known leave at least. */
export const unknownWords = (share: number): string => (share > 0 ? say("share-rows.up-to", { share: percent(share) }) : percent(0));

const holder = ({ name, holder: id, kind }: Line): Cell => {
  const text = name === id ? id : `${name} (${id})`;
  return kind === "economy" ? linkedCell(text, { to: "economy", id }) : text;
};

/** `30 to 60%`, `at least 30%`, `negligible`, `unknown`. */
export const shareWords = ({ flag, low, high }: Line): string => (flag === "negligible" ? flag : percentRange(low, high));

const share = (line: Line): Cell =>
  line.flag === "negligible" ? shareWords(line) : { text: shareWords(line), interval: interval(line.low, line.high) };

const interval = (low: number | null, high: number | null): Interval | null =>
  low === null && high === null ? null : [low ?? 0, ((low ?? 0) + (high ?? 1)) / 2, high ?? 1];
