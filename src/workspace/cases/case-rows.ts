import type { DuckDBConnection } from "@duckdb/node-api";
import type { CaseRow, CaseTableName } from "../../base/case-tables.ts";
import { query, queryMany } from "../query.ts";
import { append } from "../row-writer.ts";
import { caseColumnsOf, identifier } from "../schema.ts";
import type { Workspace } from "../workspace.ts";

type Scalar = string | number;

/** Which rows to read: those equal in these columns. */
export type CaseWhere<T extends CaseTableName> = { readonly [K in keyof CaseRow<T>]?: Scalar };

/** Appends rows in the running transaction. */
export async function appendCaseRows<T extends CaseTableName>(
  connection: DuckDBConnection,
  table: T,
  rows: readonly CaseRow<T>[],
): Promise<void> {
  if (rows.length === 0) return;
  const columns = caseColumnsOf(table);
  const appender = await connection.createAppender(table);
  try {
    for (const row of rows as readonly Readonly<Record<string, unknown>>[]) {
      for (const { name, kind } of columns) append(appender, kind, row[name]);
      appender.endRow();
    }
    appender.closeSync();
  } catch (thrown) {
    appender.clear();
    appender.closeSync();
    throw thrown;
  }
}

/** Rows of a table in the order of their columns. */
export function caseRows<T extends CaseTableName>(workspace: Workspace, table: T, where: CaseWhere<T> = {}): Promise<CaseRow<T>[]> {
  return workspace.use((connection) => readCaseRows(connection, table, where));
}

export function readCaseRows<T extends CaseTableName>(
  connection: DuckDBConnection,
  table: T,
  where: CaseWhere<T> = {},
): Promise<CaseRow<T>[]> {
  const conditions = Object.entries(where).map(([name, value], at) => ({
    sql: `${identifier(name)} = $${at + 1}`,
    value: value as Scalar,
  }));
  const filter = conditions.length === 0 ? "" : ` WHERE ${conditions.map(({ sql }) => sql).join(" AND ")}`;
  const names = caseColumnsOf(table).map(({ name }) => identifier(name));
  const sql = `SELECT ${names.join(", ")} FROM ${identifier(table)}${filter} ORDER BY ${names.join(", ")}`;
  return queryMany(
    connection,
    sql,
    conditions.map(({ value }) => value),
  );
}

/** The greatest number in a column, 0 without rows. */
export async function greatest(connection: DuckDBConnection, table: CaseTableName, column: string): Promise<number> {
  const [found] = await query<{ most: number }>(
    connection,
    `SELECT coalesce(max(${identifier(column)}), 0) AS most FROM ${identifier(table)}`,
  );
  return found?.most ?? 0;
}
