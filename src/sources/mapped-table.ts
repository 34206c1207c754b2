import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { bundledFile } from "../base/data-folder.ts";
import type { Effects } from "../base/effects.ts";
import { LevermapError } from "../base/errors.ts";
import { type CsvRow, csvRows, readHeader } from "./csv-rows.ts";
import { jsonHead } from "./json-head.ts";
import { type JsonRecord, jsonText, mapRecords } from "./json-record.ts";
import { firstJson, jsonRows } from "./json-rows.ts";
import { listFiles } from "./list-files.ts";
import type { TableMapping } from "./mapping-file.ts";
import { isParquet, parquetColumns, parquetRows } from "./parquet-rows.ts";
import { recognised } from "./recognised.ts";
import type { RowRecord, Source, SourceRecord } from "./source.ts";

const json = /\.(json|jsonl|ndjson)(\.gz)?$/i;
const fitting = /\.(csv|tsv|txt|json|jsonl|ndjson)(\.gz)?$|\.parquet$/i;
const mappingName = /\.ya?ml$/i;

/** Turns one record into rows; none where it has nothing of the kind. Throws BadRow. */
export type Convert = (record: CsvRow | JsonRecord) => readonly RowRecord[];

/** A source whose layouts are mapping files. */
export interface MappedSource<M extends TableMapping> {
  readonly name: string;
  readonly notice: string;
  /** Folder of the bundled mappings below `data/`. */
  readonly folder: string;
  /** What a record without rows lacks, for people. */
  readonly lacking: string;
  readMapping(file: string): Promise<M>;
  /** A converter for one file, which may need to be seen as a whole. */
  converter(file: string, mapping: M): Promise<Convert>;
}

/**
 * Any table, delimited, JSON or Parquet, by mapping files: those among the paths (`mine.yaml`, or the name of a bundled one), else the
 * bundled ones. The first mapping whose columns a file has is its own.
 */
export function mappedSource<M extends TableMapping>(of: MappedSource<M>): Source {
  const chosen = new Map<string, M>();
  return {
    name: of.name,
    scope: "parts",
    notice: of.notice,
    files: async (paths) => {
      const { mappings, data } = await divided(of, paths);
      const accept = async (file: string): Promise<boolean> => {
        const mapping = await fittingMapping(file, mappings);
        if (mapping) chosen.set(file, mapping);
        return mapping !== null;
      };
      return recognised(await listFiles(data, fitting), data, accept, "table that a mapping fits");
    },
    edition: async () => null,
    settings: (file) => JSON.stringify(chosen.get(file)),
    read: (files, effects) => read(of, files, chosen, effects),
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
    const fits = (column: string, expression: string): boolean => new RegExp(expression, "u").test(jsonText(first?.value[column]));
    if (first === null || !withColumns(Object.keys(first.value), [mapping])) continue;
    if (Object.entries(mapping.fits ?? {}).every(([column, expression]) => fits(column, expression))) return mapping;
  }
  return null;
}

/** In JSON and Parquet a column that is needed may lie deeper: its outermost name must be there. */
function withColumns<M extends TableMapping>(columns: readonly string[], mappings: readonly M[]): M | null {
  const has = (column: string): boolean => columns.includes(column) || columns.includes(column.split(".")[0] ?? "");
  return mappings.find(({ needs }) => needs.every(has)) ?? null;
}

async function* read<M extends TableMapping>(
  of: MappedSource<M>,
  files: readonly string[],
  chosen: ReadonlyMap<string, M>,
  effects: Effects,
): AsyncGenerator<SourceRecord, void, undefined> {
  for (const file of files) {
    const mapping = chosen.get(file);
    if (!mapping) throw new LevermapError("LM_LOAD_UNRECOGNISED", `${file} is no table that a mapping fits`, { file });
    yield* mappedTable(file, mapping, await of.converter(file, mapping), of.lacking, effects);
  }
}

/** Streams one file by a mapping that fits it; records without rows are counted and said. */
export async function* mappedTable(
  file: string,
  mapping: TableMapping,
  convert: Convert,
  lacking: string,
  effects: Effects,
): AsyncGenerator<SourceRecord, void, undefined> {
  let without = 0;
  if (mapping.notice !== undefined) effects.log.info(`${file}: ${mapping.title}. ${mapping.notice}`);
  const counted: Convert = (record) => {
    const rows = convert(record);
    if (rows.length === 0) without += 1;
    return rows;
  };
  if (await isParquet(file)) yield* mapRecords(parquetRows(file, await parquetColumns(file), effects), counted);
  else if (json.test(file)) yield* mapRecords(jsonRows(file, mapping.records ?? null, effects), counted);
  else yield* mapRecords(csvRows(file, mapping.needs, effects), counted);
  if (without > 0) effects.log.info(`${file}: ${without} records left out: ${lacking}`);
}
