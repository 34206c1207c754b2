import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { bundledFile } from "../base/data-folder.ts";
import type { Effects } from "../base/effects.ts";
import { LevermapError } from "../base/errors.ts";
import { csvRows, readHeader } from "./csv-rows.ts";
import { mapRecords } from "./json-record.ts";
import { firstJson, jsonRows } from "./json-rows.ts";
import { listFiles } from "./list-files.ts";
import { isParquet, parquetColumns, parquetRows } from "./parquet-rows.ts";
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
  return {
    name: "patent-table",
    scope: "parts",
    notice: "A table of your own: its publisher's licence holds.",
    files: async (paths) => {
      const { mappings, data } = await divided(paths);
      const accept = async (file: string): Promise<boolean> => {
        const mapping = await fittingMapping(file, mappings);
        if (mapping) chosen.set(file, mapping);
        return mapping !== null;
      };
      return recognised(await listFiles(data, fitting), data, accept, "table that a mapping fits");
    },
    edition: async () => null,
    settings: (file) => JSON.stringify(chosen.get(file)),
    read: (files, effects) => read(files, chosen, effects),
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
  chosen: ReadonlyMap<string, PatentMapping>,
  effects: Effects,
): AsyncGenerator<SourceRecord, void, undefined> {
  for (const file of files) {
    const mapping = chosen.get(file);
    if (!mapping) throw new LevermapError("LM_LOAD_UNRECOGNISED", `${file} is no table that a mapping fits`, { file });
    yield* mappedRecords(file, mapping, effects);
  }
}

/** Streams one file by a mapping that fits it; records without a publication are counted and said. */
export async function* mappedRecords(
  file: string,
  mapping: PatentMapping,
  effects: Effects,
): AsyncGenerator<SourceRecord, void, undefined> {
  let without = 0;
  if (mapping.notice !== undefined) effects.log.info(`${file}: ${mapping.title}. ${mapping.notice}`);
  const convert = (record: Parameters<typeof tableRows>[0]) => {
    const rows = tableRows(record, mapping);
    if (rows.length === 0) without += 1;
    return rows;
  };
  if (await isParquet(file)) yield* mapRecords(parquetRows(file, await parquetColumns(file), effects), convert);
  else if (json.test(file)) yield* mapRecords(jsonRows(file, mapping.records ?? null, effects), convert);
  else yield* mapRecords(csvRows(file, mapping.needs, effects), convert);
  if (without > 0) effects.log.info(`${file}: ${without} records left out: no publication`);
}
