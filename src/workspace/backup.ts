import { copyFile, mkdir, realpath, rename, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { type Effects, quietEffects } from "../base/effects.ts";
import { LevermapError } from "../base/errors.ts";
import { clear, retire } from "./create.ts";
import { backupPath, exists } from "./migrations.ts";
import { databaseName, openWorkspace, stagingName } from "./open.ts";
import { schemaVersion } from "./schema.ts";
import type { Workspace } from "./workspace.ts";

/**
 * Copies a workspace that is open for export to a file, beside its readers; the file appears whole or not at all. Gives its path, by default a new one
 * in `backups/`. Throws LM_EXPORT_EXISTS, LM_FILE_NOT_FOUND for a missing folder.
 */
export async function backUp(workspace: Workspace, out: string | undefined, effects: Effects = quietEffects): Promise<string> {
  const target = out === undefined ? await backupPath(workspace.dir, schemaVersion, effects) : resolve(out);
  if (out === undefined) await mkdir(dirname(target), { recursive: true });
  if (await exists(target)) throw new LevermapError("LM_EXPORT_EXISTS", `${target} already exists.`, { path: target });
  if (!(await exists(dirname(target))))
    throw new LevermapError("LM_FILE_NOT_FOUND", `There is no folder ${dirname(target)}.`, { path: target });
  const part = `${target}.part`;
  const remove = (): Promise<unknown> => Promise.all([part, `${part}.wal`].map((file) => rm(file, { force: true })));
  await remove();
  try {
    await workspace.use(async (connection) => {
      await connection.run(`ATTACH '${part.replaceAll("'", "''")}' AS backup (READ_WRITE)`);
      try {
        await connection.run("COPY FROM DATABASE levermap TO backup");
        await connection.run("CHECKPOINT backup");
      } finally {
        await connection.run("DETACH backup");
      }
    });
    await rename(part, target);
  } catch (thrown) {
    await remove();
    throw thrown;
  }
  return target;
}

/**
 * Puts a backup in the place of the workspace in a folder, which is kept in `backups/`; one of an earlier version is upgraded on the way. A kill leaves
 * the old workspace or the new one. Throws LM_FILE_NOT_FOUND, LM_WORKSPACE_BUSY, and what opening the backup throws.
 */
export async function restoreWorkspace(
  dir: string,
  file: string,
  effects: Effects = quietEffects,
  renew?: (workspace: Workspace, effects: Effects) => Promise<void>,
): Promise<void> {
  if (!(await exists(file))) throw new LevermapError("LM_FILE_NOT_FOUND", `There is no file ${file}.`, { file });
  await mkdir(resolve(dir), { recursive: true });
  const root = await realpath(resolve(dir));
  const staging = join(root, stagingName);
  await clear(staging);
  try {
    await copyFile(file, join(staging, databaseName));
    (await openWorkspace(staging, { mode: "write", effects, ...(renew && { renew }) })).close();
    if (await exists(join(root, databaseName))) await retire(root, join(root, databaseName), effects);
    await rename(join(staging, databaseName), join(root, databaseName));
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}
