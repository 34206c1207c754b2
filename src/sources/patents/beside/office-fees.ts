import { bundledFile } from "../../../base/data-folder.ts";
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
  grade,
  maybe,
  number,
  oneOf,
  readField,
  text,
} from "../../format/table-fields.ts";

/** What a row of the table of offices tells. */
export const officeItems = ["grant", "agent", "pendency", "rate", "year-pending", "year-from-filing", "year-from-grant"] as const;

/** A fee, a cost, an exchange rate or a time of one patent office. */
export interface OfficeFee {
  /** WIPO ST.3. */
  readonly office: string;
  readonly item: (typeof officeItems)[number];
  /** First and last year of a yearly fee; `null` of what is paid once. */
  readonly year_from: number | null;
  readonly year_to: number | null;
  readonly low: number;
  readonly high: number;
  /** A currency, `USD per EUR`, or `years`. */
  readonly unit: string;
  readonly as_of: string | null;
  readonly source: string | null;
  readonly grade: string;
  readonly note: string | null;
}

const fields: Readonly<Record<keyof OfficeFee, Field>> = {
  office: economy,
  item: oneOf(...officeItems),
  year_from: amount,
  year_to: amount,
  low: number,
  high: number,
  unit: text,
  as_of: date,
  source: maybe,
  grade,
  note: maybe,
};

/** What it costs to get and to keep a patent at the offices of `data/plan/offices.csv`. Throws LM_ATLAS_INVALID. */
export async function readOfficeFees(): Promise<readonly OfficeFee[]> {
  // The fields say what each column holds.
  return (await readDataTable("plan/offices.csv", fields)) as unknown as readonly OfficeFee[];
}

/** Cells of one row by column. */
export type DataRow = Readonly<Record<string, string | number | null>>;

/**
 * Reads a table of the bundled data that is no part of the atlas, by the same kinds of fields. `name`: its path under `data/`.
 * Throws LM_ATLAS_INVALID that names each row that is wrong, and LM_LOAD_UNRECOGNISED where a column is missing.
 */
export const readDataTable = (name: string, fields: Readonly<Record<string, Field>>): Promise<readonly DataRow[]> =>
  readTableFile(bundledFile(name), fields);

/** The same of any file. */
export async function readTableFile(file: string, fields: Readonly<Record<string, Field>>): Promise<readonly DataRow[]> {
  const rows: DataRow[] = [];
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
function readCells(row: CsvRow, fields: Readonly<Record<string, Field>>): DataRow | string {
  try {
    const cells = Object.fromEntries(Object.entries(fields).map(([column, field]) => [column, readField(row, column, field)]));
    checkIntervals(cells);
    return cells;
  } catch (thrown) {
    if (thrown instanceof BadRow) return thrown.message;
    throw thrown;
  }
}
