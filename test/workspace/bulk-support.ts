import { type Effects, quietEffects } from "../../src/base/effects.ts";
import { type TableName, tableNames } from "../../src/base/tables.ts";
import type { Source } from "../../src/sources/source.ts";
import { createWorkspace } from "../../src/workspace/create.ts";
import { loadSource } from "../../src/workspace/load.ts";
import { openWorkspace } from "../../src/workspace/open.ts";
import { query } from "../../src/workspace/query.ts";
import type { Workspace } from "../../src/workspace/workspace.ts";

/** The rows of a table as JSON texts with their lines, in their order. */
export type Kept = Readonly<Partial<Record<TableName | "reject", readonly string[]>>>;

/** The same source without a plan, so that every file is read record by record. */
export function recordByRecord({ columns: _, ...source }: Source): Source {
  return source;
}

/** Loads files into a new workspace in `dir`. */
export async function loaded(dir: string, source: Source, paths: readonly string[], effects: Effects = quietEffects): Promise<Kept> {
  await createWorkspace(dir);
  const workspace = await openWorkspace(dir, { mode: "write" });
  try {
    await loadSource(workspace, source, paths, { maxRejects: 1 }, effects);
    return await kept(workspace);
  } finally {
    workspace.close();
  }
}

/** Everything that a workspace holds, loads aside; empty tables are left out. */
export async function kept(workspace: Workspace): Promise<Kept> {
  const found: [string, string[]][] = [];
  for (const table of [...tableNames, "reject"]) {
    const sql = `SELECT to_json(t) AS row FROM (SELECT * EXCLUDE (load_id) FROM "${table}" ORDER BY file, line, rowid) t`;
    const rows = await workspace.use((connection) => query<{ row: string }>(connection, sql));
    if (rows.length > 0) found.push([table, rows.map(({ row }) => row)]);
  }
  return Object.fromEntries(found);
}
