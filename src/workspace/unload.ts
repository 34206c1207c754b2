import { tableNames } from "../base/tables.ts";
import { markCurrent } from "./current.ts";
import { query } from "./query.ts";
import { identifier } from "./schema.ts";
import { requireLoad } from "./status.ts";
import { inTransaction } from "./transaction.ts";
import type { Workspace } from "./workspace.ts";

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
