import type { Row, TableName } from "../../base/tables.ts";
import type { Place, RowRecord } from "./source.ts";

/** A row of a table with the place it was read at. */
export const rowRecord = <T extends TableName>(table: T, place: Place, row: Row<T>): RowRecord =>
  // The union of row records cannot be picked by a type parameter; `table` and `row` agree by the signature.
  ({ kind: "row", table, row, file: place.file, line: place.line }) as RowRecord;
