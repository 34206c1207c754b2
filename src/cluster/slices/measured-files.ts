import type { DuckDBConnection } from "@duckdb/node-api";
import type { DerivedTableName } from "../../base/derived-tables.ts";
import type { Effects } from "../../base/effects.ts";
import { markMeasured, type StepName, stepStates } from "../../corpus/steps/measure.ts";
import { inTransaction } from "../../workspace/query.ts";
import { derivedColumnsOf, identifier } from "../../workspace/schema.ts";
import { checkFile, parquetSql, writeParquet } from "../layout/layout-files.ts";
import { invalidLayout, type LayoutManifest, type LayoutMeasure, measurePath } from "../layout/layout-format.ts";

/** Writes the tables of the measures that are done on the current rows, each in its own order. */
export async function writeMeasures(connection: DuckDBConnection, dir: string, effects: Effects): Promise<readonly LayoutMeasure[]> {
  const written: LayoutMeasure[] = [];
  for (const { step, inputs, rows, fills } of await stepStates(connection)) {
    if (rows === null) continue;
    const files: LayoutMeasure["files"] = [];
    for (const table of fills) {
      const sql = `SELECT * FROM ${identifier(table)} ORDER BY rowid`;
      files.push({ table, ...(await writeParquet(connection, sql, measurePath(dir, table), effects)) });
    }
    written.push({ step, inputs, rows, files });
  }
  return written;
}

/** Takes over the measures of a layout that rest on the very loads that are current here and are not done yet; gives their steps. Throws LM_LAYOUT_INVALID. */
export async function restoreMeasures(
  connection: DuckDBConnection,
  dir: string,
  { measures }: Pick<LayoutManifest, "measures">,
  effects: Effects,
): Promise<readonly StepName[]> {
  const restored: StepName[] = [];
  for (const { step, inputs, rows, fills } of await stepStates(connection)) {
    const made = measures.find((each) => each.step === step && each.inputs === inputs);
    if (rows !== null || made === undefined) continue;
    if (made.files.map(({ table }) => table).join() !== fills.join())
      throw invalidLayout(dir, `its tables of ${step} are not ${fills.join(", ")}`);
    for (const { table, ...file } of made.files)
      await checkFile(connection, measurePath(dir, table), file, derivedColumnsOf(table as DerivedTableName), effects);
    await inTransaction(connection, async () => {
      for (const table of fills) {
        await connection.run(`DELETE FROM ${identifier(table)}`);
        await connection.run(`INSERT INTO ${identifier(table)} SELECT * FROM ${parquetSql(measurePath(dir, table))}`);
      }
      await markMeasured(connection, step, inputs, made.rows);
    });
    restored.push(step);
  }
  return restored;
}
