import type { DuckDBConnection } from "@duckdb/node-api";

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
