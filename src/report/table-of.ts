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
