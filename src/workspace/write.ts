import { realpath, rename } from "node:fs/promises";
import { join, resolve } from "node:path";
import { quietEffects } from "../base/effects.ts";
import { LevermapError } from "../base/errors.ts";
import { type AuditedDeed, audited, type Deed } from "./audit-trail.ts";
import { type BesidePlace, copyBeside, type MadeBeside, removeLeftBeside, replaceBeside } from "./beside.ts";
import { compactTo } from "./cases/purge-backups.ts";
import { databaseName, openDatabase, settling } from "./database.ts";
import { generationOf, nextGeneration } from "./generation.ts";
import { type OpenOptions, openWorkspace } from "./open.ts";
import { Workspace } from "./workspace.ts";

/** A file that is written anew, before it takes its place. */
const compactingName = ".compacting.duckdb";

export interface WriteOptions extends Omit<OpenOptions, "mode"> {
  /** What the trail of writes tells; absent: nothing. */
  readonly deed?: Deed | undefined;
  /** The file is written anew after the work, with the rows that are left and nothing else. */
  readonly compact?: boolean;
  /** All of the work becomes visible at once or none of it, also where it is killed and nobody reads. */
  readonly atOnce?: boolean;
}

type Work<T> = (workspace: Workspace) => Promise<T>;

/**
 * Writes to a workspace, one writer at a time. Where others read it, a copy is written and takes its place as a whole: they go on with what they
 * opened until they open it again. Files that were loaded before one failed are kept (LM_LOAD_INCOMPLETE); after any other error the copy is left away.
 * Throws LM_WORKSPACE_MISSING, LM_WORKSPACE_BUSY for another writer, LM_DISK_SPACE, and errors of `work`.
 */
export async function writeWorkspace<T>(dir: string, options: WriteOptions, work: Work<T>): Promise<T> {
  const direct = await openDirectly(dir, options);
  const folder = await realpath(resolve(dir));
  return audited(folder, options.deed, options.effects ?? quietEffects, async (told) => {
    if (direct !== null && !options.atOnce)
      return settling(join(folder, databaseName), written(direct, options.compact ?? false, told, work));
    direct?.close();
    // Upgrades it where that is due
    if (direct === null) (await openWorkspace(dir, { ...options, mode: "read" })).close();
    const done = await replaceBeside(folder, (place) => madeBeside(folder, place, options.compact ?? false, told, work));
    if ("incomplete" in done) throw done.incomplete;
    return done.done;
  });
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

async function written<T>(workspace: Workspace, compact: boolean, told: AuditedDeed | null, work: Work<T>): Promise<T> {
  try {
    const done = await counted(workspace, told, work, true);
    if (compact) {
      const part = join(workspace.dir, compactingName);
      await workspace.use((connection) => compactTo(connection, part));
      // The lock is on the old file until it is closed: nobody writes to it in between
      await rename(part, join(workspace.dir, databaseName));
    }
    return done;
  } finally {
    workspace.close();
    await removeLeftBeside(workspace.dir);
  }
}

/** Whatever of the work is kept is of another generation, also where it is killed: that is counted before. */
async function counted<T>(workspace: Workspace, told: AuditedDeed | null, work: Work<T>, direct = false): Promise<T> {
  await told?.begin(await workspace.use(generationOf), direct);
  await workspace.use(nextGeneration);
  told?.made(await workspace.use(generationOf));
  return work(workspace);
}

/** Files that were loaded before one failed are kept, and what failed is told after. */
type Kept<T> = { readonly done: T } | { readonly incomplete: unknown };

/** Works on a copy. */
async function madeBeside<T>(
  folder: string,
  place: BesidePlace,
  compact: boolean,
  told: AuditedDeed | null,
  work: Work<T>,
): Promise<MadeBeside<Kept<T>>> {
  const copy = await copyBeside(place, folder);
  const part = join(place.scratch, compactingName);
  const workspace = new Workspace(folder, "write", await openDatabase(copy, "write"));
  try {
    const done = await keptWork(counted(workspace, told, work));
    await workspace.use(async (connection) => {
      if (compact) await compactTo(connection, part);
      else await connection.run("CHECKPOINT");
    });
    return { file: compact ? part : copy, done };
  } finally {
    workspace.close();
  }
}

async function keptWork<T>(work: Promise<T>): Promise<Kept<T>> {
  try {
    return { done: await work };
  } catch (thrown) {
    if (thrown instanceof LevermapError && thrown.code === "LM_LOAD_INCOMPLETE") return { incomplete: thrown };
    throw thrown;
  }
}
