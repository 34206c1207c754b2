import { bundledFile } from "../../../base/built-file.ts";
import { quietEffects } from "../../../base/effects.ts";
import { LevermapError } from "../../../base/errors.ts";
import { type CsvRow, csvRows } from "../../format/csv-rows.ts";
import { BadRow } from "../../format/records.ts";
import {
  amount,
  checkIntervals,
  date,
  economy,
  type Field,
  type FieldRow,
  grade,
  maybe,
  number,
  oneOf,
  readField,
  text,
} from "../../format/table-fields.ts";

/** What a row of the table of offices tells. */
export const officeItems = ["grant", "agent", "pendency", "rate", "year-pending", "year-from-filing", "year-from-grant"] as const;

const fields = {
  /** WIPO ST.3. */
  office: economy,
  item: oneOf(...officeItems),
  /** First and last year of a yearly fee; `null` of what is paid once. */
  year_from: amount,
  year_to: amount,
  low: number,
  high: number,
  /** A currency, `USD per EUR`, or `years`. */
  unit: text,
  as_of: date,
  source: maybe,
  grade,
  note: maybe,
};

/** A fee, a cost, an exchange rate or a time of one patent office. */
export type OfficeFee = FieldRow<typeof fields>;

/** What it costs to get and to keep a patent at the offices of `data/plan/offices.csv`. Throws LM_ATLAS_INVALID. */
export const readOfficeFees = (): Promise<readonly OfficeFee[]> => readTableFile(bundledFile("plan/offices.csv"), fields);

/**
 * Reads a table of the bundled data outside the atlas by its fields. Throws LM_ATLAS_INVALID that names each row that is wrong, and
 * LM_LOAD_UNRECOGNISED where a column is missing.
 */
export async function readTableFile<F extends Readonly<Record<string, Field>>>(file: string, fields: F): Promise<readonly FieldRow<F>[]> {
  const rows: FieldRow<F>[] = [];
  const problems: string[] = [];
  for await (const row of csvRows(file, Object.keys(fields), quietEffects)) {
    const read = "kind" in row ? row.reason : readCells(row, fields);
    if (typeof read === "string") problems.push(`line ${row.line}: ${read}`);
    else rows.push(read);
  }
  if (problems.length === 0) return rows;
  throw new LevermapError("LM_ATLAS_INVALID", `${file}: ${problems.slice(0, 20).join("; ")}`, { file, problems });
}

/** The cells of a row, or what is wrong with it. */
function readCells<F extends Readonly<Record<string, Field>>>(row: CsvRow, fields: F): FieldRow<F> | string {
  try {
    const cells = Object.fromEntries(Object.entries(fields).map(([column, field]) => [column, readField(row, column, field)]));
    checkIntervals(cells);
    // Each field gives values of its type.
    return cells as FieldRow<F>;
  } catch (thrown) {
    if (thrown instanceof BadRow) return thrown.message;
    throw thrown;
  }
}
