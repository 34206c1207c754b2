import type { DuckDBConnection } from "@duckdb/node-api";
import { tableNames } from "../base/tables.ts";
import { inTransaction, query } from "./query.ts";
import { identifier } from "./schema.ts";
import { type LoadStatus, requireLoad } from "./status.ts";
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

/** A load as it is put into the table of loads. */
interface LoadRow extends Omit<LoadStatus, "loaded_at" | "current" | "tables"> {
  /** UTC, ISO 8601. */
  readonly loadedAt: string;
}

const sql = `INSERT INTO load SELECT $1, coalesce(max(seq), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, false FROM load`;

/** Adds a load as the latest, which may make it the current one of its data set. */
export async function insertLoad(connection: DuckDBConnection, load: LoadRow): Promise<void> {
  const { id, source, dataset, scope, edition, path, sha256, bytes, rows, rejects, loadedAt, notice } = load;
  await connection.run(sql, [id, source, dataset, scope, edition, path, sha256, bytes, rows, rejects, loadedAt, notice]);
  await markCurrent(connection, source, dataset);
}
