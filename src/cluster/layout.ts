import { join, resolve } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { DerivedTableName } from "../base/derived-tables.ts";
import { type Effects, quietEffects } from "../base/effects.ts";
import { sum } from "../base/numbers.ts";
import { packageVersion } from "../base/package-file.ts";
import { isMeasured, markMeasured, type StepName, stepStates } from "../corpus/steps/measure.ts";
import type { Loaded } from "../library/load.ts";
import { withWorkspace } from "../library/with-workspace.ts";
import { requireFree } from "../workspace/export.ts";
import { inTransaction } from "../workspace/query.ts";
import { derivedColumnsOf, identifier } from "../workspace/schema.ts";
import { wholeFolder } from "../workspace/whole-file.ts";
import { checkFile, parquetSql, readLayout, replaceJson, requireNameable, writeParquet } from "./layout/layout-files.ts";
import {
  invalidLayout,
  type LayoutManifest,
  type LayoutMeasure,
  layoutFormat,
  layoutManifest,
  layoutNames,
  layoutVersion,
  measurePath,
} from "./layout/layout-format.ts";
import { restoreLoads, writeLoad } from "./layout/restore-loads.ts";
import { writeGraph } from "./slices/graph-files.ts";

export interface ExportedLayout {
  readonly folder: string;
  readonly loads: number;
  readonly rows: number;
  readonly rejects: number;
  /** Steps whose measures are in it. */
  readonly measures: readonly string[];
  /** Documents and citations of the graph that slices are measured on; `null`: `measure` is to be run first. */
  readonly graph: { readonly documents: number; readonly citations: number } | null;
}

/**
 * Writes all loads of a workspace, with their rejects, measures and citation graph, to a folder of Parquet files, which appears whole or not at all;
 * `loadLayout` makes the same rows of it. Throws LM_EXPORT_EXISTS, LM_USAGE, LM_WORKSPACE_MISSING, LM_WORKSPACE_BUSY.
 *
 * @example
 * await exportLayout("./levermap-data", "./layout");
 */
export async function exportLayout(
  dir: string,
  outDir: string,
  { force = false }: { readonly force?: boolean } = {},
  effects: Effects = quietEffects,
): Promise<ExportedLayout> {
  const target = resolve(outDir);
  requireNameable(target);
  return withWorkspace(dir, "export", effects, async (workspace) => {
    await requireFree(target, force, (name) => layoutNames.has(name));
    return wholeFolder(target, effects.signal, async (staging) => {
      const held = await workspace.status();
      const loads: LayoutManifest["loads"] = [];
      for (const [done, load] of held.entries()) {
        effects.signal.throwIfAborted();
        effects.progress.report(done, held.length, load.source);
        loads.push(await workspace.use((connection) => writeLoad(connection, staging, load, effects)));
      }
      const measures = [...(await workspace.use((connection) => writeMeasures(connection, staging, effects)))];
      const graph = await workspace.use((connection) => writeGraph(connection, staging, effects));
      const manifest: LayoutManifest = { format: layoutFormat, version: layoutVersion, levermap: packageVersion, loads, measures, graph };
      await replaceJson(join(staging, layoutManifest), manifest);
      return {
        folder: target,
        loads: loads.length,
        rows: sum(held.map(({ rows }) => rows)),
        rejects: sum(held.map(({ rejects }) => rejects)),
        measures: measures.map(({ step }) => step),
        graph: graph && { documents: graph.documents, citations: graph.citations },
      };
    });
  });
}

/**
 * Loads a folder that `exportLayout` or `parseToLayout` made, each load as it was; those that are there already are left alone. Measures come along where
 * they rest on the loads that are then current. Throws LM_LAYOUT_INVALID (loads before the one that is not as told are kept), LM_USAGE,
 * LM_WORKSPACE_MISSING, LM_WORKSPACE_BUSY.
 *
 * @example
 * const { rows } = await loadLayout("./levermap-data", "./layout");
 */
export async function loadLayout(dir: string, layoutDir: string, effects: Effects = quietEffects): Promise<Loaded> {
  const folder = resolve(layoutDir);
  const manifest = await readLayout(folder);
  return withWorkspace(dir, { what: "load", about: "layout" }, effects, async (workspace) => {
    const loads = await restoreLoads(workspace, folder, manifest, effects);
    await workspace.use((connection) => restoreMeasures(connection, folder, manifest, effects));
    const [rows, rejects] = [sum(loads.map((load) => load.rows)), sum(loads.map((load) => load.rejects))];
    return { loads, rows, rejects, measured: await isMeasured(workspace) };
  });
}

/** Writes the tables of the measures that are done on the current rows, each in its own order. */
async function writeMeasures(connection: DuckDBConnection, dir: string, effects: Effects): Promise<readonly LayoutMeasure[]> {
  const written: LayoutMeasure[] = [];
  for (const { step, inputs, rows, fills } of await stepStates(connection)) {
    if (rows === null) continue;
    const files: LayoutMeasure["files"] = [];
    for (const table of fills) {
      const sql = `SELECT * FROM ${identifier(table)} ORDER BY rowid`;
      files.push({ table, ...(await writeParquet(connection, sql, measurePath(dir, table), effects)) });
    }
    written.push({ step, inputs, rows, files });
  }
  return written;
}

/** Takes over the measures of a layout that rest on the very loads that are current here and are not done yet; gives their steps. Throws LM_LAYOUT_INVALID. */
async function restoreMeasures(
  connection: DuckDBConnection,
  dir: string,
  { measures }: Pick<LayoutManifest, "measures">,
  effects: Effects,
): Promise<readonly StepName[]> {
  const restored: StepName[] = [];
  for (const { step, inputs, rows, fills } of await stepStates(connection)) {
    const made = measures.find((each) => each.step === step && each.inputs === inputs);
    if (rows !== null || made === undefined) continue;
    if (made.files.map(({ table }) => table).join() !== fills.join())
      throw invalidLayout(dir, `its tables of ${step} are not ${fills.join(", ")}`);
    for (const { table, ...file } of made.files)
      await checkFile(connection, measurePath(dir, table), file, derivedColumnsOf(table as DerivedTableName), effects);
    await inTransaction(connection, async () => {
      for (const table of fills) {
        await connection.run(`DELETE FROM ${identifier(table)}`);
        await connection.run(`INSERT INTO ${identifier(table)} SELECT * FROM ${parquetSql(measurePath(dir, table))}`);
      }
      await markMeasured(connection, step, inputs, made.rows);
    });
    restored.push(step);
  }
  return restored;
}
