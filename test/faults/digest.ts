import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { query } from "../../src/workspace/query.ts";

/** Rows of each table of a workspace and a sum over what they hold, in whatever order; what counts writes is left out. */
export async function digest(dir: string): Promise<Readonly<Record<string, string>>> {
  const instance = await DuckDBInstance.create(join(dir, "levermap.duckdb"));
  const connection = await instance.connect();
  try {
    const tables = await query<{ name: string }>(connection, "SELECT table_name AS name FROM duckdb_tables() ORDER BY 1");
    const sums: Record<string, string> = {};
    for (const { name } of tables.filter((table) => table.name !== "meta")) {
      const [sum] = await query<{ sum: string }>(
        connection,
        `SELECT count(*)::VARCHAR || ' ' || coalesce(bit_xor(hash(t)), 0)::VARCHAR AS sum FROM "${name}" t`,
      );
      sums[name] = sum!.sum;
    }
    return sums;
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
