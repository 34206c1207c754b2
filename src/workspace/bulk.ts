import { createWriteStream } from "node:fs";
import { mkdir, rm, rmdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { DuckDBConnection, DuckDBValue } from "@duckdb/node-api";
import type { Effects } from "../base/effects.ts";
import { sum } from "../base/numbers.ts";
import { BrokenArchive } from "../sources/format/broken-archive.ts";
import type { ColumnPlan } from "../sources/format/column-plan.ts";
import { openEntries, plainChunks } from "../sources/format/open-entries.ts";
import type { RejectRecord } from "../sources/format/records.ts";
import { type BulkSql, bulkSql } from "./bulk-sql.ts";
import { temporaryName } from "./database.ts";
import { PlainText } from "./plain-text.ts";
import { query } from "./query.ts";
import { RecordCount } from "./record-count.ts";

const packed = /\.(zip|gz|tar|tgz)$/i;
/** Characters that `read_csv` treats as glob patterns. */
const globbing = /[*?[\]{}]/;
const pollMilliseconds = 250;

/** A staged file, ready to be written in a transaction. */
export interface Staged {
  write(loadId: string): Promise<RecordCount>;
}

export interface Planned {
  readonly dir: string;
  readonly file: string;
  readonly plan: ColumnPlan;
  /** Whether the (unpacked) file is plain text. */
  readonly plain: boolean;
  /** The plain file that its records are read from, if it is another. */
  readonly reads?: string | undefined;
}

/**
 * Stages a file in bulk by its plan and passes it to `work`; `null` if it must be read by record (broken or undecided records). Always drops
 * the stage. Throws the reason of `effects.signal`, or errors of `openEntries` and `work`.
 */
export async function withStaged<T>(
  connection: DuckDBConnection,
  { dir, file, plan, plain, reads }: Planned,
  effects: Effects,
  work: (staged: Staged | null) => Promise<T>,
): Promise<T> {
  const unpacked = reads === undefined && packed.test(file) ? await unpackInto(dir, file, effects) : null;
  const { path, plain: readable } = unpacked ?? (await plainFile(reads ?? file, reads === undefined ? plain : null, effects));
  const bulk = new Bulk(connection, file, bulkSql(plan, path), effects);
  try {
    return await work((await bulk.stage(readable && !globbing.test(path))) ? bulk : null);
  } finally {
    await bulk.drop();
    if (unpacked !== null) await removeUnpacked(unpacked.path);
  }
}

interface Counted {
  readonly records: number;
  readonly bad: number;
  readonly undecided: number;
}

class Bulk implements Staged {
  readonly #connection: DuckDBConnection;
  readonly #file: string;
  readonly #sql: BulkSql;
  readonly #effects: Effects;
  #records = 0;
  #bad = 0;

  constructor(connection: DuckDBConnection, file: string, sql: BulkSql, effects: Effects) {
    this.#connection = connection;
    this.#file = file;
    this.#sql = sql;
    this.#effects = effects;
  }

  /** Whether every record could be read; `readable`: safe for `read_csv`. */
  async stage(readable: boolean): Promise<boolean> {
    if (!readable || !(await this.#staged())) {
      this.#effects.log.info(`${this.#file}: read record by record, since it cannot be read in bulk.`);
      return false;
    }
    const [count] = await query<Counted>(this.#connection, this.#sql.count);
    this.#records = count?.records ?? 0;
    this.#bad = count?.bad ?? 0;
    return count?.undecided === 0;
  }

  async #staged(): Promise<boolean> {
    try {
      await this.#run(this.#sql.stage);
      return true;
    } catch (thrown) {
      if (!(thrown instanceof Error) || !/^Invalid Input Error/.test(thrown.message)) throw thrown;
      return false;
    }
  }

  async write(loadId: string): Promise<RecordCount> {
    const written = await this.#outputs(loadId);
    if (this.#bad > 0) await this.#run(this.#sql.rejects, [loadId, this.#file]);
    const sql = "SELECT line, reason, excerpt FROM reject WHERE load_id = $1 ORDER BY line LIMIT 10";
    const first = await query<Pick<RejectRecord, "line" | "reason" | "excerpt">>(this.#connection, sql, [loadId]);
    const rejects = first.map((reject): RejectRecord => ({ kind: "reject", file: this.#file, ...reject, code: "LM_LOAD_BAD_ROW" }));
    return RecordCount.of(this.#records, this.#bad, sum(written), rejects);
  }

  /**
   * Rows carry their line, so threads may write in any order; insertion order would leave partial row groups. After a fault `drop` restores
   * the setting: a broken transaction takes no statement.
   */
  async #outputs(loadId: string): Promise<number[]> {
    const written: number[] = [];
    await this.#keepOrder(false);
    for (const { sound, mixed } of this.#sql.outputs) written.push(await this.#run(this.#bad > 0 ? mixed : sound, [loadId, this.#file]));
    await this.#keepOrder(true);
    return written;
  }

  async #keepOrder(keep: boolean): Promise<void> {
    await this.#connection.run(`SET preserve_insertion_order = ${keep}`);
  }

  async drop(): Promise<void> {
    await this.#keepOrder(true);
    await this.#connection.run(this.#sql.drop);
  }

  /** Runs an abortable statement; returns the rows written. */
  async #run(sql: string, values: readonly DuckDBValue[] = []): Promise<number> {
    const { signal, progress } = this.#effects;
    signal.throwIfAborted();
    const interrupt = (): void => this.#connection.interrupt();
    signal.addEventListener("abort", interrupt, { once: true });
    const tell = (): void => progress.report(Math.max(0, Math.round(this.#connection.progress.percentage)), 100, basename(this.#file));
    const timer = setInterval(tell, pollMilliseconds);
    try {
      return (await this.#connection.run(sql, [...values])).rowsChanged;
    } catch (thrown) {
      signal.throwIfAborted();
      throw thrown;
    } finally {
      clearInterval(timer);
      signal.removeEventListener("abort", interrupt);
    }
  }
}

/** A plain file and whether it is text, which is looked at where it is not known. */
async function plainFile(
  path: string,
  plain: boolean | null,
  { signal }: Effects,
): Promise<{ readonly path: string; readonly plain: boolean }> {
  if (plain !== null) return { path, plain };
  const text = new PlainText();
  for await (const chunk of plainChunks(path, signal, () => undefined)) text.push(chunk);
  return { path, plain: text.isPlain() };
}

/** Unpacks a `.gz` or the first file of a `.zip` to the workspace's temporary folder. Throws errors of `openEntries`, leaving nothing. */
export async function unpackInto(dir: string, file: string, effects: Effects): Promise<{ readonly path: string; readonly plain: boolean }> {
  const folder = join(dir, temporaryName);
  const path = join(folder, "unpacked");
  await mkdir(folder, { recursive: true });
  try {
    return { path, plain: await unpackFirst(file, path, effects) };
  } catch (thrown) {
    await removeUnpacked(path);
    throw thrown;
  }
}

/** Returns whether it is plain text; false for empty and broken archives. */
async function unpackFirst(file: string, path: string, effects: Effects): Promise<boolean> {
  const text = new PlainText();
  for await (const entry of openEntries(file, effects)) {
    try {
      await pipeline(Readable.from(checked(entry.chunks(), text)), createWriteStream(path, { highWaterMark: 1 << 20 }));
      return text.isPlain();
    } catch (thrown) {
      if (thrown instanceof BrokenArchive) return false;
      throw thrown;
    }
  }
  return false;
}

async function* checked(chunks: AsyncIterable<Buffer>, text: PlainText): AsyncGenerator<Buffer, void, undefined> {
  for await (const chunk of chunks) {
    text.push(chunk);
    yield chunk;
  }
}

/** Removes an unpacked file, and its folder if empty. */
export async function removeUnpacked(path: string): Promise<void> {
  await rm(path, { force: true });
  await rmdir(dirname(path)).catch(() => undefined);
}
