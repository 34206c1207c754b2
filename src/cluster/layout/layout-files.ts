import { randomUUID } from "node:crypto";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Effects } from "../../base/effects.ts";
import { LevermapError } from "../../base/errors.ts";
import { digestFile } from "../../sources/files/file-digest.ts";
import { readManifestFile } from "../../sources/files/manifest-file.ts";
import { literal } from "../../sources/format/sql-text.ts";
import { copyRows } from "../../workspace/export.ts";
import { query } from "../../workspace/query.ts";
import { type ColumnShape, sqlTypes } from "../../workspace/schema.ts";
import { invalidLayout, type LayoutManifest, layoutManifest, manifestKind } from "./layout-format.ts";

/** A file of a layout as its receipt or manifest tells it. */
export interface FileOfLayout {
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

const parquet = "FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880";
/** Characters that the engine would take for a pattern of several files. */
const patterns = /[*?[\]{}]/;

/** Throws LM_USAGE for a folder that the engine cannot name. */
export function requireNameable(dir: string): void {
  if (patterns.test(dir))
    throw new LevermapError("LM_USAGE", `The path of a layout may not have any of * ? [ ] { }: ${dir}`, { path: dir });
}

/** Writes what a query gives, in its order, to a Parquet file that appears whole or not at all. Throws the reason of `effects.signal`. */
export async function writeParquet(connection: DuckDBConnection, sql: string, path: string, { signal }: Effects): Promise<FileOfLayout> {
  await mkdir(dirname(path), { recursive: true });
  return replaced(path, async (part) => {
    const rows = await copyRows(connection, sql, part, parquet, signal);
    return { rows, ...(await digestFile(part, signal)) };
  });
}

/** Writes plain data as JSON to a file that takes the place of the one before as a whole. */
export async function replaceJson(path: string, value: unknown): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await replaced(path, (part) => writeFile(part, `${JSON.stringify(value, null, 1)}\n`, { flag: "wx", flush: true }));
}

/** A file that takes the place of the one before when it is written. */
async function replaced<T>(path: string, write: (part: string) => Promise<T>): Promise<T> {
  const part = join(dirname(path), `.${randomUUID()}`);
  try {
    const written = await write(part);
    await rename(part, path);
    return written;
  } catch (thrown) {
    await rm(part, { force: true });
    throw thrown;
  }
}

/** The manifest of a layout. Throws LM_LAYOUT_INVALID, LM_USAGE. */
export async function readLayout(dir: string): Promise<LayoutManifest> {
  requireNameable(dir);
  return readManifestFile(join(dir, layoutManifest), manifestKind);
}

/** The rows of a Parquet file, as SQL. */
export const parquetSql = (path: string): string => `read_parquet(${literal(path)})`;

/** Holds a file against what is told of it: size, checksum, columns and their types. Throws LM_LAYOUT_INVALID. */
export async function checkFile(
  connection: DuckDBConnection,
  path: string,
  expected: FileOfLayout,
  columns: readonly ColumnShape[],
  { signal }: Effects,
): Promise<void> {
  const found = await digestFile(path, signal).catch((thrown: unknown) => {
    signal.throwIfAborted();
    throw invalidLayout(path, thrown instanceof Error ? thrown.message : String(thrown));
  });
  if (found.bytes !== expected.bytes || found.sha256 !== expected.sha256)
    throw invalidLayout(path, "its size or checksum is not that of the list");
  const described = await query<{ name: string; type: string }>(
    connection,
    `SELECT column_name AS name, column_type AS type FROM (DESCRIBE SELECT * FROM ${parquetSql(path)})`,
  ).catch((thrown: unknown) => {
    throw invalidLayout(path, thrown instanceof Error ? thrown.message : String(thrown));
  });
  const wanted = columns.map(({ name, kind }) => `${name} ${sqlTypes[kind]}`).join(", ");
  if (described.map(({ name, type }) => `${name} ${type}`).join(", ") !== wanted)
    throw invalidLayout(path, `its columns are not ${wanted}`);
}
