import { readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { type DerivedTableName, derivedTableNames, isDerived } from "../base/derived-tables.ts";
import { type Effects, quietEffects } from "../base/effects.ts";
import { LevermapError } from "../base/errors.ts";
import { type TableName, tableNames } from "../base/tables.ts";
import { query } from "./query.ts";
import { columnList, identifier } from "./schema.ts";
import { wholeFolder } from "./whole-file.ts";
import type { Workspace } from "./workspace.ts";

export const exportFormats = ["csv", "parquet", "json"] as const;
export type ExportFormat = (typeof exportFormats)[number];

export type ExportTable = TableName | DerivedTableName | "load" | "reject" | "decision" | "saved_search";
export const exportTableNames: readonly ExportTable[] = ["load", "reject", "decision", "saved_search", ...tableNames, ...derivedTableNames];

export interface ExportOptions {
  readonly format: ExportFormat;
  /** Default all. */
  readonly tables?: readonly ExportTable[];
  /** Replaces an earlier export, never a folder with other files. */
  readonly force?: boolean;
}

export interface ExportedFile {
  readonly table: ExportTable;
  readonly path: string;
  readonly rows: number;
}

const copyOptions: Readonly<Record<ExportFormat, string>> = {
  csv: "FORMAT csv, HEADER",
  parquet: "FORMAT parquet",
  json: "FORMAT json, ARRAY true",
};

const exportedNames: ReadonlySet<string> = new Set(
  exportTableNames.flatMap((table) => exportFormats.map((format) => `${table}.${format}`)),
);

/**
 * Exports every row, current or not, one file per table in a fixed order; only `load.loaded_at` and decision days vary. The folder appears
 * whole or not at all. Needs mode `export` or `write`. Throws LM_EXPORT_EXISTS or the reason of `effects.signal`.
 */
export async function exportTables(
  workspace: Workspace,
  outDir: string,
  { format, tables = exportTableNames, force = false }: ExportOptions,
  effects: Effects = quietEffects,
): Promise<ExportedFile[]> {
  if (workspace.mode === "read") throw new TypeError("A workspace opened with mode read cannot write files; open it with mode export.");
  const target = resolve(outDir);
  await requireFree(target, force, (name) => exportedNames.has(name));
  return wholeFolder(target, effects.signal, async (staging) => {
    const files: ExportedFile[] = [];
    for (const [done, table] of tables.entries()) {
      effects.signal.throwIfAborted();
      effects.progress.report(done, tables.length, table);
      const name = `${table}.${format}`;
      const rows = await workspace.use((connection) =>
        copyRows(connection, selection(table), join(staging, name), copyOptions[format], effects.signal),
      );
      files.push({ table, path: join(target, name), rows });
    }
    effects.progress.report(tables.length, tables.length, "");
    return files;
  });
}

/** Throws LM_EXPORT_EXISTS unless a folder is free, or is replaced by force and has no files but those of `own` names. */
export async function requireFree(target: string, force: boolean, own: (name: string) => boolean): Promise<void> {
  const found = await readdir(target).catch((thrown: NodeJS.ErrnoException) => (thrown.code === "ENOENT" ? [] : null));
  if (found === null) throw new LevermapError("LM_EXPORT_EXISTS", `${target} is not a folder.`, { path: target });
  if (found.length === 0) return;
  const foreign = found.filter((name) => !own(name));
  if (force && foreign.length === 0) return;
  const other = foreign.length > 0 ? ` It contains files that are not from an export (${foreign[0]}).` : "";
  throw new LevermapError("LM_EXPORT_EXISTS", `${target} is not empty.${other}`, { path: target, foreign: foreign.slice(0, 10) });
}

/** Copies what a query gives to a file; the number of rows. Throws the reason of `signal`. */
export async function copyRows(
  connection: DuckDBConnection,
  sql: string,
  path: string,
  options: string,
  signal: AbortSignal,
): Promise<number> {
  const interrupt = (): void => connection.interrupt();
  signal.addEventListener("abort", interrupt, { once: true });
  try {
    const [counted] = await query<{ Count: bigint }>(connection, `COPY (${sql}) TO $1 (${options})`, [path]);
    return Number(counted?.Count ?? 0);
  } catch (thrown) {
    signal.throwIfAborted();
    throw thrown;
  } finally {
    signal.removeEventListener("abort", interrupt);
  }
}

function selection(table: ExportTable): string {
  if (table === "load") return "SELECT * FROM load ORDER BY seq";
  if (table === "decision" || table === "saved_search") return `SELECT * FROM ${table} ORDER BY seq`;
  if (table === "reject") return "SELECT * FROM reject ORDER BY load_id, file, line, rowid";
  if (isDerived(table)) return `SELECT * FROM ${identifier(table)} ORDER BY ALL`;
  return `SELECT ${columnList(table)} FROM ${identifier(table)} ORDER BY load_id, file, line, rowid`;
}
