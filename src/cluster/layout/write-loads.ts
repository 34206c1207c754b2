import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Effects } from "../../base/effects.ts";
import { tableNames } from "../../base/tables.ts";
import { literal } from "../../sources/format/sql-text.ts";
import { columnList, identifier } from "../../workspace/schema.ts";
import type { LoadStatus } from "../../workspace/status.ts";
import { replaceJson, writeParquet } from "./layout-files.ts";
import { type LayoutManifest, layoutVersion, type Receipt, receiptFormat, receiptPath, tablePath } from "./layout-format.ts";

/** Writes the rows and rejects of one load, a file a table, and then its receipt; gives its line of the manifest. */
export async function writeLoad(
  connection: DuckDBConnection,
  dir: string,
  { id, source, dataset, scope, edition, path, sha256, bytes, rows, rejects, loaded_at: loadedAt, notice, tables: held }: LoadStatus,
  effects: Effects,
): Promise<LayoutManifest["loads"][number]> {
  const tables: Receipt["tables"] = [];
  for (const table of tableNames) {
    if (held[table] === undefined) continue;
    tables.push({ table, ...(await writeParquet(connection, rowsOf(table, id), tablePath(dir, table, id), effects)) });
  }
  if (rejects > 0)
    tables.push({ table: "reject", ...(await writeParquet(connection, rejectsOf(id), tablePath(dir, "reject", id), effects)) });
  const about = { id, source, dataset, scope, edition, path, sha256, bytes, rows, rejects, loadedAt, notice };
  await replaceJson(receiptPath(dir, id), { format: receiptFormat, version: layoutVersion, ...about, tables } satisfies Receipt);
  return { id, receipt: await receiptDigest(dir, id) };
}

/** SHA-256 of the receipt of a load. Throws errors of the file as they are. */
export const receiptDigest = async (dir: string, id: string): Promise<string> =>
  createHash("sha256")
    .update(await readFile(receiptPath(dir, id)))
    .digest("hex");

const rowsOf = (table: (typeof tableNames)[number], id: string): string =>
  `SELECT ${columnList(table)} FROM ${identifier(table)} WHERE load_id = ${literal(id)} ORDER BY file, line, rowid`;

const rejectsOf = (id: string): string => `SELECT * FROM reject WHERE load_id = ${literal(id)} ORDER BY file, line, rowid`;
