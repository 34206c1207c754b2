import { cellText } from "./cell.ts";
import type { Cell, Column, TableBlock } from "./view.ts";

/** A column: its title, what it says of a row, and how it is set. */
export type ColumnOf<T> = readonly [title: string, cell: (of: T) => Cell | null | undefined, shape?: Omit<Column, "title">];

export const right = { align: "right" } as const;
export const flexible = { flexible: true } as const;
export const wide = { wide: true } as const;
export const wideFlexible = { wide: true, flexible: true } as const;

/** A table with a row for each of `of`. A cell that is null is left empty. */
export const tableOf = <T>(
  title: string,
  of: readonly T[],
  columns: readonly ColumnOf<T>[],
  rest: Pick<TableBlock, "none" | "most"> = {},
): TableBlock => ({
  kind: "table",
  title,
  columns: columns.map(([name, , shape]) => ({ title: name, ...shape })),
  rows: of.map((each) => columns.map(([, cell]) => cell(each) ?? "")),
  ...rest,
});

/** The same without columns in which every cell is empty. */
export function withoutEmptyColumns(table: TableBlock): TableBlock {
  const kept = table.columns.flatMap((_, at) => (table.rows.some((row) => cellText(row[at]!) !== "") ? [at] : []));
  return { ...table, columns: kept.map((at) => table.columns[at]!), rows: table.rows.map((row) => kept.map((at) => row[at]!)) };
}

/** Blocks that have something to show. */
export const filled = (tables: readonly TableBlock[]): readonly TableBlock[] => tables.filter(({ rows }) => rows.length > 0);
