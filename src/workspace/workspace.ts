import type { DuckDBConnection } from "@duckdb/node-api";
import type { Row, TableName } from "../base/tables.ts";
import type { Database, Mode } from "./database.ts";
import { workingFault } from "./faults.ts";
import { query, queryMany } from "./query.ts";
import { columnList, columnsOf, identifier, type Stored } from "./schema.ts";
import { type KeptReject, type LoadStatus, readRejects, readStatus, requireLoad } from "./status.ts";

/** An open workspace folder. Close it when done. */
export class Workspace {
  readonly dir: string;
  readonly mode: Mode;
  readonly #database: Database;
  #current: Promise<string[]> | undefined;
  #status: Promise<LoadStatus[]> | undefined;
  #working = 0;
  #isLeft = false;

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

  /** Rows of these loads, by default the current ones, with one of many texts in a column. */
  rowsWith<T extends TableName>(
    table: T,
    column: keyof Row<T> & string,
    texts: readonly string[],
    loads?: readonly string[],
  ): Promise<Stored<T>[]> {
    return this.use(async (connection) => readRowsWith(connection, table, column, texts, loads ?? (await this.#currentLoads(connection))));
  }

  /** Rows of one load, current or not, by file and line. Throws LM_LOAD_UNKNOWN. */
  allRows<T extends TableName>(table: T, loadId: string): Promise<Stored<T>[]> {
    return this.use(async (connection) => {
      await requireLoad(connection, loadId);
      return readRows(connection, table, [loadId]);
    });
  }

  /** All loads in order, with counts; counted once where nothing can be written, as it takes a look at every table. */
  status(): Promise<LoadStatus[]> {
    if (this.mode === "write") return this.use(readStatus);
    this.#status ??= this.use(readStatus).catch((thrown) => {
      this.#status = undefined;
      throw thrown;
    });
    return this.#status;
  }

  /** Rejects of one load or all, at most `limit`. Throws LM_LOAD_UNKNOWN. */
  rejects(loadId?: string, limit = 100): Promise<KeptReject[]> {
    return this.use((connection) => readRejects(connection, loadId, limit));
  }

  /** Runs work with the connection, reporting damage. */
  async use<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
    this.#working += 1;
    try {
      return await work(this.#database.connection);
    } catch (thrown) {
      throw await workingFault(thrown, this.dir);
    } finally {
      this.#working -= 1;
      if (this.#isLeft) this.close();
    }
  }

  /** The same workspace on a separate connection with private temporary tables. */
  async another(): Promise<Workspace> {
    return new Workspace(this.dir, this.mode, await this.#database.another());
  }

  /** Closes the database once no work is under way: closed under a query it would crash, or never end. */
  close(): void {
    this.#isLeft = true;
    if (this.#working === 0) this.#database.close();
  }

  #currentLoads(connection: DuckDBConnection): Promise<string[]> {
    if (this.mode === "write") return readCurrentLoads(connection);
    this.#current ??= readCurrentLoads(connection);
    return this.#current;
  }
}

/** Conjunction of conditions: equal to a value or one of several; `null` is IS NULL. */
type Where<T extends TableName> = { readonly [K in keyof Row<T>]?: Row<T>[K] | readonly NonNullable<Row<T>[K]>[] };

type Scalar = string | number;

const order = "ORDER BY load_id, file, line, rowid";

async function readCurrentLoads(connection: DuckDBConnection): Promise<string[]> {
  const loads = await query<{ id: string }>(connection, 'SELECT id FROM load WHERE "current" ORDER BY seq');
  return loads.map((load) => load.id);
}

/** Rows of these loads by load, file, line and reader order. */
async function readRows<T extends TableName>(
  connection: DuckDBConnection,
  table: T,
  loads: readonly string[],
  where: Where<T> = {},
): Promise<Stored<T>[]> {
  const values: Scalar[] = [];
  const conditions = [condition("load_id", loads, values)];
  for (const [name, wanted] of Object.entries<unknown>(where)) {
    if (wanted === undefined) continue;
    if (!columnsOf(table).some((column) => column.name === name)) throw new TypeError(`${table} has no column ${name}`);
    conditions.push(condition(identifier(name), wanted as Scalar | null | readonly Scalar[], values));
  }
  const sql = `SELECT ${columnList(table)} FROM ${identifier(table)} WHERE ${conditions.join(" AND ")} ${order}`;
  return queryMany<Stored<T>>(connection, sql, values);
}

/** As `readRows`; the texts, of which there may be tens of thousands, are one value. */
async function readRowsWith<T extends TableName>(
  connection: DuckDBConnection,
  table: T,
  column: string,
  texts: readonly string[],
  loads: readonly string[],
): Promise<Stored<T>[]> {
  if (!columnsOf(table).some(({ name }) => name === column)) throw new TypeError(`${table} has no column ${column}`);
  if (texts.length === 0 || loads.length === 0) return [];
  const listed = (values: readonly string[]): string => JSON.stringify(values);
  const oneOf = (name: string, at: number): string => `${identifier(name)} IN (SELECT unnest(from_json($${at}::JSON, '["VARCHAR"]')))`;
  const sql = `SELECT ${columnList(table)} FROM ${identifier(table)} WHERE ${oneOf("load_id", 1)} AND ${oneOf(column, 2)} ${order}`;
  return queryMany<Stored<T>>(connection, sql, [listed(loads), listed(texts)]);
}

function condition(column: string, wanted: Scalar | null | readonly Scalar[], values: Scalar[]): string {
  if (wanted === null) return `${column} IS NULL`;
  if (typeof wanted !== "object") return `${column} = $${values.push(wanted)}`;
  if (wanted.length === 0) return "false";
  return `${column} IN (${wanted.map((value) => `$${values.push(value)}`).join(", ")})`;
}
