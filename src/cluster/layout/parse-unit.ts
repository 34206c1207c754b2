import type { DuckDBConnection } from "@duckdb/node-api";
import type { Effects } from "../../base/effects.ts";
import type { TableName } from "../../base/tables.ts";
import type { Source } from "../../sources/format/source.ts";
import { type LoadOptions, loadSource } from "../../workspace/load.ts";
import { createTable, identifier } from "../../workspace/schema.ts";
import type { LoadStatus } from "../../workspace/status.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import type { ParsedLoad } from "./input-format.ts";
import { soundLoad, writeLoad } from "./restore-loads.ts";

export interface ParseUnitOptions extends LoadOptions {
  /** Writes a load also where a whole one of its id is there. */
  readonly replaces?: boolean;
}

/**
 * Reads files that make up one load with the readers of `load`, and writes what they give to a layout, the receipt last; a whole load of the same id is left alone.
 * @param workspace a scratch workspace, which is empty again afterwards. Throws what `loadSource` throws.
 */
export async function parseUnit(
  workspace: Workspace,
  dir: string,
  source: Source,
  paths: readonly string[],
  { replaces = false, ...options }: ParseUnitOptions,
  effects: Effects,
): Promise<ParsedLoad> {
  await loadSource(workspace, source, paths, options, effects);
  const [load] = (await workspace.status()) as [LoadStatus];
  const { id, path, rows, rejects } = load;
  return workspace.use(async (connection) => {
    try {
      const held = replaces ? null : await soundLoad(connection, dir, id, effects);
      const receipt = held?.digest ?? (await writeLoad(connection, dir, load, effects)).receipt;
      return { path, id, receipt, rows, rejects };
    } finally {
      await clear(connection, load);
    }
  });
}

/** A table that is made anew gives its memory back; one whose rows are deleted does not. */
async function clear(connection: DuckDBConnection, { tables }: LoadStatus): Promise<void> {
  for (const table of Object.keys(tables) as TableName[]) {
    await connection.run(`DROP TABLE ${identifier(table)}`);
    await connection.run(createTable(table));
  }
  await connection.run("DELETE FROM reject");
  await connection.run("DELETE FROM load");
}
