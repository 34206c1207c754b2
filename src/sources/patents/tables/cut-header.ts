import { type RowRecord, rowRecord } from "../../format/records.ts";

/** The name of the first column of a table that was cut, before what it was cut to; its cells are the records' numbers in the whole table. */
export const cutColumn = "cut_record";

/** Longer ones are cut off: a header is untrusted. */
const longestClasses = 400;

/** What a table was cut to, by its first column; `null` for one that is whole. */
export const classesOf = ([first = ""]: readonly string[]): string | null =>
  first.startsWith(`${cutColumn} `) ? first.slice(cutColumn.length + 1, cutColumn.length + 1 + longestClasses).trim() : null;

/** The row that says of a load that its file was cut. */
export const cutRows = (file: string, classes: string): readonly RowRecord[] => [rowRecord("patent_cut", { file, line: 1 }, { classes })];
