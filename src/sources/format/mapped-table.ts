import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { bundledFile } from "../../base/built-file.ts";
import type { Effects } from "../../base/effects.ts";
import { LevermapError } from "../../base/errors.ts";
import { type CsvRow, csvRows, readHeader } from "./csv-rows.ts";
import { type JsonObject, JsonRecord, jsonText } from "./json-record.ts";
import { firstJson, jsonHead, jsonRows } from "./json-rows.ts";
import { linearPattern } from "./linear-pattern.ts";
import { listFiles } from "./list-files.ts";
import type { TableMapping } from "./mapping-file.ts";
import { type Misfit, misfit, type NeededColumns } from "./misfit.ts";
import { isParquet, parquetColumns, parquetRows } from "./parquet-rows.ts";
import { recognised } from "./parts-source.ts";
import { mapRecords, type RowRecord, type SourceRecord, type Stream } from "./records.ts";
import { seenFile } from "./seen-file.ts";
import type { Source } from "./source.ts";

const json = /\.(json|jsonl|ndjson)(\.gz)?$/i;
const fitting = /\.(csv|tsv|txt|json|jsonl|ndjson)(\.gz)?$|\.parquet$/i;
const mappingName = /\.ya?ml$/i;

/** Turns one record into rows; none where it has nothing of the kind. Throws BadRow. */
export type Convert = (record: CsvRow | JsonRecord) => readonly RowRecord[];

/** Notes which columns of a mapping a table has, and says those that it lacks. */
export interface NotedColumns {
  hasNames(names: readonly string[]): void;
  hasRecord(record: JsonObject): void;
  say(effects: Effects): void;
}

/** How the records of one file are turned into rows. */
export interface Conversion {
  readonly convert: Convert;
  /** What a record without rows lacks, for people. */
  readonly lacking: string;
  readonly columns?: NotedColumns | undefined;
}

/** A source whose layouts are mapping files. */
export interface MappedSource<M extends TableMapping> {
  readonly name: string;
  readonly notice: string;
  /** Folder of the bundled mappings below `data/`. */
  readonly folder: string;
  /** What a record without rows lacks, for people. */
  readonly lacking: string;
  readonly needsWholeFiles?: true;
  readMapping(file: string): Promise<M>;
  /** A converter for one file, which may need to be seen as a whole. */
  converter(file: string, mapping: M): Promise<Convert>;
  /** Where it is to be said which columns of a mapping a file lacks. */
  columns?(file: string, mapping: M): NotedColumns;
}

/** Any table by a mapping named among the paths (`mine.yaml`, or a bundled name), else by the first bundled one whose columns it has. */
export function mappedSource<M extends TableMapping>(of: MappedSource<M>): Source {
  const chosen = new Map<string, M>();
  let tried: readonly M[] = [];
  return {
    name: of.name,
    scope: "parts",
    ...(of.needsWholeFiles && { needsWholeFiles: true }),
    notice: of.notice,
    files: async (paths) => {
      const { mappings, data } = await divided(of, paths);
      tried = mappings;
      const accept = async (file: string): Promise<boolean> => {
        const mapping = await fittingMapping(file, mappings);
        if (mapping) chosen.set(file, mapping);
        return mapping !== null;
      };
      const unfit = async (file: string): Promise<Misfit | null> =>
        ["xml", "other"].includes((await seenFile(file)).kind) ? null : misfit(await columnsOf(file, mappings), mappings.map(neededBy));
      return recognised(await listFiles(data, fitting), data, accept, "table that a mapping fits", unfit);
    },
    edition: async () => null,
    settings: (file) => JSON.stringify(chosen.get(file)),
    // A file that could not be read when it was chosen is tried again, so that it is told why.
    read: (files, effects) => read(of, files, async (file) => chosen.get(file) ?? fittingMapping(file, tried), effects),
  };
}

/** The bundled mappings of a folder of `data/` by name, in the order of their names. */
export async function mappingsIn(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = (await readdir(bundledFile(folder))).filter((name) => mappingName.test(name)).sort();
  return new Map(names.map((name) => [name.replace(mappingName, ""), bundledFile(`${folder}/${name}`)]));
}

async function divided<M extends TableMapping>(
  of: MappedSource<M>,
  paths: readonly string[],
): Promise<{ mappings: readonly M[]; data: readonly string[] }> {
  const bundled = await mappingsIn(of.folder);
  const mappingOf = (path: string): string | undefined =>
    mappingName.test(path) ? path : existsSync(path) ? undefined : bundled.get(path);
  const named = paths.flatMap((path) => mappingOf(path) ?? []);
  const data = paths.filter((path) => mappingOf(path) === undefined);
  if (data.length === 0) {
    throw new LevermapError("LM_USAGE", `Name a mapping and the files to load. Bundled mappings: ${[...bundled.keys()].join(", ")}.`, {
      paths,
    });
  }
  const used = named.length > 0 ? named : [...bundled.values()];
  return { mappings: await Promise.all(used.map((file) => of.readMapping(file))), data };
}

async function fittingMapping<M extends TableMapping>(file: string, mappings: readonly M[]): Promise<M | null> {
  if (await isParquet(file)) return withColumns(await parquetColumns(file), mappings);
  if (!json.test(file)) return withColumns(await readHeader(file), mappings);
  const head = await jsonHead(file);
  for (const mapping of mappings.filter(({ when = {} }) => Object.entries(when).every(([name, text]) => head[name] === text))) {
    const first = await firstJson(file, mapping.records ?? null);
    const fits = (column: string, expression: string): boolean => linearPattern(expression).fits(jsonText(first?.value[column]));
    if (first === null || !withColumns(Object.keys(first.value), [mapping])) continue;
    if (Object.entries(mapping.fits ?? {}).every(([column, expression]) => fits(column, expression))) return mapping;
  }
  return null;
}

const neededBy = ({ title, needs }: TableMapping): NeededColumns => ({ name: `the mapping "${title}"`, needs });

/** The columns of a table, of JSON those of its first record. */
async function columnsOf(file: string, mappings: readonly TableMapping[]): Promise<readonly string[]> {
  if (await isParquet(file)) return parquetColumns(file);
  if (!json.test(file)) return readHeader(file);
  for (const records of new Set(mappings.map(({ records }) => records ?? null))) {
    const first = await firstJson(file, records);
    if (first !== null) return Object.keys(first.value);
  }
  return [];
}

/** In JSON and Parquet a column that is needed may lie deeper: its outermost name must be there. */
function withColumns<M extends TableMapping>(columns: readonly string[], mappings: readonly M[]): M | null {
  const has = (column: string): boolean => columns.includes(column) || columns.includes(column.split(".")[0] ?? "");
  return mappings.find(({ needs }) => needs.every(has)) ?? null;
}

async function* read<M extends TableMapping>(
  of: MappedSource<M>,
  files: readonly string[],
  mappingOf: (file: string) => Promise<M | null>,
  effects: Effects,
): Stream<SourceRecord> {
  for (const file of files) {
    const mapping = await mappingOf(file);
    if (!mapping) throw new LevermapError("LM_LOAD_UNRECOGNISED", `${file} is not a table that a mapping fits`, { file });
    const convert = await of.converter(file, mapping);
    yield* mappedTable(file, mapping, { convert, lacking: of.lacking, columns: of.columns?.(file, mapping) }, effects);
  }
}

/** Streams one file by a mapping that fits it; columns that it lacks are said where they are noted, and records without rows are counted. */
export async function* mappedTable(
  file: string,
  mapping: TableMapping,
  { convert, lacking, columns }: Conversion,
  effects: Effects,
): Stream<SourceRecord> {
  const parquet = await isParquet(file);
  const isJson = !parquet && json.test(file);
  let without = 0;
  let firstWithout = 0;
  if (mapping.notice !== undefined) effects.log.info(`${file}: ${mapping.title}. ${mapping.notice}`);
  const counted: Convert = (record) => {
    if (isJson && record instanceof JsonRecord) columns?.hasRecord(record.value);
    const rows = convert(record);
    if (rows.length === 0 && ++without === 1) firstWithout = record.line;
    return rows;
  };
  if (!isJson && columns !== undefined) {
    columns.hasNames(parquet ? await parquetColumns(file) : await readHeader(file));
    columns.say(effects);
  }
  if (parquet) yield* mapRecords(parquetRows(file, await parquetColumns(file), effects), counted);
  else if (isJson) yield* mapRecords(jsonRows(file, mapping.records ?? null, effects), counted);
  else yield* mapRecords(csvRows(file, mapping.needs, effects, { lenient: true }), counted);
  // A record of JSON may leave out what it has not, so that the whole file must be seen.
  if (isJson) columns?.say(effects);
  const unit = isJson || parquet ? "record" : "line";
  if (without > 0) effects.log.info(`${file}: ${without} records left out: ${lacking}; the first is ${unit} ${firstWithout}`);
}
