import { tableNames } from "../../../src/base/tables.ts";
import { openWorkspace } from "../../../src/workspace/open.ts";
import { queryMany } from "../../../src/workspace/query.ts";

/** Every row of every table of a workspace's loads in its order, with its load and place; when a load was made is left out. */
export async function loadedRows(dir: string): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const workspace = await openWorkspace(dir, { mode: "read" });
  try {
    const rows: Record<string, readonly unknown[]> = {};
    for (const table of ["reject", ...tableNames]) {
      const found = await workspace.use((connection) =>
        queryMany(connection, `SELECT * FROM "${table}" ORDER BY load_id, file, line, rowid`),
      );
      if (found.length > 0) rows[table] = found;
    }
    rows.load = await workspace.use((connection) => queryMany(connection, "SELECT * EXCLUDE (loaded_at) FROM load ORDER BY seq"));
    return rows;
  } finally {
    workspace.close();
  }
}
