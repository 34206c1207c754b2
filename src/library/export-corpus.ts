import { type Effects, quietEffects } from "../base/effects.ts";
import { packageVersion } from "../base/package-file.ts";
import { type CorpusExportOptions, type ExportedCorpus, exportCorpus } from "../workspace/corpus-export.ts";
import { withWorkspace } from "./with-workspace.ts";

/**
 * Writes the patents of a workspace that may be passed on to a folder of Parquet files, which `load` reads as the source `corpus`; the folder
 * appears whole or not at all. Throws LM_EXPORT_EXISTS, LM_CORPUS_EMPTY, LM_WORKSPACE_MISSING, LM_WORKSPACE_BUSY.
 *
 * @example
 * await exportCorpusTo("./levermap-data", "./chips");
 */
export const exportCorpusTo = (
  dir: string,
  outDir: string,
  options: Omit<CorpusExportOptions, "version"> = {},
  effects: Effects = quietEffects,
): Promise<ExportedCorpus> =>
  withWorkspace(dir, "export", effects, (workspace) => exportCorpus(workspace, outDir, { ...options, version: packageVersion }, effects));
