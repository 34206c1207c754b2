import { stat } from "node:fs/promises";
import { type Effects, quietEffects } from "../base/effects.ts";
import { isMeasured } from "../corpus/steps/measure.ts";
import { backUp, restoreWorkspace } from "../workspace/backup.ts";
import { type Unsound, unsoundParts } from "../workspace/structure.ts";
import { renewWorkspace, withWorkspace } from "./with-workspace.ts";

export interface BackedUp {
  readonly path: string;
  readonly bytes: number;
}

/**
 * Copies a workspace to a file (default: a new one in its `backups/`), also while it is served. It holds all that the workspace does, customers and
 * notes too. Throws LM_EXPORT_EXISTS, LM_FILE_NOT_FOUND, LM_WORKSPACE_MISSING, LM_WORKSPACE_BUSY.
 */
export async function backup(dir: string, out?: string, effects: Effects = quietEffects): Promise<BackedUp> {
  const path = await withWorkspace(dir, "export", effects, (workspace) => backUp(workspace, out, effects));
  return { path, bytes: (await stat(path)).size };
}

/** Puts a backup in the place of a workspace, which is kept in its `backups/`. Throws LM_FILE_NOT_FOUND, LM_WORKSPACE_BUSY, LM_WORKSPACE_DAMAGED, LM_WORKSPACE_NEWER. */
export const restore = (dir: string, file: string, effects: Effects = quietEffects): Promise<void> =>
  restoreWorkspace(dir, file, effects, renewWorkspace);

/** What was found of a workspace. */
export interface Soundness {
  readonly workspace: string;
  /** Rows that were read, rejects among them. */
  readonly rows: number;
  /** Whether the measures rest on what is loaded. */
  readonly measured: boolean;
  readonly problems: readonly Unsound[];
}

/** Reads a workspace from its first row to its last and says what is wrong with it. Throws LM_WORKSPACE_MISSING, LM_WORKSPACE_BUSY, LM_WORKSPACE_DAMAGED. */
export const checkWorkspace = (dir: string, effects: Effects = quietEffects): Promise<Soundness> =>
  withWorkspace(dir, "read", effects, async (workspace) => ({
    workspace: workspace.dir,
    ...(await unsoundParts(workspace)),
    measured: await isMeasured(workspace),
  }));
