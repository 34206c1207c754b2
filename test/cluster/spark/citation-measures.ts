import { parquetSql } from "../../../src/cluster/layout/layout-files.ts";
import { measurePath } from "../../../src/cluster/layout/layout-format.ts";
import { openScratch } from "../../../src/workspace/database.ts";
import { query } from "../../../src/workspace/query.ts";

/** The measures on citations of a layout by document; numbers with a fraction to twelve places. */
export async function citationMeasures(dir: string): Promise<readonly Record<string, unknown>[]> {
  const { connection, close } = await openScratch();
  try {
    const rows = await query<Record<string, unknown>>(
      connection,
      `SELECT * FROM ${parquetSql(measurePath(dir, "citation_measure"))} ORDER BY document`,
    );
    const rounded = (value: unknown): unknown => (typeof value === "number" ? Number(value.toPrecision(12)) : value);
    return rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, rounded(value)])));
  } finally {
    close();
  }
}
