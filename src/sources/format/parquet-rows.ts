import { basename } from "node:path";
import { asyncBufferFromFile, type FileMetaData, parquetMetadataAsync, parquetReadObjects } from "hyparquet";
import { compressors } from "hyparquet-compressors";
import type { Effects } from "../../base/effects.ts";
import { LevermapError } from "../../base/errors.ts";
import { JsonRecord } from "./json-record.ts";
import { fileSize, firstBytes } from "./list-files.ts";
import { breakingOff, type RejectRecord, reject, type Stream } from "./records.ts";

/** Whether a file is Parquet, by its first bytes. */
export async function isParquet(file: string): Promise<boolean> {
  await fileSize(file);
  return (await firstBytes(file, 4)).toString("latin1") === "PAR1";
}

/** Names of the outermost columns of a Parquet file. Throws LM_FILE_UNREADABLE. */
export const parquetColumns = async (file: string): Promise<readonly string[]> => columnsOf(await metadataOf(file));

/** Streams `wanted` columns, one row group in memory; an unreadable group is a reject. Throws LM_FILE_NOT_FOUND, LM_FILE_UNREADABLE. */
export async function* parquetRows(file: string, wanted: readonly string[], effects: Effects): Stream<JsonRecord | RejectRecord> {
  const metadata = await metadataOf(file);
  const columns = columnsOf(metadata).filter((column) => wanted.includes(column));
  const total = Number(metadata.num_rows);
  let rowStart = 0;
  for (const group of metadata.row_groups) {
    effects.signal.throwIfAborted();
    const rowEnd = rowStart + Number(group.num_rows);
    yield* groupRows(file, metadata, columns, rowStart, rowEnd);
    effects.progress.report(rowEnd, total, basename(file));
    rowStart = rowEnd;
  }
}

async function* groupRows(
  file: string,
  metadata: FileMetaData,
  columns: string[],
  rowStart: number,
  rowEnd: number,
): Stream<JsonRecord | RejectRecord> {
  let rows: readonly Record<string, unknown>[];
  try {
    rows = await parquetReadObjects({ file: await asyncBufferFromFile(file), metadata, columns, rowStart, rowEnd, compressors });
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    yield breakingOff(reject({ file, line: rowStart + 1 }, `records ${rowStart + 1} to ${rowEnd} cannot be read: ${reason}`, ""));
    return;
  }
  for (const [index, row] of rows.entries()) {
    const value = Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, plain(cell)]));
    yield new JsonRecord(file, rowStart + index + 1, value);
  }
}

/** Values as JSON would have them: whole numbers as numbers, dates as text. */
function plain(value: unknown): unknown {
  if (value === undefined) return null;
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (value instanceof Uint8Array) return new TextDecoder("utf-8").decode(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner)]));
}

async function metadataOf(file: string): Promise<FileMetaData> {
  await fileSize(file);
  try {
    return await parquetMetadataAsync(await asyncBufferFromFile(file));
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    const cut = /footer/.test(reason) ? "the file ends early, before the directory that Parquet has at its end: " : "";
    throw new LevermapError("LM_FILE_UNREADABLE", `${file}: ${cut}${reason}`, { file });
  }
}

/** The schema lists the tree in depth-first order; the outermost columns are the children of its root. */
function columnsOf({ schema }: FileMetaData): readonly string[] {
  const names: string[] = [];
  let at = 1;
  for (let left = schema[0]?.num_children ?? 0; left > 0; left--) {
    names.push(schema[at]?.name ?? "");
    at = afterSubtree(schema, at);
  }
  return names;
}

function afterSubtree(schema: FileMetaData["schema"], at: number): number {
  let next = at + 1;
  for (let children = schema[at]?.num_children ?? 0; children > 0; children--) next = afterSubtree(schema, next);
  return next;
}
