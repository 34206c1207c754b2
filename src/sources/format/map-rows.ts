import type { CsvRow } from "./csv-rows.ts";
import { BadRow, reject } from "./reject.ts";
import type { RejectRecord, SourceRecord } from "./source.ts";

/** Turns the records of a file into rows by `convert`; a record for which it throws `BadRow` becomes a reject. */
export async function* mapRows(
  rows: AsyncIterable<CsvRow | RejectRecord>,
  convert: (row: CsvRow) => Iterable<SourceRecord>,
): AsyncGenerator<SourceRecord, void, undefined> {
  for await (const row of rows) {
    if ("kind" in row) yield row;
    else for (const record of converted(row, convert)) yield record;
  }
}

function converted(row: CsvRow, convert: (row: CsvRow) => Iterable<SourceRecord>): readonly SourceRecord[] {
  try {
    return [...convert(row)];
  } catch (error) {
    if (error instanceof BadRow) return [reject(row, error.message, row.excerpt())];
    throw error;
  }
}
