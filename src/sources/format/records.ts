import type { ErrorCode } from "../../base/errors.ts";
import { type Row, type TableName, tableNames, tables } from "../../base/tables.ts";

/** Where a record stands: file as given by the user and its line (or record) number, starting at 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** A good row for one table. */
export type RowRecord = { readonly [T in TableName]: Place & { readonly kind: "row"; readonly table: T; readonly row: Row<T> } }[TableName];

/** A bad record: kept, counted, never fatal by itself unless its source needs whole files. `excerpt` holds at most 200 characters of it. */
export interface RejectRecord extends Place {
  readonly kind: "reject";
  readonly code: ErrorCode;
  readonly reason: string;
  readonly excerpt: string;
  /** The file, or an archive in it, breaks off here: nobody knows how many records are lost. */
  readonly breaksOff?: true;
}

export type SourceRecord = RowRecord | RejectRecord;

/** Records, or pieces of a file, one after the other. */
export type Stream<T> = AsyncGenerator<T, void, undefined>;

type MaybeUnknown<R> = { [C in keyof R]: null extends R[C] ? C : never }[keyof R];

/** A row as a reader states it: columns that are unknown may be left out. */
export type Stated<T extends TableName> = Omit<Row<T>, MaybeUnknown<Row<T>>> & Partial<Pick<Row<T>, MaybeUnknown<Row<T>>>>;

const maybeUnknown = Object.fromEntries(
  tableNames.map((table) => [table, Object.entries(tables[table]).flatMap(([column, kind]) => (kind.endsWith("?") ? [column] : []))]),
) as unknown as Readonly<Record<TableName, readonly string[]>>;

/** A row of a table with the place it was read at. `row` is filled, not copied, for speed: it must be a new object. */
export function rowRecord<T extends TableName>(table: T, place: Place, row: Stated<T>): RowRecord {
  const values = row as Record<string, unknown>;
  for (const column of maybeUnknown[table]) if (values[column] === undefined) values[column] = null;
  // The union of row records cannot be picked by a type parameter; `table` and `row` agree by the signature.
  return { kind: "row", table, row, file: place.file, line: place.line } as unknown as RowRecord;
}

/** What is wrong with a record: thrown where a value is read, caught by `rowsOrReject`; it never leaves this room. */
export class BadRow extends Error {}

/** Throws BadRow. */
export function fail(reason: string): never {
  throw new BadRow(reason);
}

/** A bad record; `excerpt` is cut to 200 characters. */
export const reject = (place: Place, reason: string, excerpt: string): RejectRecord => ({
  kind: "reject",
  code: "LM_LOAD_BAD_ROW",
  file: place.file,
  line: place.line,
  reason,
  excerpt: excerptOf(excerpt),
});

/** The same reject where the file ends in its record or loses what comes after it. */
export const breakingOff = (record: RejectRecord): RejectRecord => ({ ...record, breaksOff: true });

/** At most 200 characters of a record, on one line and without control characters. */
export const excerptOf = (text: string): string =>
  text
    .slice(0, 400)
    .replace(/\p{C}+/gu, " ")
    .slice(0, 200);

/** The rows that `convert` makes of a record, or one reject where it throws `BadRow`. */
export function rowsOrReject(place: Place, convert: () => Iterable<SourceRecord>, excerpt: () => string): readonly SourceRecord[] {
  try {
    return [...convert()];
  } catch (thrown) {
    if (thrown instanceof BadRow) return [reject(place, thrown.message, excerpt())];
    throw thrown;
  }
}

/** Turns records into rows by `convert`; one for which it throws `BadRow` becomes a reject. */
export async function* mapRecords<R extends Place & { excerpt(): string }>(
  records: AsyncIterable<R | RejectRecord>,
  convert: (record: R) => Iterable<SourceRecord>,
): Stream<SourceRecord> {
  for await (const record of records) {
    if ("kind" in record) yield record;
    else
      for (const row of rowsOrReject(
        record,
        () => convert(record),
        () => record.excerpt(),
      ))
        yield row;
  }
}
