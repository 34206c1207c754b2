import { execFile } from "node:child_process";
import { mkdir, mkdtemp, open, readdir, rename, rm, rmdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { LevermapError } from "../base/errors.ts";
import { requireSpace } from "../sources/files/disk-space.ts";
import { type Database, databaseName, fileIdentity, openDatabase } from "./database.ts";
import { busy } from "./faults.ts";
import { exists } from "./migrations.ts";

/** Where a workspace that is being read is written anew; what is left there was interrupted. */
export const besideName = ".next";

const lockName = "lock";

export interface BesideOptions {
  /** Whether a file that cannot be read, or none, may be replaced too. */
  readonly overAny?: boolean;
}

/** Where a file is made that is to take the place of a database. */
export interface BesidePlace {
  /** The database of now, which others read. */
  readonly current: string;
  /** A new folder of its own. */
  readonly scratch: string;
}

/** What was made: the file, which may be in `scratch`, and what the caller is told. */
export interface MadeBeside<T> {
  readonly file: string;
  readonly done: T;
}

/**
 * Makes a file beside the database of a folder, by one at a time, and puts it in its place as a whole: those who have the one before open go on with
 * that, and later ones open the new. Killed at any moment, it leaves the one or the other. Throws LM_WORKSPACE_BUSY for another writer, and errors of `make`.
 */
export async function replaceBeside<T>(
  folder: string,
  make: (place: BesidePlace) => Promise<MadeBeside<T>>,
  { overAny = false }: BesideOptions = {},
): Promise<T> {
  const beside = join(folder, besideName);
  await mkdir(beside, { recursive: true });
  const lock = await takeLock(join(beside, lockName));
  try {
    await clearBeside(beside);
    const current = join(folder, databaseName);
    // As long as it is read here, nobody writes to it directly
    const reader = overAny ? await heldIfWhole(current) : await openDatabase(current, "read");
    try {
      if (reader !== null && (await exists(`${current}.wal`)))
        throw busy(folder, { reason: "its last writer was stopped, and it has been read since" });
      const { file, done } = await make({ current, scratch: await mkdtemp(join(beside, "copy-")) });
      await settled(file);
      await rename(file, current);
      await settled(folder);
      return done;
    } finally {
      reader?.close();
    }
  } finally {
    await clearBeside(beside);
    await lock.release();
    await rmdir(beside).catch(() => undefined);
  }
}

async function heldIfWhole(path: string): Promise<Database | null> {
  if (!(await exists(path))) return null;
  return openDatabase(path, "read").catch((thrown: unknown) => {
    if (thrown instanceof LevermapError && thrown.code !== "LM_WORKSPACE_BUSY") return null;
    throw thrown;
  });
}

/** Removes what a writer left beside the database who was stopped after his file had taken its place; one who is at work keeps his. */
export async function removeLeftBeside(folder: string): Promise<void> {
  const beside = join(folder, besideName);
  if (!(await exists(beside))) return;
  const lock = await takeLock(join(beside, lockName)).catch(() => null);
  if (lock === null) return;
  await clearBeside(beside).finally(() => lock.release());
  await rmdir(beside).catch(() => undefined);
}

/** Removes copies: those who were stopped may have left some, and what copied for them may still be at it, in a folder that nobody uses any more. */
async function clearBeside(beside: string): Promise<void> {
  const names = (await readdir(beside)).filter((name) => !name.startsWith(lockName));
  await Promise.all(names.map((name) => rm(join(beside, name), { recursive: true, force: true })));
}

const copying = "const fs = require('fs'); fs.copyFileSync(process.argv[1], process.argv[2], fs.constants.COPYFILE_FICLONE)";

/** Copies the database of now. Throws LM_DISK_SPACE. */
export async function copyBeside({ current, scratch }: BesidePlace, folder: string): Promise<string> {
  await requireSpace(folder, 1.2 * (await stat(current)).size, "A copy of the workspace, which is written while others read it,");
  const copy = join(scratch, databaseName);
  // In a process of its own: one that closes a file gives up all its locks on it
  await promisify(execFile)(process.execPath, ["-e", copying, current, copy]);
  return copy;
}

/** Waits until the disk has a file, or the names in a folder. */
async function settled(path: string): Promise<void> {
  const handle = await open(path, "r");
  await handle.sync().finally(() => handle.close());
}

/** Losing a lock file to the one who removes it, so often in a row, is no chance. */
const mostTries = 20;

/**
 * Takes a lock that the system gives up with the process. The file is there only while it is held: its holder removes it, so that whoever opened it
 * before takes another. Throws LM_WORKSPACE_BUSY where it is held.
 */
export async function takeLock(path: string, tries = mostTries): Promise<{ release(): Promise<void> }> {
  const before = await fileIdentity(path);
  const lock: Database | null = await openDatabase(path, "write").catch((thrown: unknown) => {
    if (tries > 0 && thrown instanceof LevermapError && thrown.code === "LM_WORKSPACE_DAMAGED") return null;
    throw thrown;
  });
  if (lock === null) {
    // Nobody holds it: whoever began to write it was stopped
    if (before === (await fileIdentity(path))) await rm(path, { force: true });
    return takeLock(path, tries - 1);
  }
  const after = await fileIdentity(path);
  if (tries > 0 && (after === null || (before !== null && after !== before))) {
    lock.close();
    return takeLock(path, tries - 1);
  }
  return {
    async release() {
      await rm(path, { force: true });
      lock.close();
      await rm(`${path}.wal`, { force: true });
    },
  };
}
