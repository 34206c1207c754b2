import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Effects } from "../../base/effects.ts";
import { unless } from "../../base/errors.ts";
import { sum } from "../../base/numbers.ts";
import { tableNames } from "../../base/tables.ts";
import { readManifestFile } from "../../sources/files/manifest-file.ts";
import { literal } from "../../sources/format/sql-text.ts";
import { insertLoad } from "../../workspace/current.ts";
import type { LoadLine } from "../../workspace/load.ts";
import { inTransaction, query } from "../../workspace/query.ts";
import { type ColumnShape, columnList, identifier, storedColumnsOf } from "../../workspace/schema.ts";
import type { LoadStatus } from "../../workspace/status.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { checkFile, parquetSql, replaceJson, writeParquet } from "./layout-files.ts";
import {
  invalidLayout,
  type LayoutManifest,
  type LayoutTable,
  layoutVersion,
  type Receipt,
  receiptFormat,
  receiptKind,
  receiptPath,
  tablePath,
} from "./layout-format.ts";

/**
 * Brings the loads of a layout into a workspace, each as it was with its id, day and rows, in one transaction each; those that are there are left alone.
 * Throws LM_LAYOUT_INVALID (nothing of that load is kept) or the reason of `effects.signal`.
 */
export async function restoreLoads(
  workspace: Workspace,
  dir: string,
  { loads }: Pick<LayoutManifest, "loads">,
  effects: Effects,
): Promise<readonly LoadLine[]> {
  const lines: LoadLine[] = [];
  for (const [done, { id, receipt: digest }] of loads.entries()) {
    effects.signal.throwIfAborted();
    effects.progress.report(done, loads.length, id);
    const receipt = await checkedReceipt(dir, id, digest);
    const { source, edition, path, rows, rejects } = receipt;
    const already = await workspace.use(async (connection) => {
      if ((await query(connection, "SELECT 1 FROM load WHERE id = $1", [id])).length > 0) return true;
      await checkTables(connection, dir, receipt, effects);
      await inTransaction(connection, () => restore(connection, dir, receipt));
      return false;
    });
    lines.push({ id, source, edition, path, rows, rejects, already });
  }
  return lines;
}

/** Throws LM_LAYOUT_INVALID for a receipt that is not that of the manifest, or does not add up. */
export async function checkedReceipt(dir: string, id: string, digest: string): Promise<Receipt> {
  const path = receiptPath(dir, id);
  const receipt = await readManifestFile(path, receiptKind);
  if (receipt.id !== id || (await receiptDigest(dir, id)) !== digest)
    throw invalidLayout(path, "it is not the receipt that the manifest names");
  const names = receipt.tables.map(({ table }) => table);
  if (new Set(names).size < names.length) throw invalidLayout(path, "it names a table twice");
  const rows = sum(receipt.tables.map((each) => (each.table === "reject" ? 0 : each.rows)));
  if (rows !== receipt.rows) throw invalidLayout(path, `its tables have ${rows} rows, and it tells of ${receipt.rows}`);
  return receipt;
}

/** Holds the files of a load against its receipt. Throws LM_LAYOUT_INVALID. */
async function checkTables(connection: DuckDBConnection, dir: string, { id, tables }: Receipt, effects: Effects): Promise<void> {
  for (const { table, ...file } of tables) await checkFile(connection, tablePath(dir, table, id), file, columnsOf(table), effects);
}

/** The receipt of a load that is whole, and its checksum; `null` where the receipt or a file is missing or not as told. */
export async function soundLoad(
  connection: DuckDBConnection,
  dir: string,
  id: string,
  effects: Effects,
): Promise<{ readonly receipt: Receipt; readonly digest: string } | null> {
  const digest = await receiptDigest(dir, id).catch(() => null);
  if (digest === null) return null;
  const check = async (): Promise<Receipt> => {
    const receipt = await checkedReceipt(dir, id, digest);
    await checkTables(connection, dir, receipt, effects);
    return receipt;
  };
  const receipt = await unless(["LM_LAYOUT_INVALID"], check, () => null);
  return receipt && { receipt, digest };
}

const rejectColumns: readonly ColumnShape[] = (["load_id", "file", "line", "code", "reason", "excerpt"] as const).map((name) => ({
  name,
  kind: name === "line" ? "integer" : "text",
  optional: false,
}));

const columnsOf = (table: LayoutTable): readonly ColumnShape[] => (table === "reject" ? rejectColumns : storedColumnsOf(table));

async function restore(connection: DuckDBConnection, dir: string, receipt: Receipt): Promise<void> {
  const { id, tables } = receipt;
  for (const { table, rows: expected } of tables) {
    const file = tablePath(dir, table, id);
    const columns = columnsOf(table).map(({ name }) => (name === "load_id" ? literal(id) : identifier(name)));
    const { rowsChanged } = await connection
      .run(`INSERT INTO ${identifier(table)} SELECT ${columns.join(", ")} FROM ${parquetSql(file)}`)
      .catch((thrown: unknown) => {
        if (thrown instanceof Error && /^(Constraint|Conversion|Invalid Input) Error/.test(thrown.message))
          throw invalidLayout(file, thrown.message.split("\n")[0] ?? "");
        throw thrown;
      });
    if (rowsChanged !== expected) throw invalidLayout(file, `it has ${rowsChanged} rows, not ${expected}`);
  }
  await insertLoad(connection, receipt);
}

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
const receiptDigest = async (dir: string, id: string): Promise<string> =>
  createHash("sha256")
    .update(await readFile(receiptPath(dir, id)))
    .digest("hex");

const rowsOf = (table: (typeof tableNames)[number], id: string): string =>
  `SELECT ${columnList(table)} FROM ${identifier(table)} WHERE load_id = ${literal(id)} ORDER BY file, line, rowid`;

const rejectsOf = (id: string): string => `SELECT * FROM reject WHERE load_id = ${literal(id)} ORDER BY file, line, rowid`;
