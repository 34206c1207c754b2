import { bundledFile } from "../../base/data-folder.ts";
import { quietEffects } from "../../base/effects.ts";
import { LevermapError } from "../../base/errors.ts";
import { type CsvRow, csvRows } from "./csv-rows.ts";
import { BadRow } from "./records.ts";
import { checkIntervals, type Field, readField } from "./table-fields.ts";

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
