import { type Effects, quietEffects } from "../../src/base/effects.ts";
import { LevermapError } from "../../src/base/errors.ts";
import { type TableName, tableNames } from "../../src/base/tables.ts";
import type { ColumnPlan } from "../../src/sources/format/column-plan.ts";
import { listFiles } from "../../src/sources/format/list-files.ts";
import { planRows } from "../../src/sources/format/plan-rows.ts";
import type { Source } from "../../src/sources/format/source.ts";
import { unloadSource } from "../../src/workspace/current.ts";
import { loadSource } from "../../src/workspace/load.ts";
import { openWorkspace } from "../../src/workspace/open.ts";
import { query } from "../../src/workspace/query.ts";
import type { Workspace } from "../../src/workspace/workspace.ts";
import { emptyWorkspace } from "./empty.ts";

/** The rows of a table as JSON texts with their lines, in their order. */
export type Kept = Readonly<Partial<Record<TableName | "reject", readonly string[]>>>;

/** A source of one plan for every file. */
export function planned(plan: ColumnPlan): Source {
  return {
    name: "planned",
    scope: "parts",
    notice: "Invented data",
    files: async (paths) => (await listFiles(paths)).map(({ file }) => file),
    edition: async () => null,
    async *read(files, effects) {
      for (const file of files) yield* planRows(file, plan, effects);
    },
    columns: async () => plan,
  };
}

/** The same source without a plan, so that every file is read record by record. */
export function recordByRecord({ columns: _, ...source }: Source): Source {
  return source;
}

/** Loads files into a new workspace in `dir`. */
export async function loaded(dir: string, source: Source, paths: readonly string[], effects: Effects = quietEffects): Promise<Kept> {
  await emptyWorkspace(dir);
  const workspace = await openWorkspace(dir, { mode: "write" });
  try {
    await loadSource(workspace, source, paths, { maxRejects: 1 }, effects);
    return await kept(workspace);
  } finally {
    workspace.close();
  }
}

/**
 * What the load of one file ends in: everything kept, or the code of its error. The load is taken out again, so that one workspace
 * serves for many.
 */
export async function outcome(workspace: Workspace, source: Source, path: string, effects: Effects = quietEffects): Promise<Kept | string> {
  try {
    const { loads } = await loadSource(workspace, source, [path], { maxRejects: 1 }, effects);
    const found = await kept(workspace, patentTables);
    for (const { id } of loads) await unloadSource(workspace, id);
    return found;
  } catch (thrown) {
    if (thrown instanceof LevermapError) return thrown.code;
    throw thrown;
  }
}

const patentTables = tableNames.filter((table) => table.startsWith("patent"));

/** Everything that a workspace holds in these tables, loads aside; empty tables are left out. */
export async function kept(workspace: Workspace, tables: readonly TableName[] = tableNames): Promise<Kept> {
  const all = [...tables, "reject"];
  const counts = all.map((table) => `SELECT '${table}' AS name, count(*) AS n FROM "${table}"`).join(" UNION ALL ");
  const held = await workspace.use((connection) => query<{ name: string }>(connection, `SELECT name FROM (${counts}) WHERE n > 0`));
  const found: [string, string[]][] = [];
  for (const table of all.filter((each) => held.some(({ name }) => name === each))) {
    const sql = `SELECT to_json(t) AS row FROM (SELECT * EXCLUDE (load_id) FROM "${table}" ORDER BY file, line, rowid) t`;
    const rows = await workspace.use((connection) => query<{ row: string }>(connection, sql));
    found.push([table, rows.map(({ row }) => row)]);
  }
  return Object.fromEntries(found);
}
