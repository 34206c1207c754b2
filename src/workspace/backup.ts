import { copyFile, mkdir, realpath, rename, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { type Effects, quietEffects } from "../base/effects.ts";
import { LevermapError } from "../base/errors.ts";
import { type AuditedDeed, audited } from "./audit-trail.ts";
import { replaceBeside } from "./beside.ts";
import { keepOld } from "./create.ts";
import { databaseName, openDatabase } from "./database.ts";
import { generationOf, nextGeneration } from "./generation.ts";
import { backupPath, exists } from "./migrations.ts";
import { type OpenOptions, openWorkspace } from "./open.ts";
import { query } from "./query.ts";
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
 * Puts a backup in the place of the workspace in a folder, which is kept in `backups/`, also while it is served; one of an earlier version is upgraded on
 * the way. A kill leaves the old workspace or the new one. Throws LM_FILE_NOT_FOUND, LM_WORKSPACE_BUSY for a writer, and what opening the backup throws.
 */
export async function restoreWorkspace(
  dir: string,
  file: string,
  effects: Effects = quietEffects,
  renew?: (workspace: Workspace, effects: Effects) => Promise<void>,
): Promise<void> {
  if (!(await exists(file))) throw new LevermapError("LM_FILE_NOT_FOUND", `There is no file ${file}.`, { file });
  const made = await mkdir(resolve(dir), { recursive: true });
  const root = await realpath(resolve(dir));
  try {
    await audited(root, { what: "restore" }, effects, (told) => restored(root, file, told, effects, renew));
  } catch (thrown) {
    if (made !== undefined) await rm(root, { recursive: true, force: true });
    throw thrown;
  }
}

async function restored(
  root: string,
  file: string,
  told: AuditedDeed | null,
  effects: Effects,
  renew: OpenOptions["renew"],
): Promise<void> {
  const old = await settledState(root);
  await told?.begin(old.generation);
  await replaceBeside(
    root,
    async ({ current, scratch }) => {
      const copy = join(scratch, databaseName);
      await copyFile(file, copy);
      if (await exists(`${file}.wal`)) await copyFile(`${file}.wal`, `${copy}.wal`);
      const workspace = await openWorkspace(scratch, {
        mode: "write",
        effects: { ...effects, log: { ...effects.log, info: quietEffects.log.info } },
        renew,
        tells: false,
      });
      try {
        await workspace.use((connection) => nextGeneration(connection, old.generation ?? undefined));
        told?.made(await workspace.use(generationOf));
        await workspace.use((connection) => connection.run("CHECKPOINT"));
      } finally {
        workspace.close();
      }
      if (await exists(current)) await keepOld(root, current, old.version, effects);
      return { file: copy, done: undefined };
    },
    { overAny: true },
  );
}

/** What is known of the workspace that is to be replaced, after the log of its last writer has been worked in where that is possible. */
interface OldState {
  readonly version: number | null;
  readonly generation: string | null;
}

async function settledState(root: string): Promise<OldState> {
  const unknown = { version: null, generation: null };
  if (!(await exists(join(root, databaseName)))) return unknown;
  // One that nobody has open is settled by opening it for writing
  await openDatabase(join(root, databaseName), "write").then(
    (database) => database.close(),
    () => undefined,
  );
  const database = await openDatabase(join(root, databaseName), "read").catch((thrown: unknown) => {
    if (thrown instanceof LevermapError && thrown.code === "LM_WORKSPACE_BUSY") throw thrown;
    return null;
  });
  if (database === null) return unknown;
  try {
    const [version] = await query<{ value: string }>(database.connection, "SELECT value FROM meta WHERE key = 'schema_version'");
    return { version: Number(version?.value) || null, generation: await generationOf(database.connection) };
  } catch {
    return unknown;
  } finally {
    database.close();
  }
}
