import type { DuckDBConnection } from "@duckdb/node-api";
import type { Row, TableName } from "../base/tables.ts";
import { query, queryMany } from "./query.ts";
import { columnList, columnsOf, identifier, type Stored } from "./schema.ts";

/** Conjunction of conditions: equal to a value or one of several; `null` is IS NULL. */
export type Where<T extends TableName> = { readonly [K in keyof Row<T>]?: Row<T>[K] | readonly NonNullable<Row<T>[K]>[] };

type Scalar = string | number;

const order = "ORDER BY load_id, file, line, rowid";

export async function readCurrentLoads(connection: DuckDBConnection): Promise<string[]> {
  const loads = await query<{ id: string }>(connection, 'SELECT id FROM load WHERE "current" ORDER BY seq');
  return loads.map((load) => load.id);
}

/** Rows of these loads by load, file, line and reader order. */
export async function readRows<T extends TableName>(
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

function condition(column: string, wanted: Scalar | null | readonly Scalar[], values: Scalar[]): string {
  if (wanted === null) return `${column} IS NULL`;
  if (typeof wanted !== "object") return `${column} = $${values.push(wanted)}`;
  if (wanted.length === 0) return "false";
  return `${column} IN (${wanted.map((value) => `$${values.push(value)}`).join(", ")})`;
}
