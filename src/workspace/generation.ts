import { randomBytes } from "node:crypto";
import type { DuckDBConnection } from "@duckdb/node-api";
import { setMeta } from "./migrations.ts";
import { query } from "./query.ts";

const key = "generation";

/**
 * What tells the content of a workspace from that before and after any write: how many writes there were, and four letters that no other workspace has.
 * `0`: nothing was written since workspaces have it.
 */
export async function generationOf(connection: DuckDBConnection): Promise<string> {
  const [found] = await query<{ value: string }>(connection, "SELECT value FROM meta WHERE key = $1", [key]);
  return found?.value ?? "0";
}

/** Counts a write. `after`: a generation that it comes after beside that of the database itself. */
export async function nextGeneration(connection: DuckDBConnection, after = "0"): Promise<void> {
  const before = Math.max(...[await generationOf(connection), after].map((generation) => Number.parseInt(generation, 10)));
  await setMeta(connection, key, `${before + 1}-${randomBytes(2).toString("hex")}`);
}
