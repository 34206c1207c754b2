import { type Effects, quietEffects } from "../base/effects.ts";
import { type ExportedFile, type ExportOptions, exportTables } from "../workspace/export.ts";
import { openWorkspace } from "../workspace/open.ts";

/**
 * Writes the tables of a workspace to a folder, one file a table; the folder appears whole or not at all.
 * Throws LM_EXPORT_EXISTS, LM_WORKSPACE_MISSING, LM_WORKSPACE_BUSY.
 *
 * @example
 * await exportTo("./levermap-data", "./tables", { format: "parquet", tables: ["share"] });
 */
export async function exportTo(
  dir: string,
  outDir: string,
  options: ExportOptions,
  effects: Effects = quietEffects,
): Promise<readonly ExportedFile[]> {
  const workspace = await openWorkspace(dir, { mode: "export", effects });
  try {
    return await exportTables(workspace, outDir, options, effects);
  } finally {
    workspace.close();
  }
}
