import { readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { type ErrorCode, LevermapError } from "../../base/errors.ts";
import { type Mode, openDatabase, settling } from "../database.ts";
import { query } from "../query.ts";
import { identifier } from "../schema.ts";
import { isCompactionDue, markCompact, type PurgeRequest, purgeRows } from "./purge-customer.ts";

/** What became of the copies of a workspace. */
export interface PurgedBackups {
  /** Written anew without the customer. */
  readonly rewritten: readonly string[];
  /** Files in the folder that cannot be opened as a workspace: they may still hold it. */
  readonly unread: readonly string[];
}

const folderName = "backups";
const ofDisk: ReadonlySet<ErrorCode> = new Set(["LM_DISK_SPACE", "LM_DISK_FAULT"]);

/** All files in `backups/` of a workspace. */
export const backupsOf = async (dir: string): Promise<readonly string[]> =>
  (await readdir(join(dir, folderName)).catch(() => []))
    .filter((name) => !name.startsWith(".") && !name.endsWith(".wal"))
    .sort()
    .map((name) => join(dir, folderName, name));

/** Works on every copy that can be opened as a workspace, in order; the others are left out. */
export async function inBackups<T>(dir: string, work: (connection: DuckDBConnection) => Promise<T>): Promise<readonly T[]> {
  const found: T[] = [];
  for (const path of await backupsOf(dir)) {
    const done = await inBackup(path, "read", work);
    if (done !== null) found.push(done.value);
  }
  return found;
}

/** Takes customers out of all copies of a workspace; each one that held any is written anew and takes its place as a whole. */
export async function purgeBackups(dir: string, requests: readonly PurgeRequest[], signal: AbortSignal): Promise<PurgedBackups> {
  const [rewritten, unread]: [string[], string[]] = [[], []];
  for (const path of await backupsOf(dir)) {
    signal.throwIfAborted();
    const part = join(dir, folderName, ".compacting.duckdb");
    const compacted = inBackup(path, "write", async (connection) => {
      for (const request of requests) await purgeRows(connection, request);
      if (!(await isCompactionDue(connection))) return false;
      await compactTo(connection, part);
      return true;
    });
    const held = await settling(path, compacted);
    if (held === null) unread.push(path);
    if (held?.value) {
      await rename(part, path);
      rewritten.push(path);
    }
  }
  return { rewritten, unread };
}

/** `null`: it cannot be opened, or is no workspace. */
async function inBackup<T>(
  path: string,
  mode: Mode,
  work: (connection: DuckDBConnection) => Promise<T>,
): Promise<{ readonly value: T } | null> {
  const database = await openDatabase(path, mode).catch((thrown: unknown) => {
    // A full disk says nothing of the copy
    if (thrown instanceof LevermapError && ofDisk.has(thrown.code)) throw thrown;
    return null;
  });
  if (database === null) return null;
  try {
    const meta = await query(database.connection, "SELECT 1 FROM duckdb_tables() WHERE table_name = 'meta'");
    return meta.length === 0 ? null : { value: await work(database.connection) };
  } finally {
    database.close();
  }
}

/** Writes the rows of an open database to a new file, with nothing of what was removed. Failing, it leaves no file. */
export async function compactTo(connection: DuckDBConnection, part: string): Promise<void> {
  const remove = async (): Promise<void> => {
    for (const file of [part, `${part}.wal`]) await rm(file, { force: true });
  };
  await remove();
  try {
    const [{ name = "" } = {}] = await query<{ name: string }>(connection, "SELECT current_database() AS name");
    await connection.run("CHECKPOINT");
    await connection.run(`ATTACH '${part.replaceAll("'", "''")}' AS compact`);
    try {
      await connection.run(`COPY FROM DATABASE ${identifier(name)} TO compact`);
      await markCompact(connection, "compact");
      await connection.run("CHECKPOINT compact");
    } finally {
      await connection.run("DETACH compact");
    }
  } catch (thrown) {
    await remove();
    throw thrown;
  }
}
