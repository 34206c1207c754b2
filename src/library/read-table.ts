import { type Effects, quietEffects } from "../base/effects.ts";
import { LevermapError } from "../base/errors.ts";
import { type CsvRow, csvRows, readHeader } from "../sources/format/csv-rows.ts";

export interface GivenTable {
  readonly columns: readonly string[];
  readonly rows: readonly CsvRow[];
}

/**
 * Reads a whole table. Throws LM_USAGE for a broken row, LM_LOAD_UNRECOGNISED for a missing column of `required`, LM_FILE_NOT_FOUND,
 * LM_FILE_UNREADABLE.
 */
export async function readTable(file: string, required: readonly string[], effects: Effects = quietEffects): Promise<GivenTable> {
  const rows: CsvRow[] = [];
  for await (const row of csvRows(file, required, effects)) {
    if ("kind" in row) throw new LevermapError("LM_USAGE", `${row.file}, line ${row.line}: ${row.reason}.`, { file, line: row.line });
    rows.push(row);
  }
  return { columns: await readHeader(file), rows };
}

/** The parts of a cell that semicolons separate, empty ones left out. */
export const partsOf = (row: CsvRow, column: string): readonly string[] =>
  row
    .text(column)
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== "");

/** Appends columns to a table, replacing existing ones of the same names. */
export function withColumns(
  { columns }: GivenTable,
  added: readonly string[],
): { readonly header: readonly string[]; cellsOf(row: CsvRow): readonly string[] } {
  const kept = columns.flatMap((column, at) => (added.includes(column) ? [] : [at]));
  return { header: [...kept.map((at) => columns[at] as string), ...added], cellsOf: ({ cells }) => kept.map((at) => cells[at] ?? "") };
}
