import { type Effects, quietEffects } from "../base/effects.ts";
import { LevermapError } from "../base/errors.ts";
import { type CsvRow, csvRows, readHeader } from "../sources/format/csv-rows.ts";

/** A delimited file with a header that somebody gave to be worked through, row by row. */
export interface GivenTable {
  readonly columns: readonly string[];
  readonly rows: readonly CsvRow[];
}

/**
 * Reads a table whole. No row is passed over: LM_USAGE for a broken one, so that none goes unseen. Throws LM_LOAD_UNRECOGNISED where a
 * column of `required` is missing, LM_FILE_NOT_FOUND, LM_FILE_UNREADABLE.
 */
export async function readTable(file: string, required: readonly string[], effects: Effects = quietEffects): Promise<GivenTable> {
  const rows: CsvRow[] = [];
  for await (const row of csvRows(file, required, effects)) {
    if ("kind" in row) throw new LevermapError("LM_USAGE", `${row.file}, line ${row.line}: ${row.reason}.`, { file, line: row.line });
    rows.push(row);
  }
  return { columns: await readHeader(file), rows };
}

/** A table with columns put behind it; columns of the same names that it had before are left out. */
export function withColumns(
  { columns }: GivenTable,
  added: readonly string[],
): { readonly header: readonly string[]; cellsOf(row: CsvRow): readonly string[] } {
  const kept = columns.flatMap((column, at) => (added.includes(column) ? [] : [at]));
  return { header: [...kept.map((at) => columns[at] as string), ...added], cellsOf: ({ cells }) => kept.map((at) => cells[at] ?? "") };
}
