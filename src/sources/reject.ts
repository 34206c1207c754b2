import type { CsvRow } from "./csv-rows.ts";
import type { Place, RejectRecord, SourceRecord } from "./source.ts";

/** What is wrong with a record: thrown by the readers of cells, caught by `mapRows`; it never leaves this room. */
export class BadRow extends Error {}

/** At most 200 characters of a record, on one line and without control characters. */
export const excerptOf = (text: string): string =>
  text
    .slice(0, 400)
    .replace(/\p{C}+/gu, " ")
    .slice(0, 200);

/** A bad record; `excerpt` is cut to 200 characters. */
export const reject = (place: Place, reason: string, excerpt: string): RejectRecord => ({
  kind: "reject",
  code: "LM_LOAD_BAD_ROW",
  file: place.file,
  line: place.line,
  reason,
  excerpt: excerptOf(excerpt),
});

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
