import type { DuckDBConnection } from "@duckdb/node-api";

/** Writes text columns as temporary table `name`; `null` becomes NULL. */
export async function writeTexts(
  connection: DuckDBConnection,
  name: string,
  columns: Readonly<Record<string, readonly (string | null)[]>>,
): Promise<void> {
  const declared = Object.keys(columns).map((column) => `${column} VARCHAR`);
  await connection.run(`CREATE OR REPLACE TEMP TABLE ${name} (${declared.join(", ")})`);
  const lists = Object.values(columns);
  const appender = await connection.createAppender(name, "main", "temp");
  for (let row = 0; row < (lists[0]?.length ?? 0); row++) {
    for (const list of lists) {
      const value = list[row];
      if (value === null || value === undefined) appender.appendNull();
      else appender.appendVarchar(value);
    }
    appender.endRow();
  }
  appender.closeSync();
}
