import type { DuckDBConnection, DuckDBValue } from "@duckdb/node-api";

/** Runs a query with bound values; returns plain objects. */
export async function query<T>(connection: DuckDBConnection, sql: string, values: readonly DuckDBValue[] = []): Promise<T[]> {
  const reader = await connection.runAndReadAll(sql, [...values]);
  const names = reader.columnNames();
  const columns = reader.getColumnsJS();
  return Array.from({ length: reader.currentRowCount }, (_, row) => {
    const object: Record<string, unknown> = {};
    for (let column = 0; column < names.length; column += 1) object[names[column] as string] = columns[column]?.[row];
    return object as T;
  });
}

/** As `query`, for many rows of text, finite numbers and NULLs: fetching rows as JSON takes half the time, chunk by chunk less memory. */
export async function queryMany<T>(connection: DuckDBConnection, sql: string, values: readonly DuckDBValue[] = []): Promise<T[]> {
  // Not streamed: another query on the connection would end a stream before its last row
  const result = await connection.run(`SELECT to_json(t) FROM (${sql}) t`, [...values]);
  const rows: T[] = [];
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) return rows;
    for (const text of chunk.getColumnValues(0)) rows.push(JSON.parse(text as string) as T);
  }
}

/** Runs `work` in a transaction, rolled back if it throws. */
export async function inTransaction<T>(connection: DuckDBConnection, work: () => Promise<T>): Promise<T> {
  await connection.run("BEGIN TRANSACTION");
  let result: T;
  try {
    result = await work();
  } catch (thrown) {
    await connection.run("ROLLBACK").catch(() => undefined);
    throw thrown;
  }
  await connection.run("COMMIT");
  return result;
}

export async function runAll(connection: DuckDBConnection, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await connection.run(statement);
}
