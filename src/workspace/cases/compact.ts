import { rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { databaseName } from "../open.ts";
import { runAll } from "../query.ts";
import type { Workspace } from "../workspace.ts";
import { markCompact } from "./purge-customer.ts";

/**
 * Writes a workspace open for writing anew, with the rows that are left and nothing else, puts it in the place of the old file and closes it.
 * Killed before the end, it leaves the old file, which says that this is due.
 */
export async function compactAndClose(workspace: Workspace): Promise<void> {
  const path = join(workspace.dir, databaseName);
  const part = join(workspace.dir, ".compacting.duckdb");
  const remove = async (): Promise<void> => {
    for (const file of [part, `${part}.wal`]) await rm(file, { force: true });
  };
  await remove();
  try {
    await workspace.use(async (connection) => {
      await connection.run("CHECKPOINT");
      await connection.run(`ATTACH '${part.replaceAll("'", "''")}' AS compact`);
      try {
        await connection.run("COPY FROM DATABASE levermap TO compact");
        await markCompact(connection, "compact");
        await runAll(connection, ["CHECKPOINT compact"]);
      } finally {
        await connection.run("DETACH compact");
      }
    });
    // The lock is on the old file until it is closed: nobody writes to it in between.
    await rename(part, path);
  } catch (thrown) {
    await remove();
    throw thrown;
  } finally {
    workspace.close();
  }
}
