import { cellText } from "./cell.ts";
import type { Cell, Column, TableBlock } from "./view.ts";

/** A column of a table of things: its title, what it shows of one of them, and how it is laid out. */
export type ColumnOf<T> = readonly [title: string, cell: (item: T) => Cell | null | undefined, layout?: Layout];

type Layout = Omit<Column, "title">;
type Rest = Pick<TableBlock, "none" | "most">;

export const right: Layout = { align: "right" };
export const flexible: Layout = { flexible: true };
export const wide: Layout = { wide: true };

/** A table with a row for each of some things. What is null is unknown, and said so. */
export const tableOf = <T>(title: string, items: readonly T[], columns: readonly ColumnOf<T>[], rest: Rest = {}): TableBlock =>
  table(title, items, columns, rest, "unknown");

/** The same where what is null does not apply to the thing: its cell is left empty. */
export const sparseTableOf = <T>(title: string, items: readonly T[], columns: readonly ColumnOf<T>[], rest: Rest = {}): TableBlock =>
  table(title, items, columns, rest, "");

const table = <T>(title: string, items: readonly T[], columns: readonly ColumnOf<T>[], rest: Rest, forNull: string): TableBlock => ({
  kind: "table",
  title,
  columns: columns.map(([name, , layout]) => ({ title: name, ...layout })),
  rows: items.map((item) => columns.map(([, cell]) => cell(item) ?? forNull)),
  ...rest,
});

/** A table without columns in which every cell is empty. */
export function withoutEmptyColumns(of: TableBlock): TableBlock {
  const kept = of.columns.flatMap((_, at) => (of.rows.some((row) => cellText(row[at]!) !== "") ? [at] : []));
  return { ...of, columns: kept.map((at) => of.columns[at]!), rows: of.rows.map((row) => kept.map((at) => row[at]!)) };
}

/** Blocks that have something to show. */
export const filled = (tables: readonly TableBlock[]): readonly TableBlock[] => tables.filter(({ rows }) => rows.length > 0);
