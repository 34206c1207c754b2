import type { DuckDBConnection } from "@duckdb/node-api";
import { tableNames } from "../base/tables.ts";
import { inTransaction, query } from "./query.ts";
import { identifier } from "./schema.ts";
import { requireLoad } from "./status.ts";
import type { Workspace } from "./workspace.ts";

/** Marks the current load of a data set: the greatest edition for whole sources, then the latest loaded. */
export async function markCurrent(connection: DuckDBConnection, source: string, dataset: string): Promise<void> {
  await connection.run(
    `UPDATE load SET "current" = (id = (SELECT id FROM load WHERE source = $1 AND dataset = $2
      ORDER BY CASE WHEN scope = 'whole' THEN edition END DESC NULLS LAST, seq DESC LIMIT 1)) WHERE source = $1 AND dataset = $2`,
    [source, dataset],
  );
}

/** Removes a load; the one it had replaced is current again. Throws LM_LOAD_UNKNOWN. */
export async function unloadSource(workspace: Workspace, loadId: string): Promise<void> {
  await workspace.use((connection) =>
    inTransaction(connection, async () => {
      await requireLoad(connection, loadId);
      for (const table of [...tableNames, "reject"]) await connection.run(`DELETE FROM ${identifier(table)} WHERE load_id = $1`, [loadId]);
      const removed = await query<{ source: string; dataset: string }>(
        connection,
        "DELETE FROM load WHERE id = $1 RETURNING source, dataset",
        [loadId],
      );
      for (const { source, dataset } of removed) await markCurrent(connection, source, dataset);
    }),
  );
}
