import type { DuckDBConnection } from "@duckdb/node-api";

/** Marks the current load of a data set: the greatest edition for whole sources, then the latest loaded. */
export async function markCurrent(connection: DuckDBConnection, source: string, dataset: string): Promise<void> {
  await connection.run(
    `UPDATE load SET "current" = (id = (SELECT id FROM load WHERE source = $1 AND dataset = $2
      ORDER BY CASE WHEN scope = 'whole' THEN edition END DESC NULLS LAST, seq DESC LIMIT 1)) WHERE source = $1 AND dataset = $2`,
    [source, dataset],
  );
}
