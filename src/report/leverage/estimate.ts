import type { CoalitionReport, LeverageCell } from "../../answers/leverage/leverage-report.ts";
import { numberInterval, percentInterval } from "../../base/format.ts";
import { cellText, richCell } from "../cell.ts";
import type { Cell, TableBlock } from "../view.ts";

/** `95 (60 to 120)`, or `unknown`. */
export const estimateWords = (estimate: LeverageCell["usd"], before = ""): string =>
  estimate === null ? "unknown" : `${before}${numberInterval(estimate.interval)}`;

/** An estimate in the unit of a coalition. */
export const estimateIn =
  (unit: CoalitionReport["unit"]) =>
  (estimate: NonNullable<LeverageCell["usd"]>): string =>
    unit === "part of output" ? percentInterval(estimate.interval) : estimateWords(estimate);

const bounds = ["at least ", "at most ", "by what is known "];

/** A table whose columns say once, in their titles, what all their known cells begin with: `at least`. */
export function boundedTable(table: TableBlock): TableBlock {
  const common = table.columns.map((_, at) => {
    const known = table.rows.map((row) => cellText(row[at]!)).filter((text) => /\d/.test(text));
    return known.length > 0 ? bounds.find((bound) => known.every((text) => text.startsWith(bound))) : undefined;
  });
  const bare = (cell: Cell, bound: string | undefined): Cell => {
    const { text, ...rest } = richCell(cell);
    return bound !== undefined && text.startsWith(bound) ? { ...rest, text: text.slice(bound.length) } : cell;
  };
  return {
    ...table,
    columns: table.columns.map((column, at) => (common[at] ? { ...column, title: `${column.title}, ${common[at].trim()}` } : column)),
    rows: table.rows.map((row) => row.map((cell, at) => bare(cell, common[at]))),
  };
}
