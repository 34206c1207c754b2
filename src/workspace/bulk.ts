import { basename } from "node:path";
import type { DuckDBConnection, DuckDBValue } from "@duckdb/node-api";
import type { Effects } from "../base/effects.ts";
import type { ColumnPlan } from "../sources/column-plan.ts";
import { type BulkSql, bulkSql } from "./bulk-sql.ts";
import { query } from "./query.ts";
import { RecordCount } from "./record-count.ts";
import { removeUnpacked, unpackInto } from "./unpacked.ts";

const packed = /\.(zip|gz)$/i;
/** Characters that `read_csv` would take as a pattern of names. */
const globbing = /[*?[\]{}]/;
const pollMilliseconds = 250;

/** A file whose values lie in a temporary table, ready to be written inside a transaction. */
export interface Staged {
  write(loadId: string): Promise<RecordCount>;
}

/**
 * Reads a file as a whole by its plan and hands it, staged, to `work`; `null` where it must be read record by record: a record is
 * broken, or only the reader can tell what it says. Nothing of the stage is left. Throws the reason of `effects.signal`, what
 * `openEntries` throws and what `work` throws.
 */
export async function withStaged<T>(
  connection: DuckDBConnection,
  dir: string,
  file: string,
  plan: ColumnPlan,
  effects: Effects,
  work: (staged: Staged | null) => Promise<T>,
): Promise<T> {
  const unpacked = packed.test(file) ? await unpackInto(dir, file, effects) : null;
  const path = unpacked ?? file;
  const bulk = new Bulk(connection, file, bulkSql(plan, path), effects);
  try {
    return await work(!globbing.test(path) && (await bulk.stage()) ? bulk : null);
  } finally {
    await bulk.drop();
    if (unpacked !== null) await removeUnpacked(unpacked);
  }
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

  /** Whether every record could be read. */
  async stage(): Promise<boolean> {
    try {
      await this.#run(this.#sql.stage);
    } catch (thrown) {
      if (!(thrown instanceof Error) || !/^Invalid Input Error/.test(thrown.message)) throw thrown;
      this.#effects.log.info(`${this.#file}: a record is broken, so that the file is read record by record.`);
      return false;
    }
    const [count] = await query<{ records: number; bad: number; undecided: number }>(this.#connection, this.#sql.count);
    this.#records = count?.records ?? 0;
    this.#bad = count?.bad ?? 0;
    return count?.undecided === 0;
  }

  async write(loadId: string): Promise<RecordCount> {
    const written: number[] = [];
    for (const output of this.#sql.outputs) written.push(await this.#run(output, [loadId, this.#file]));
    if (this.#bad > 0) await this.#run(this.#sql.rejects, [loadId, this.#file]);
    const first = await query<{ line: number; code: string; reason: string; excerpt: string }>(
      this.#connection,
      "SELECT line, code, reason, excerpt FROM reject WHERE load_id = $1 ORDER BY line LIMIT 10",
      [loadId],
    );
    return RecordCount.of({
      records: this.#records,
      bad: this.#bad,
      rows: written.reduce((sum, rows) => sum + rows, 0),
      first: first.map((reject) => ({ kind: "reject", file: this.#file, ...reject, code: "LM_LOAD_BAD_ROW" })),
    });
  }

  async drop(): Promise<void> {
    await this.#connection.run(this.#sql.drop);
  }

  /** Runs a statement that the signal can stop; gives the number of rows written. */
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
