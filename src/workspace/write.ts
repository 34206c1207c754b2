import { execFile } from "node:child_process";
import { mkdir, mkdtemp, open, readdir, realpath, rename, rm, rmdir, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { LevermapError } from "../base/errors.ts";
import { requireSpace } from "../sources/format/disk-space.ts";
import { compactTo } from "./cases/compact.ts";
import { openDatabase } from "./database.ts";
import { busy } from "./faults.ts";
import { nextGeneration } from "./generation.ts";
import { exists } from "./migrations.ts";
import { databaseName, type OpenOptions, openWorkspace } from "./open.ts";
import { Workspace } from "./workspace.ts";
import { takeLock } from "./writer-lock.ts";

/** Where a workspace that is being read is written anew; what is left there was interrupted. */
export const besideName = ".next";

const lockName = "lock";

/** A file that is written anew, before it takes its place. */
const compactingName = ".compacting.duckdb";

export interface WriteOptions extends Omit<OpenOptions, "mode"> {
  /** The file is written anew after the work, with the rows that are left and nothing else. */
  readonly compact?: boolean;
}

/**
 * Writes to a workspace, one writer at a time. Where others read it, a copy is written and takes its place as a whole: they go on with what they
 * opened until they open it again. Files that were loaded before one failed are kept (LM_LOAD_INCOMPLETE); after any other error the copy is left away.
 * Throws LM_WORKSPACE_MISSING, LM_WORKSPACE_BUSY for another writer, LM_DISK_SPACE, and errors of `work`.
 */
export async function writeWorkspace<T>(dir: string, options: WriteOptions, work: (workspace: Workspace) => Promise<T>): Promise<T> {
  const direct = await openDirectly(dir, options);
  if (direct === null) return writeBeside(await realpath(resolve(dir)), options, work);
  try {
    const done = await counted(direct, work);
    if (options.compact) {
      const part = join(direct.dir, compactingName);
      await direct.use((connection) => compactTo(connection, part));
      // The lock is on the old file until it is closed: nobody writes to it in between
      await rename(part, join(direct.dir, databaseName));
    }
    return done;
  } finally {
    direct.close();
  }
}

/** The workspace itself; `null` where others have it open. */
async function openDirectly(dir: string, options: WriteOptions): Promise<Workspace | null> {
  try {
    return await openWorkspace(dir, { ...options, mode: "write" });
  } catch (thrown) {
    if (thrown instanceof LevermapError && thrown.code === "LM_WORKSPACE_BUSY") return null;
    throw thrown;
  }
}

/** Whatever of the work is kept is of another generation, also where it is killed: that is counted before. */
async function counted<T>(workspace: Workspace, work: (workspace: Workspace) => Promise<T>): Promise<T> {
  await workspace.use(nextGeneration);
  return work(workspace);
}

async function writeBeside<T>(folder: string, options: WriteOptions, work: (workspace: Workspace) => Promise<T>): Promise<T> {
  const beside = join(folder, besideName);
  await mkdir(beside, { recursive: true });
  const lock = await takeLock(join(beside, lockName));
  try {
    await clearBeside(beside);
    // As long as it is read here, nobody writes to it directly
    const reader = await openWorkspace(folder, { ...options, mode: "read" });
    try {
      const current = join(folder, databaseName);
      if (await exists(`${current}.wal`)) throw busy(folder, { reason: "its last writer was stopped, and it has been read since" });
      await requireSpace(folder, 1.2 * (await stat(current)).size, "A copy of the workspace, which is written while others read it,");
      const copy = join(await mkdtemp(join(beside, "copy-")), databaseName);
      await copyApart(current, copy);
      return await published(folder, { copy, current, compact: options.compact ?? false }, work);
    } finally {
      reader.close();
    }
  } finally {
    await clearBeside(beside);
    await lock.release();
    await rmdir(beside).catch(() => undefined);
  }
}

/** Removes copies: those who were stopped may have left some, and what copied for them may still be at it, in a folder that nobody uses any more. */
async function clearBeside(beside: string): Promise<void> {
  const names = (await readdir(beside)).filter((name) => !name.startsWith(lockName));
  await Promise.all(names.map((name) => rm(join(beside, name), { recursive: true, force: true })));
}

const copying = "const fs = require('fs'); fs.copyFileSync(process.argv[1], process.argv[2], fs.constants.COPYFILE_FICLONE)";

/** Copies in a process of its own: one that closes a file gives up all its locks on it. */
const copyApart = async (from: string, to: string): Promise<void> =>
  void (await promisify(execFile)(process.execPath, ["-e", copying, from, to]));

interface Files {
  readonly copy: string;
  readonly current: string;
  /** Whether what takes the place is written anew from the copy. */
  readonly compact: boolean;
}

/** Works on the copy, which then takes the place of the current file. */
async function published<T>(folder: string, { copy, current, compact }: Files, work: (workspace: Workspace) => Promise<T>): Promise<T> {
  const workspace = new Workspace(folder, "write", await openDatabase(copy, "write"));
  const part = join(dirname(copy), compactingName);
  let told: { readonly done: T } | { readonly incomplete: unknown };
  try {
    told = await counted(workspace, work).then(
      (done) => ({ done }),
      (thrown: unknown) => {
        if (thrown instanceof LevermapError && thrown.code === "LM_LOAD_INCOMPLETE") return { incomplete: thrown };
        throw thrown;
      },
    );
    await workspace.use(async (connection) => {
      if (compact) await compactTo(connection, part);
      else await connection.run("CHECKPOINT");
    });
  } finally {
    workspace.close();
  }
  if (compact) await rename(part, copy);
  await settled(copy);
  await rename(copy, current);
  await settled(folder);
  if ("incomplete" in told) throw told.incomplete;
  return told.done;
}

/** Waits until the disk has a file, or the names in a folder. */
async function settled(path: string): Promise<void> {
  const handle = await open(path, "r");
  await handle.sync().finally(() => handle.close());
}
