import { copyFile, link, mkdir, rename, rm, rmdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type Effects, quietEffects } from "../base/effects.ts";
import { faultOfPlace, LevermapError } from "../base/errors.ts";
import { openDatabase } from "./database.ts";
import { nextGeneration } from "./generation.ts";
import { backupPath, exists, setMeta } from "./migrations.ts";
import { databaseName, openWorkspace, stagingName } from "./open.ts";
import { inTransaction, runAll } from "./query.ts";
import { schemaStatements, schemaVersion } from "./schema.ts";
import { digestKey, schemaDigest } from "./structure.ts";
import { Workspace } from "./workspace.ts";

export interface CreateOptions {
  /** Replaces an existing workspace, moving it to `backups/`. */
  readonly force?: boolean;
  readonly effects?: Effects;
}

/**
 * Creates a workspace in `.new/` inside the folder (which may be a mount) and renames it at the end, so that a kill leaves the old workspace
 * or none. Throws LM_WORKSPACE_EXISTS, LM_WORKSPACE_BUSY, or errors of `fill`.
 */
export async function createWorkspace(
  dir: string,
  { force = false, effects = quietEffects }: CreateOptions = {},
  fill: (workspace: Workspace) => Promise<void> = async () => undefined,
): Promise<void> {
  const root = resolve(dir);
  const target = join(root, databaseName);
  const staging = join(root, stagingName);
  if (!force && (await exists(target)))
    throw new LevermapError("LM_WORKSPACE_EXISTS", `There is a workspace in ${dir} already.`, { workspace: dir });

  const made = await mkdir(root, { recursive: true }).catch((thrown: Error) => {
    throw (
      faultOfPlace(thrown) ??
      new LevermapError("LM_FILE_UNREADABLE", `Cannot create the folder ${dir}: ${thrown.message}`, { workspace: dir })
    );
  });
  await clear(staging);
  try {
    await build(staging, fill);
    if (await exists(target)) await retire(root, target, effects);
    await rename(join(staging, databaseName), target);
  } catch (thrown) {
    await rm(staging, { recursive: true, force: true });
    if (made !== undefined) await rmdir(root).catch(() => undefined);
    throw thrown;
  }
  await rm(staging, { recursive: true, force: true });
}

/** Removes a killed attempt's remains; LM_WORKSPACE_BUSY if it is still running. */
async function clear(staging: string): Promise<void> {
  const path = join(staging, databaseName);
  if (await exists(path)) {
    try {
      (await openDatabase(path, "write")).close();
    } catch (thrown) {
      if (isBusy(thrown)) throw thrown;
    }
  }
  await rm(staging, { recursive: true, force: true });
  await mkdir(staging);
}

async function build(staging: string, fill: (workspace: Workspace) => Promise<void>): Promise<void> {
  const database = await openDatabase(join(staging, databaseName), "write");
  try {
    await inTransaction(database.connection, async () => {
      await runAll(database.connection, schemaStatements);
      await setMeta(database.connection, digestKey, schemaDigest);
    });
    await fill(new Workspace(staging, "write", database));
    await nextGeneration(database.connection);
    await database.connection.run("CHECKPOINT");
  } finally {
    database.close();
  }
}

/** Keeps the old file in `backups/`; the new one then replaces it atomically. */
async function retire(root: string, target: string, effects: Effects): Promise<void> {
  await keepOld(root, target, await settle(root), effects);
}

/** Links a file in `backups/`, with the log that its last writer left. `version`: of its tables; `null`: not known. */
export async function keepOld(root: string, target: string, version: number | null, effects: Effects): Promise<void> {
  const backup = await backupPath(root, version, effects);
  await mkdir(join(root, "backups"), { recursive: true });
  await link(target, backup).catch(() => copyFile(target, backup));
  await rename(`${target}.wal`, `${backup}.wal`).catch(() => undefined);
  effects.log.info(`The old workspace is kept as ${backup}.`);
}

/** Checkpoints the old file and returns its version; `null` if it cannot be opened. */
async function settle(root: string): Promise<number | null> {
  try {
    (await openWorkspace(root, { mode: "write" })).close();
    return schemaVersion;
  } catch (thrown) {
    if (isBusy(thrown)) throw thrown;
    return null;
  }
}

const isBusy = (thrown: unknown): boolean => thrown instanceof LevermapError && thrown.code === "LM_WORKSPACE_BUSY";
