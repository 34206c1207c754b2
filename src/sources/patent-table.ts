import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { bundledFile } from "../base/data-folder.ts";
import type { Effects } from "../base/effects.ts";
import { LevermapError } from "../base/errors.ts";
import { csvRows, readHeader } from "./csv-rows.ts";
import { JsonRecord, mapRecords } from "./json-record.ts";
import { firstJson, jsonRows } from "./json-rows.ts";
import { listFiles } from "./list-files.ts";
import { isParquet, parquetColumns, parquetRows } from "./parquet-rows.ts";
import { MappedColumns } from "./patent-table-columns.ts";
import { type PatentMapping, readMapping } from "./patent-table-mapping.ts";
import { tableRows } from "./patent-table-record.ts";
import { recognised } from "./recognised.ts";
import type { Source, SourceRecord } from "./source.ts";

const json = /\.(json|jsonl|ndjson)(\.gz)?$/i;
const fitting = /\.(csv|tsv|txt|json|jsonl|ndjson)(\.gz)?$|\.parquet$/i;
const mappingName = /\.ya?ml$/i;

/**
 * Any table of patents, delimited, JSON or Parquet, by mapping files: those among the paths (`mine.yaml`, or the name of a bundled
 * one such as `lens`), else the bundled ones. The first mapping whose columns a file has is its own (docs/data.md).
 */
export const patentTable: Source = createPatentTable();

function createPatentTable(): Source {
  const chosen = new Map<string, PatentMapping>();
  let tried: readonly PatentMapping[] = [];
  return {
    name: "patent-table",
    scope: "parts",
    notice: "A table of your own: its publisher's licence holds.",
    files: async (paths) => {
      const { mappings, data } = await divided(paths);
      tried = mappings;
      const accept = async (file: string): Promise<boolean> => {
        const mapping = await fittingMapping(file, mappings);
        if (mapping) chosen.set(file, mapping);
        return mapping !== null;
      };
      return recognised(await listFiles(data, fitting), data, accept, "table that a mapping fits");
    },
    edition: async () => null,
    settings: (file) => JSON.stringify(chosen.get(file)),
    // A file that could not be read when it was chosen is tried again, so that it is told why.
    read: (files, effects) => read(files, async (file) => chosen.get(file) ?? fittingMapping(file, tried), effects),
  };
}

/** The bundled mappings by name, in the order of their names. */
export async function bundledMappings(): Promise<ReadonlyMap<string, string>> {
  const names = (await readdir(bundledFile("patent-tables"))).filter((name) => mappingName.test(name)).sort();
  return new Map(names.map((name) => [name.replace(mappingName, ""), bundledFile(`patent-tables/${name}`)]));
}

async function divided(paths: readonly string[]): Promise<{ mappings: readonly PatentMapping[]; data: readonly string[] }> {
  const bundled = await bundledMappings();
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
  return { mappings: await Promise.all(used.map(readMapping)), data };
}

async function fittingMapping(file: string, mappings: readonly PatentMapping[]): Promise<PatentMapping | null> {
  if (await isParquet(file)) return withColumns(await parquetColumns(file), mappings);
  if (!json.test(file)) return withColumns(await readHeader(file), mappings);
  for (const mapping of mappings) {
    const first = await firstJson(file, mapping.records ?? null);
    if (first && withColumns(Object.keys(first.value), [mapping])) return mapping;
  }
  return null;
}

/** In JSON and Parquet a column that is needed may lie deeper: its outermost name must be there. */
function withColumns(columns: readonly string[], mappings: readonly PatentMapping[]): PatentMapping | null {
  const has = (column: string): boolean => columns.includes(column) || columns.includes(column.split(".")[0] ?? "");
  return mappings.find(({ needs }) => needs.every(has)) ?? null;
}

async function* read(
  files: readonly string[],
  mappingOf: (file: string) => Promise<PatentMapping | null>,
  effects: Effects,
): AsyncGenerator<SourceRecord, void, undefined> {
  for (const file of files) {
    const mapping = await mappingOf(file);
    if (!mapping) throw new LevermapError("LM_LOAD_UNRECOGNISED", `${file} is no table that a mapping fits`, { file });
    yield* mappedRecords(file, mapping, effects);
  }
}

/**
 * Streams one file by a mapping that fits it; columns that the table lacks are said, and how many records have no publication. Throws
 * LM_LOAD_UNRECOGNISED where the column of their number is missing.
 */
export async function* mappedRecords(
  file: string,
  mapping: PatentMapping,
  effects: Effects,
): AsyncGenerator<SourceRecord, void, undefined> {
  const parquet = await isParquet(file);
  const isJson = !parquet && json.test(file);
  const columns = new MappedColumns(file, mapping);
  let without = 0;
  let firstWithout = 0;
  if (mapping.notice !== undefined) effects.log.info(`${file}: ${mapping.title}. ${mapping.notice}`);
  const convert = (record: Parameters<typeof tableRows>[0]) => {
    if (isJson && record instanceof JsonRecord) columns.hasRecord(record.value);
    const rows = tableRows(record, mapping);
    if (rows.length === 0 && ++without === 1) firstWithout = record.line;
    return rows;
  };
  if (!isJson) {
    columns.hasNames(parquet ? await parquetColumns(file) : await readHeader(file));
    columns.say(effects);
  }
  if (parquet) yield* mapRecords(parquetRows(file, await parquetColumns(file), effects), convert);
  else if (isJson) yield* mapRecords(jsonRows(file, mapping.records ?? null, effects), convert);
  else yield* mapRecords(csvRows(file, mapping.needs, effects), convert);
  // A record of JSON may leave out what it has not, so that the whole file must be seen.
  if (isJson) columns.say(effects);
  if (without > 0)
    effects.log.info(
      `${file}: ${without} records left out: no publication; the first is ${isJson || parquet ? "record" : "line"} ${firstWithout}`,
    );
}
