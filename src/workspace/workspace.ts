import type { DuckDBConnection } from "@duckdb/node-api";
import type { TableName } from "../base/tables.ts";
import type { Database, Mode } from "./database.ts";
import { workingFault } from "./faults.ts";
import { readCurrentLoads, readRows, type Where } from "./read.ts";
import type { Stored } from "./schema.ts";
import { type KeptReject, type LoadStatus, readRejects, readStatus, requireLoad } from "./status.ts";

/** An open workspace folder. Close it when done. */
export class Workspace {
  readonly dir: string;
  readonly mode: Mode;
  readonly #database: Database;
  #current: Promise<string[]> | undefined;

  constructor(dir: string, mode: Mode, database: Database) {
    this.dir = dir;
    this.mode = mode;
    this.#database = database;
  }

  /** Rows of current loads by load, file and line. Throws LM_WORKSPACE_DAMAGED. */
  rows<T extends TableName>(table: T, where: Where<T> = {}): Promise<Stored<T>[]> {
    return this.use(async (connection) => readRows(connection, table, await this.#currentLoads(connection), where));
  }

  /** Rows of these loads, current or not, by load, file and line. */
  rowsOf<T extends TableName>(table: T, loads: readonly string[]): Promise<Stored<T>[]> {
    return this.use((connection) => readRows(connection, table, loads));
  }

  /** Rows of one load, current or not, by file and line. Throws LM_LOAD_UNKNOWN. */
  allRows<T extends TableName>(table: T, loadId: string): Promise<Stored<T>[]> {
    return this.use(async (connection) => {
      await requireLoad(connection, loadId);
      return readRows(connection, table, [loadId]);
    });
  }

  /** All loads in order, with counts. */
  status(): Promise<LoadStatus[]> {
    return this.use(readStatus);
  }

  /** Rejects of one load or all, at most `limit`. Throws LM_LOAD_UNKNOWN. */
  rejects(loadId?: string, limit = 100): Promise<KeptReject[]> {
    return this.use((connection) => readRejects(connection, loadId, limit));
  }

  /** Runs work with the connection, reporting damage. */
  async use<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
    try {
      return await work(this.#database.connection);
    } catch (thrown) {
      throw await workingFault(thrown, this.dir);
    }
  }

  /** The same workspace on a separate connection with private temporary tables. */
  async another(): Promise<Workspace> {
    return new Workspace(this.dir, this.mode, await this.#database.another());
  }

  close(): void {
    this.#database.close();
  }

  #currentLoads(connection: DuckDBConnection): Promise<string[]> {
    if (this.mode === "write") return readCurrentLoads(connection);
    this.#current ??= readCurrentLoads(connection);
    return this.#current;
  }
}
