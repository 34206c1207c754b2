import { rm, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { type Effects, quietEffects } from "../base/effects.ts";
import { LevermapError } from "../base/errors.ts";
import { digestFile } from "../sources/files/file-digest.ts";
import {
  type CorpusManifest,
  type CorpusTable,
  corpusColumns,
  corpusFile,
  corpusFormat,
  corpusManifest,
  corpusTables,
  corpusVersion,
  passableSources,
} from "../sources/patents/corpus/corpus-format.ts";
import { copyRows, requireFree } from "./export.ts";
import { identifier } from "./schema.ts";
import type { LoadStatus } from "./status.ts";
import { wholeFolder } from "./whole-file.ts";
import type { Workspace } from "./workspace.ts";

export interface CorpusExportOptions {
  /** The version of Levermap that makes it. */
  readonly version: string;
  /** Takes names of inventors along. */
  readonly inventors?: boolean;
  /** Replaces an earlier corpus, never a folder with other files. */
  readonly force?: boolean;
}

export interface ExportedCorpus {
  readonly folder: string;
  readonly made: string;
  readonly tables: readonly { readonly table: CorpusTable; readonly rows: number; readonly bytes: number }[];
  readonly origins: readonly { readonly source: string; readonly file: string }[];
  /** Sources of loaded patents that may not be passed on, or of which it is not known. */
  readonly leftOut: readonly string[];
}

const parquet = "FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 100000";
const inventorTables: ReadonlySet<CorpusTable> = new Set(["patent_inventor"]);

/**
 * Writes the current patents of a workspace whose licence lets them be passed on to a folder of Parquet files with a manifest, which appears
 * whole or not at all. Needs mode `export` or `write`. Throws LM_EXPORT_EXISTS, LM_CORPUS_EMPTY or the reason of `effects.signal`.
 */
export async function exportCorpus(
  workspace: Workspace,
  outDir: string,
  { version, inventors = false, force = false }: CorpusExportOptions,
  effects: Effects = quietEffects,
): Promise<ExportedCorpus> {
  const loads = (await workspace.status()).filter(isPatents);
  const origins = loads.filter(({ source }) => passableSources.has(source));
  if (origins.length === 0) throw new LevermapError("LM_CORPUS_EMPTY", `${workspace.dir} has no patents that may be passed on.`);
  const target = resolve(outDir);
  await requireFree(target, force, (name) => name === corpusManifest || corpusTables.some((table) => corpusFile(table) === name));
  return wholeFolder(target, effects.signal, async (staging) => {
    const tables: CorpusManifest["tables"] = [];
    for (const [done, table] of corpusTables.entries()) {
      if (!inventors && inventorTables.has(table)) continue;
      effects.signal.throwIfAborted();
      effects.progress.report(done, corpusTables.length, table);
      const path = join(staging, corpusFile(table));
      const sql = selection(table, origins, inventors);
      const rows = await workspace.use((connection) => copyRows(connection, sql, path, parquet, effects.signal));
      if (rows === 0) await rm(path);
      else tables.push({ table, rows, ...(await digestFile(path, effects.signal)), columns: [...corpusColumns(table)] });
    }
    const made = effects.clock.now().toISOString().slice(0, 10);
    const manifest: CorpusManifest = {
      format: corpusFormat,
      version: corpusVersion,
      made,
      levermap: version,
      origins: origins.map(originOf),
      inventors,
      tables,
    };
    await writeFile(join(staging, corpusManifest), `${JSON.stringify(manifest, null, 2)}\n`);
    const leftOut = [...new Set(loads.filter(({ source }) => !passableSources.has(source)).map(({ source }) => source))].sort();
    return { folder: target, made, tables, origins: manifest.origins, leftOut };
  });
}

/** A current load of patents, those of the bundled atlas aside, which everybody has. */
const isPatents = ({ current, source, tables }: LoadStatus): boolean =>
  current && source !== "atlas" && corpusTables.some((table) => (tables[table] ?? 0) > 0);

const originOf = ({ source, path, edition, sha256, rows, rejects, notice }: LoadStatus): CorpusManifest["origins"][number] => ({
  source,
  file: basename(path).slice(0, 200),
  edition,
  sha256,
  rows,
  rejects,
  notice,
});

function selection(table: CorpusTable, origins: readonly LoadStatus[], inventors: boolean): string {
  const columns = corpusColumns(table)
    .map(({ name }) => identifier(name))
    .join(", ");
  const ids = origins.map(({ id }) => `'${id}'`).join(", ");
  const persons = table === "patent_party_place" && !inventors ? " AND role <> 'inventor'" : "";
  return `SELECT ${columns} FROM ${identifier(table)} WHERE load_id IN (${ids})${persons} ORDER BY load_id, file, line, rowid`;
}
