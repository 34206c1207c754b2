import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { onTestFinished } from "vitest";
import { type Effects, quietEffects } from "../../src/base/effects.ts";
import { type Row, type TableName, tables } from "../../src/base/tables.ts";
import type { RejectRecord, RowRecord } from "../../src/sources/format/records.ts";
import type { Source } from "../../src/sources/format/source.ts";

const dataFolder = resolve(process.env.LEVERMAP_TEST_DATA ?? "../shared/data");

/** A path under the folder of real data, and whether it is there; the name of the test says where it was looked for. */
export function realData(name: string): { readonly path: string; readonly absent: boolean } {
  const path = join(dataFolder, name);
  return { path, absent: !existsSync(path) };
}

/** A new folder with these files in it, gone when the test has ended. */
export async function folderOf(files: Readonly<Record<string, string | Buffer>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "levermap-sources-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
}

/** Effects that keep what is said. */
export function listening(): { readonly effects: Effects; readonly said: string[] } {
  const said: string[] = [];
  const keep = (message: string): void => void said.push(message);
  return { effects: { ...quietEffects, log: { info: keep, warn: keep, debug: keep } }, said };
}

export interface Read {
  readonly rows: readonly RowRecord[];
  readonly rejects: readonly RejectRecord[];
  of<T extends TableName>(table: T): readonly Row<T>[];
}

/** Reads all that a source finds among `paths`. */
export async function readAll(source: Source, paths: readonly string[], effects: Effects = quietEffects): Promise<Read> {
  const rows: RowRecord[] = [];
  const rejects: RejectRecord[] = [];
  for await (const record of source.read(await source.files(paths), effects)) {
    if (record.kind === "row") rows.push(record);
    else rejects.push(record);
  }
  return {
    rows,
    rejects,
    of: <T extends TableName>(table: T) => rows.filter((each) => each.table === table).map((each) => each.row as Row<T>),
  };
}

/** What is wrong with a row by the declaration of its table; empty if nothing is. */
export function faults({ table, row }: RowRecord): readonly string[] {
  const columns: Readonly<Record<string, string>> = tables[table];
  const values: Readonly<Record<string, unknown>> = row;
  const extra = Object.keys(values).filter((column) => !Object.hasOwn(columns, column));
  const wrong = Object.entries(columns).filter(([column, kind]) => !fits(values[column], kind));
  return [
    ...extra.map((column) => `${table}.${column} is not declared`),
    ...wrong.map(([column, kind]) => `${table}.${column} is no ${kind}`),
  ];
}

function fits(value: unknown, kind: string): boolean {
  if (value === null) return kind.endsWith("?");
  if (kind.startsWith("text")) return typeof value === "string" && value !== "";
  return kind.startsWith("integer") ? Number.isSafeInteger(value) : typeof value === "number" && Number.isFinite(value);
}
