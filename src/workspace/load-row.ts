import type { DuckDBConnection } from "@duckdb/node-api";
import { markCurrent } from "./current.ts";
import type { LoadStatus } from "./status.ts";

/** A load as it is put into the table of loads. */
export interface LoadRow extends Omit<LoadStatus, "loaded_at" | "current" | "tables"> {
  /** UTC, ISO 8601. */
  readonly loadedAt: string;
}

const sql = `INSERT INTO load SELECT $1, coalesce(max(seq), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, false FROM load`;

/** Adds a load as the latest, which may make it the current one of its data set. */
export async function insertLoad(connection: DuckDBConnection, load: LoadRow): Promise<void> {
  const { id, source, dataset, scope, edition, path, sha256, bytes, rows, rejects, loadedAt, notice } = load;
  await connection.run(sql, [id, source, dataset, scope, edition, path, sha256, bytes, rows, rejects, loadedAt, notice]);
  await markCurrent(connection, source, dataset);
}
