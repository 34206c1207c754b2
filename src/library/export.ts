import { type Effects, quietEffects } from "../base/effects.ts";
import { type ExportedFile, type ExportOptions, exportTables } from "../workspace/export.ts";
import { withWorkspace } from "./with-workspace.ts";

/**
 * Writes the tables of a workspace to a folder, one file a table; the folder appears whole or not at all.
 * Throws LM_EXPORT_EXISTS, LM_WORKSPACE_MISSING, LM_WORKSPACE_BUSY.
 *
 * @example
 * await exportTo("./levermap-data", "./tables", { format: "parquet", tables: ["share"] });
 */
export const exportTo = (
  dir: string,
  outDir: string,
  options: ExportOptions,
  effects: Effects = quietEffects,
): Promise<readonly ExportedFile[]> =>
  withWorkspace(dir, "export", effects, (workspace) => exportTables(workspace, outDir, options, effects));
