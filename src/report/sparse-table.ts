import { cellText } from "./cell.ts";
import { type ColumnOf, tableOf } from "./table-of.ts";
import type { Cell, Column, TableBlock } from "./view.ts";

type Layout = Omit<Column, "title">;

/** A column that may have nothing to say of some rows. */
export type SparseColumn<T> = readonly [title: string, cell: (item: T) => Cell | null | undefined, layout?: Layout];

/** As `tableOf`, but a cell without a value is left empty: it does not apply. */
export const sparseTable = <T>(
  title: string,
  items: readonly T[],
  columns: readonly SparseColumn<T>[],
  rest: Pick<TableBlock, "none" | "most"> = {},
): TableBlock =>
  tableOf(
    title,
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
