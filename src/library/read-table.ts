import { type Effects, quietEffects } from "../base/effects.ts";
import { LevermapError } from "../base/errors.ts";
import { type CsvRow, csvRows, readHeader } from "../sources/format/csv-rows.ts";
import type { RejectRecord } from "../sources/format/records.ts";

export interface GivenTable {
  readonly columns: readonly string[];
  readonly rows: readonly CsvRow[];
  /** Lines that are no row of the table, with the reason of each. */
  readonly broken: readonly RejectRecord[];
}

/**
 * Reads a table; its columns may be in capitals. A quote inside a cell that has none around it stands for itself; a broken row costs the others nothing. Throws
 * LM_LOAD_UNRECOGNISED for a missing column of `required`, LM_FILE_NOT_FOUND, LM_FILE_UNREADABLE.
 */
export async function readTable(file: string, required: readonly string[], effects: Effects = quietEffects): Promise<GivenTable> {
  const rows: CsvRow[] = [];
  const broken: RejectRecord[] = [];
  for await (const row of csvRows(file, required, effects, { lenient: true, anyCase: true })) {
    if ("kind" in row) broken.push(row);
    else rows.push(row);
  }
  return { columns: await readHeader(file), rows, broken };
}

/** Reads a table of which every row is needed. Throws LM_USAGE for a broken row, and what `readTable` throws. */
export async function readWholeTable(file: string, required: readonly string[], effects: Effects = quietEffects): Promise<GivenTable> {
  const table = await readTable(file, required, effects);
  const [first] = table.broken;
  if (first !== undefined)
    throw new LevermapError("LM_USAGE", `${first.file}, line ${first.line}: ${first.reason}.`, { file, line: first.line });
  return table;
}

/** The parts of a cell that semicolons separate, empty ones left out. */
export const partsOf = (row: CsvRow, column: string): readonly string[] =>
  row
    .text(column)
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== "");

interface ColumnsAdded {
  readonly header: readonly string[];
  cellsOf(row: CsvRow): readonly string[];
  /** The cells of a line that is no row: what stands there in column `at`, else nothing. */
  cellsOfBroken(line: RejectRecord, at: string): readonly string[];
}

/** Appends columns to a table, replacing existing ones of the same names. */
export function withColumns({ columns }: GivenTable, added: readonly string[]): ColumnsAdded {
  const kept = columns.flatMap((column, at) => (added.includes(column.toLowerCase()) ? [] : [at]));
  const names = kept.map((at) => columns[at] as string);
  return {
    header: [...names, ...added],
    cellsOf: ({ cells }) => kept.map((at) => cells[at] ?? ""),
    cellsOfBroken: ({ excerpt }, at) => names.map((name) => (name.toLowerCase() === at ? excerpt : "")),
  };
}

/** A row of a table of decisions. */
export interface CaseTableRow {
  readonly customer: string;
  readonly entry: string;
  readonly verdict: string;
  readonly note: string | null;
}

/** Reads a CSV table of cases: columns customer, entry, those of `required`, and note where it is there. Throws what `readWholeTable` throws. */
export async function readCaseTable(
  file: string,
  required: readonly string[],
  effects: Effects = quietEffects,
): Promise<readonly CaseTableRow[]> {
  const { rows } = await readWholeTable(file, ["customer", "entry", ...required], effects);
  return rows.map((row) => ({
    customer: row.text("customer"),
    entry: row.text("entry"),
    verdict: row.text("verdict"),
    note: row.text("note") || null,
  }));
}
