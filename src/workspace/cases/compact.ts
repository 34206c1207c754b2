import { rm } from "node:fs/promises";
import type { DuckDBConnection } from "@duckdb/node-api";
import { query } from "../query.ts";
import { identifier } from "../schema.ts";
import { markCompact } from "./purge-customer.ts";

/** Writes the rows of an open database to a new file, with nothing of what was removed. Failing, it leaves no file. */
export async function compactTo(connection: DuckDBConnection, part: string): Promise<void> {
  const remove = async (): Promise<void> => {
    for (const file of [part, `${part}.wal`]) await rm(file, { force: true });
  };
  await remove();
  try {
    const [{ name = "" } = {}] = await query<{ name: string }>(connection, "SELECT current_database() AS name");
    await connection.run("CHECKPOINT");
    await connection.run(`ATTACH '${part.replaceAll("'", "''")}' AS compact`);
    try {
      await connection.run(`COPY FROM DATABASE ${identifier(name)} TO compact`);
      await markCompact(connection, "compact");
      await connection.run("CHECKPOINT compact");
    } finally {
      await connection.run("DETACH compact");
    }
  } catch (thrown) {
    await remove();
    throw thrown;
  }
}
