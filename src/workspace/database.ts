import { rmSync } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { busy, openingFault } from "./faults.ts";
import { machineOf } from "./machine.ts";
import { keepReads } from "./once.ts";

/** `read`: read only, no other files, settings locked; for the server. `export`: read only, may write other files. `write`: exclusive. */
export type Mode = "read" | "export" | "write";

/** The database in the folder of a workspace. */
export const databaseName = "levermap.duckdb";

/** Temporary folder inside a workspace; emptied when opened for writing. */
export const temporaryName = ".temporary";

/** Loads DuckDB lazily, as CommonJS: an ESM import takes a tenth of a second longer. */
const load = createRequire(import.meta.url);

export interface Database {
  readonly connection: DuckDBConnection;
  /** Another connection to the same file, closed separately. */
  another(): Promise<Database>;
  close(): void;
}

const offline = { autoinstall_known_extensions: "false", autoload_known_extensions: "false" };
const bounded = { ...offline, threads: "2", memory_limit: "1GB", access_mode: "READ_ONLY" };

const settings: Readonly<Record<Mode, Record<string, string>>> = {
  read: { ...bounded, enable_external_access: "false", lock_configuration: "true" },
  export: bounded,
  write: { ...offline, memory_limit: "4GB", access_mode: "READ_WRITE" },
};

/** What this process was told to use of the machine, in place of the usual. Throws LM_USAGE. */
function asked(): Record<string, string> {
  const { memory, threads } = machineOf();
  return { ...(memory !== null && { memory_limit: `${memory}B` }), ...(threads !== null && { threads: String(threads) }) };
}

/** An engine without a file of its own, bounded as one that reads, which puts what does not fit into a folder that it removes when it is closed. */
export async function openScratch(): Promise<Database & { readonly folder: string }> {
  const { DuckDBInstance } = load("@duckdb/node-api") as typeof import("@duckdb/node-api");
  const folder = await mkdtemp(join(tmpdir(), "levermap-"));
  const { access_mode: _, ...own } = { ...bounded, ...asked(), temp_directory: folder };
  const instance = await DuckDBInstance.create(":memory:", own);
  const connection = await instance.connect();
  const close = (): void => {
    connection.closeSync();
    instance.closeSync();
    rmSync(folder, { recursive: true, force: true });
  };
  const another = async (): Promise<Database> => {
    const own = await instance.connect();
    return { connection: own, another, close: () => own.closeSync() };
  };
  return { folder, connection, another, close };
}

interface Shared {
  readonly mode: Mode;
  readonly instance: Promise<DuckDBInstance>;
  users: number;
}

/**
 * Open files, by what the system knows them by: another file may have taken the place of one that is open. Locks belong to the process, so DuckDB
 * would not notice a second writer here, and loses its lock when any handle is closed: one instance per file.
 */
const open = new Map<string, Shared>();

/** What tells a file from all others at whatever path; `null`: there is none. */
export const fileIdentity = async (path: string): Promise<string | null> => {
  const found = await stat(path).catch(() => null);
  return found && `${found.dev}:${found.ino}`;
};

/**
 * Opens a database file; readers of one mode share an instance. `write` creates missing files. Throws LM_WORKSPACE_BUSY,
 * LM_WORKSPACE_DAMAGED, LM_WORKSPACE_NEWER or LM_FILE_UNREADABLE.
 */
export async function openDatabase(path: string, mode: Mode): Promise<Database> {
  const key = (await fileIdentity(path)) ?? path;
  const shared = open.get(key) ?? { mode, instance: create(path, mode), users: 0 };
  if (shared.users > 0 && (mode === "write" || shared.mode !== mode)) throw busy(dirname(path), { mode: shared.mode });
  open.set(key, shared);
  return connect(path, shared);
}

/**
 * Work that writes a file directly and closes it: where it fails, as on a full disk, the log that it leaves is worked in, so that others may read and write.
 * What cannot be worked in now is left to the next writer.
 */
export async function settling<T>(path: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (thrown) {
    if ((await fileIdentity(`${path}.wal`)) !== null) await settle(path).catch(() => undefined);
    throw thrown;
  }
}

async function settle(path: string): Promise<void> {
  const database = await openDatabase(path, "write");
  try {
    await database.connection.run("CHECKPOINT");
  } finally {
    database.close();
  }
}

async function connect(path: string, shared: Shared): Promise<Database> {
  shared.users += 1;
  const leave = (): boolean => {
    shared.users -= 1;
    if (shared.users > 0) return false;
    for (const [key, each] of open) if (each === shared) open.delete(key);
    return true;
  };
  try {
    const instance = await shared.instance;
    // A file that was made just now is known by its own identity from now on
    const key = open.get(path) === shared ? await fileIdentity(path) : null;
    if (key !== null) open.set(key, shared);
    const connection = await instance.connect();
    if (shared.mode !== "write") keepReads(connection);
    let closed = false;
    const close = (): void => {
      if (closed) return;
      closed = true;
      connection.closeSync();
      if (leave()) instance.closeSync();
    };
    return { connection, another: () => connect(path, shared), close };
  } catch (thrown) {
    leave();
    throw await openingFault(thrown, dirname(path));
  }
}

async function create(path: string, mode: Mode): Promise<DuckDBInstance> {
  const { DuckDBInstance } = load("@duckdb/node-api") as typeof import("@duckdb/node-api");
  const own = { ...settings[mode], ...asked() };
  if (mode !== "write") return DuckDBInstance.create(path, own);
  const folder = join(dirname(path), temporaryName);
  const instance = await DuckDBInstance.create(path, { ...own, temp_directory: folder });
  await rm(folder, { recursive: true, force: true });
  return instance;
}
