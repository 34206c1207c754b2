import { stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { dayOf, fullDay } from "../../../base/days.ts";
import type { Effects } from "../../../base/effects.ts";
import { LevermapError } from "../../../base/errors.ts";
import { digestFile } from "../../files/file-digest.ts";
import { readManifestFile } from "../../files/manifest-file.ts";
import { parquetColumns, parquetRows } from "../../format/parquet-rows.ts";
import { type RowRecord, reject, type SourceRecord, type Stream } from "../../format/records.ts";
import type { Source } from "../../format/source.ts";
import {
  type CorpusManifest,
  type CorpusTable,
  corpusColumns,
  corpusFile,
  corpusFormat,
  corpusManifest,
  corpusManifestSchema,
  corpusVersion,
} from "./corpus-format.ts";

const largestManifest = 1 << 22;

/** A folder that `levermap export corpus` made, here or elsewhere: nothing of it is believed before it is checked. */
export const corpus: Source = {
  name: "corpus",
  scope: "whole",
  notice: "A corpus of patents that was passed on; its manifest names the sources of its rows and their licences.",
  files: async (paths) => {
    const [path, ...others] = paths;
    if (path === undefined || others.length > 0) throw invalid(paths.join(", "), "name one folder of a corpus");
    const folder = (await isFolder(path)) ? path : dirname(path);
    const { tables } = await readManifest(folder);
    return [join(folder, corpusManifest), ...tables.map(({ table }) => join(folder, corpusFile(table))).sort()];
  },
  edition: async (files) => (await readManifest(folderOf(files))).made,
  async *read(files, effects): Stream<SourceRecord> {
    const folder = folderOf(files);
    const { tables, origins } = await readManifest(folder);
    for (const { source, notice } of origins) effects.log.info(`${source}: ${notice}`);
    for (const table of tables) await checkFile(folder, table, effects);
    for (const { table } of tables) yield* tableRows(join(folder, corpusFile(table)), table, effects);
  },
};

const folderOf = (files: readonly string[]): string => dirname(files[0] ?? "");

const invalid = (path: string, reason: string): LevermapError => new LevermapError("LM_CORPUS_INVALID", `${path}: ${reason}.`, { path });

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => {
      throw new LevermapError("LM_FILE_NOT_FOUND", `No file or folder ${path}`, { path });
    },
  );

const manifestKind = {
  format: corpusFormat,
  version: corpusVersion,
  schema: corpusManifestSchema,
  largest: largestManifest,
  what: "the manifest of a corpus",
  invalid,
};

/** The manifest of a folder. Throws LM_CORPUS_INVALID. */
async function readManifest(folder: string): Promise<CorpusManifest> {
  const path = join(folder, corpusManifest);
  const manifest = await readManifestFile(path, manifestKind);
  const names = manifest.tables.map(({ table }) => table);
  if (new Set(names).size < names.length) throw invalid(path, "it names a table twice");
  for (const { table, columns } of manifest.tables) {
    if (JSON.stringify(columns) !== JSON.stringify(corpusColumns(table)))
      throw invalid(path, `its columns of ${table} are not those of this format`);
  }
  return manifest;
}

/** Holds a file against the manifest: size, checksum and columns. Throws LM_CORPUS_INVALID, LM_FILE_UNREADABLE. */
async function checkFile(folder: string, { table, bytes, sha256 }: CorpusManifest["tables"][number], { signal }: Effects): Promise<void> {
  const path = join(folder, corpusFile(table));
  const found = await digestFile(path, signal);
  if (found.bytes !== bytes || found.sha256 !== sha256) throw invalid(path, "its size or checksum is not that of the manifest");
  const expected = corpusColumns(table).map(({ name }) => name);
  if ((await parquetColumns(path)).join() !== expected.join()) throw invalid(path, `its columns are not ${expected.join(", ")}`);
}

async function* tableRows(file: string, table: CorpusTable, effects: Effects): Stream<SourceRecord> {
  const columns = corpusColumns(table).map(({ name }) => name);
  for await (const record of parquetRows(file, columns, effects)) {
    if ("kind" in record) throw invalid(file, `${record.reason} (${basename(file)})`);
    const { line, value: row } = record;
    const fault = corpusFault(table, row);
    // The columns of the file are those of the table, and the workspace holds their kinds against it.
    yield fault === null
      ? ({ kind: "row", table, row, file, line } as unknown as RowRecord)
      : reject({ file, line }, fault, record.excerpt());
  }
}

type Row = Readonly<Record<string, unknown>>;

/** Characters that a text may have; a first claim may be long. */
const longestText = 200_000;
const key = /^[A-Z]{2}[A-Z0-9]{1,24}$/;
const word = /^[A-Za-z0-9][A-Za-z0-9 .:_/-]{0,39}$/;

const keys: ReadonlySet<string> = new Set(["document", "citing", "cited"]);
const days: ReadonlySet<string> = new Set(["published", "filed", "priority", "date"]);
const listed: ReadonlySet<string> = new Set([
  "office",
  "kind",
  "type",
  "field",
  "language",
  "role",
  "scheme",
  "phase",
  "category",
  "relation",
]);
const counted: ReadonlySet<string> = new Set(["references", "position", "term_days"]);
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** What is wrong with a row of a corpus that somebody else made, beyond the kinds of its columns; `null` for nothing. */
function corpusFault(table: CorpusTable, row: Row): string | null {
  for (const [column, value] of Object.entries(row)) {
    const fault = value === null ? null : typeof value === "string" ? textFault(table, column, value) : numberFault(column, value);
    if (fault !== null) return `${table}.${column} ${fault}`;
  }
  return null;
}

function textFault(table: CorpusTable, column: string, text: string): string | null {
  if (text === "") return "is empty text";
  if (text.length > longestText) return `has more than ${longestText} characters`;
  if (control.test(text)) return "has control characters";
  if (keys.has(column) && !key.test(text)) return "is not the key of a document";
  if (days.has(column) && dayOf(fullDay(text)) === null) return "is not a date";
  if (listed.has(column) && !(table === "patent_event" && column === "kind") && !word.test(text)) return "is not a word of its column";
  return null;
}

function numberFault(column: string, value: unknown): string | null {
  if (column === "granted") return value === 0 || value === 1 ? null : "is neither 0 nor 1";
  return counted.has(column) && typeof value === "number" && value < 0 ? "is negative" : null;
}
