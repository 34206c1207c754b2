import { cellText } from "./cell.ts";
import type { Cell, Column, TableBlock } from "./view.ts";

/** A column of a table of things: its title, what it shows of one of them (`null`: unknown), and how it is laid out. */
export type ColumnOf<T> = readonly [title: string, cell: (item: T) => Cell | null, layout?: Layout];

type Layout = Omit<Column, "title">;

export const right: Layout = { align: "right" };
export const flexible: Layout = { flexible: true };
export const wide: Layout = { wide: true };
export const wideFlexible: Layout = { ...wide, ...flexible };

/** The title of a table alone, or with what stands for no rows and how many rows are shown. */
export type TableHead = string | Pick<TableBlock, "title" | "none" | "most">;

/** A table with a row for each of some things. */
export const tableOf = <T>(
  head: TableHead,
  items: readonly T[],
  columns: readonly ColumnOf<T>[],
  rest: Pick<TableBlock, "none" | "most"> = {},
): TableBlock => ({
  kind: "table",
  ...(typeof head === "string" ? { title: head } : head),
  columns: columns.map(([name, , layout]) => ({ title: name, ...layout })),
  rows: items.map((item) => columns.map(([, cell]) => cell(item) ?? "unknown")),
  ...rest,
});

/** A column that may have nothing to say of some rows. */
export type SparseColumn<T> = readonly [title: string, cell: (item: T) => Cell | null | undefined, layout?: Layout];

/** As `tableOf`, but a cell without a value is left empty: it does not apply. */
export const sparseTable = <T>(
  head: TableHead,
  items: readonly T[],
  columns: readonly SparseColumn<T>[],
  rest: Pick<TableBlock, "none" | "most"> = {},
): TableBlock =>
  tableOf(
    head,
    items,
    columns.map(([name, cell, layout = {}]): ColumnOf<T> => [name, (item) => cell(item) ?? "", layout]),
    rest,
  );

/** A table without the columns in which every cell is empty. */
export function withoutEmptyColumns(table: TableBlock): TableBlock {
  const kept = table.columns.flatMap((_, at) => (table.rows.some((row) => cellText(row[at]!) !== "") ? [at] : []));
  return { ...table, columns: kept.map((at) => table.columns[at]!), rows: table.rows.map((row) => kept.map((at) => row[at]!)) };
}

/** Tables that have rows. */
export const filled = (tables: readonly TableBlock[]): readonly TableBlock[] => tables.filter(({ rows }) => rows.length > 0);

/** As `sparseTable`, without the columns in which every cell is empty. */
export const trimmedTable = <T>(...table: Parameters<typeof sparseTable<T>>): TableBlock => withoutEmptyColumns(sparseTable(...table));
