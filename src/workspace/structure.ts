import { createHash } from "node:crypto";
import { readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import type { DuckDBConnection } from "@duckdb/node-api";
import { tableNames } from "../base/tables.ts";
import { query, runAll } from "./query.ts";
import { identifier, schemaStatements } from "./schema.ts";
import type { Workspace } from "./workspace.ts";

/** Loads DuckDB lazily, as `database.ts` does. */
const load = createRequire(import.meta.url);

/** A column as DuckDB tells it. */
export interface FoundColumn {
  readonly name: string;
  readonly type: string;
  readonly optional: boolean;
}

export type FoundTables = ReadonlyMap<string, readonly FoundColumn[]>;

/** What tells the tables declared today from any other state of them. */
export const schemaDigest: string = createHash("sha256").update(JSON.stringify(schemaStatements)).digest("hex").slice(0, 16);

/** Key of the digest in `meta`. */
export const digestKey = "schema_digest";

/** The tables of an open database with their columns in order. */
export async function tablesOf(connection: DuckDBConnection): Promise<FoundTables> {
  const rows = await query<{ table: string } & FoundColumn>(
    connection,
    `SELECT c.table_name AS "table", c.column_name AS name, c.data_type AS type, c.is_nullable AS optional
      FROM duckdb_columns() c JOIN duckdb_tables() t USING (database_name, schema_name, table_name)
      WHERE c.database_name = current_database() AND NOT t.temporary ORDER BY c.table_name, c.column_index`,
  );
  const tables = new Map<string, FoundColumn[]>();
  for (const { table, name, type, optional } of rows) tables.set(table, [...(tables.get(table) ?? []), { name, type, optional }]);
  return tables;
}

let declared: Promise<FoundTables> | undefined;

/** The tables that are declared today, as DuckDB makes them. */
export function declaredTables(): Promise<FoundTables> {
  declared ??= makeDeclared();
  return declared;
}

async function makeDeclared(): Promise<FoundTables> {
  const { DuckDBInstance } = load("@duckdb/node-api") as typeof import("@duckdb/node-api");
  const instance = await DuckDBInstance.create(":memory:", { autoinstall_known_extensions: "false", autoload_known_extensions: "false" });
  const connection = await instance.connect();
  try {
    await runAll(connection, schemaStatements);
    return await tablesOf(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** Declared tables that an open database lacks or has with other columns, each with what is wrong; empty: it is as declared. */
export async function misfits(connection: DuckDBConnection): Promise<ReadonlyMap<string, string>> {
  const [found, wanted] = [await tablesOf(connection), await declaredTables()];
  return new Map(
    [...wanted].flatMap(([table, columns]) => {
      const why = misfit(found.get(table), columns);
      return why === null ? [] : [[table, why] as const];
    }),
  );
}

function misfit(found: readonly FoundColumn[] | undefined, wanted: readonly FoundColumn[]): string | null {
  if (found === undefined) return "is missing";
  const names = new Map(found.map((column) => [column.name, column]));
  for (const { name, type, optional } of wanted) {
    const column = names.get(name);
    if (column === undefined) return `lacks the column ${name}`;
    if (column.type !== type || column.optional !== optional) return `has another kind of column ${name}`;
  }
  return found.length > wanted.length ? "has columns that are not declared" : null;
}

/** What is wrong with a workspace, in words. */
export interface Unsound {
  readonly about: "structure" | "rows" | "loads" | "files";
  readonly what: string;
}

/** Left by what was stopped; each is removed by the next command that does the same. */
const leavings = /^\.(?:new|compacting\.duckdb.*)$|^\.temporary$/;

/**
 * Reads every row of an open workspace, by which DuckDB checks the sums of its blocks, and compares structure and counts with what is declared and what
 * the loads say. Throws LM_WORKSPACE_DAMAGED where a block cannot be read.
 */
export async function unsoundParts(workspace: Workspace): Promise<{ readonly rows: number; readonly problems: readonly Unsound[] }> {
  const problems: Unsound[] = [];
  const tell = (about: Unsound["about"], what: string): void => void problems.push({ about, what });
  for (const [table, why] of await workspace.use(misfits)) tell("structure", `the table ${table} ${why}`);
  let rows = 0;
  if (problems.length === 0) {
    const counts = new Map<string, number>();
    for (const table of [...tableNames, "reject"])
      for (const { load, n } of await workspace.use((connection) => readWhole(connection, table))) {
        rows += n;
        const key = table === "reject" ? `rejects of ${load}` : load;
        counts.set(key, (counts.get(key) ?? 0) + n);
      }
    const loads = await workspace.status();
    const known = new Set(loads.map(({ id }) => id));
    for (const { id, rows: said, rejects } of loads) {
      const [found, bad] = [counts.get(id) ?? 0, counts.get(`rejects of ${id}`) ?? 0];
      if (found !== said) tell("rows", `load ${id} has ${found} rows, and says ${said}`);
      if (bad !== rejects) tell("rows", `load ${id} has ${bad} rejects, and says ${rejects}`);
    }
    for (const id of counts.keys())
      if (!known.has(id.replace("rejects of ", ""))) tell("loads", `there are rows of load ${id}, of which nothing else is known`);
  }
  for (const name of await readdir(workspace.dir)) if (leavings.test(name)) tell("files", `${name} was left by what was stopped`);
  return { rows, problems };
}

/** Rows by load, with every value read. */
const readWhole = (connection: DuckDBConnection, table: string): Promise<{ load: string; n: number }[]> =>
  query(
    connection,
    `SELECT load_id AS load, count(*)::INTEGER AS n, bit_xor(hash(t))::VARCHAR AS sum FROM ${identifier(table)} t GROUP BY load_id`,
  );
