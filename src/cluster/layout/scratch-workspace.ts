import { openScratch } from "../../workspace/database.ts";
import { inTransaction, runAll } from "../../workspace/query.ts";
import { schemaStatements } from "../../workspace/schema.ts";
import { Workspace } from "../../workspace/workspace.ts";

/** Works on an empty workspace that is in no folder of anybody's and is gone afterwards. */
export async function withScratchWorkspace<T>(work: (workspace: Workspace) => Promise<T>): Promise<T> {
  const database = await openScratch();
  const workspace = new Workspace(database.folder, "write", database);
  try {
    await inTransaction(database.connection, () => runAll(database.connection, schemaStatements));
    return await work(workspace);
  } finally {
    workspace.close();
  }
}
