import { createHash } from "node:crypto";
import { access } from "node:fs/promises";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Effects } from "../../base/effects.ts";
import { LevermapError } from "../../base/errors.ts";
import { readInts, writeNumbers } from "../../corpus/columns.ts";
import { citationColumns, citationsColumn, relativeCitations } from "../../corpus/steps/citation-columns.ts";
import { classRows } from "../../corpus/steps/document-classes.ts";
import { kernelThreads } from "../../corpus/steps/kernel-threads.ts";
import { requireSize, type SizeLimits, sizeLimits } from "../../corpus/steps/size-limits.ts";
import { unknownDay } from "../../measure/citations/citation-graph.ts";
import { readManifestFile } from "../../sources/files/manifest-file.ts";
import { literal } from "../../sources/format/sql-text.ts";
import { query } from "../../workspace/query.ts";
import { type ColumnShape, derivedColumnsOf, identifier } from "../../workspace/schema.ts";
import { checkFile, parquetSql, replaceJson, writeParquet } from "../layout/layout-files.ts";
import {
  graphPath,
  invalidLayout,
  type LayoutGraph,
  type LayoutMeasure,
  layoutVersion,
  measurePath,
  type SliceReceipt,
  sliceFormat,
  sliceKind,
  slicePath,
} from "../layout/layout-format.ts";
import { checkGraph } from "./graph-files.ts";
import { readSliceGraph, spanOf } from "./slice-graph.ts";

const relative = "citations_relative";
const own = derivedColumnsOf("citation_measure").filter(({ name }) => name !== "document" && name !== relative);
const sliceColumns: readonly ColumnShape[] = [{ name: "number", kind: "integer", optional: false }, ...own];

/**
 * Makes `citation_measure` of a layout of all its slices, and what takes all documents at once: citations relative to their year and field.
 * Throws LM_SLICES_MISSING, LM_CORPUS_TOO_LARGE, LM_LAYOUT_INVALID for slices of another graph, or the reason of `effects.signal`.
 */
export async function mergeSlices(
  connection: DuckDBConnection,
  dir: string,
  graph: LayoutGraph,
  slices: number,
  effects: Effects,
): Promise<LayoutMeasure> {
  requireSize({ documents: graph.documents }, sizeLimits);
  await checkGraph(connection, dir, graph, effects);
  await checkSlices(connection, dir, graph, slices, effects);
  const paths = Array.from({ length: slices }, (_, at) => literal(slicePath(dir, at + 1, slices, "parquet")));
  const measured = `read_parquet([${paths.join(", ")}])`;
  const read = (sql: string, rows: number) => readInts(connection, sql, 1, rows);
  const documents = parquetSql(graphPath(dir, "document"));
  const [citations = new Int32Array(0)] = await read(
    `SELECT coalesce(${citationsColumn}, -1)::INTEGER FROM ${measured} ORDER BY number`,
    graph.documents,
  );
  const [day = new Int32Array(0)] = await read(
    `SELECT coalesce(day, ${unknownDay})::INTEGER FROM ${documents} ORDER BY number`,
    graph.documents,
  );
  const rows = graph.files.find(({ file }) => file === "field")?.rows ?? 0;
  const sorted = `SELECT number, value FROM ${parquetSql(graphPath(dir, "field"))} ORDER BY number, value`;
  const [number = new Int32Array(0), field = new Int32Array(0)] = await readInts(connection, sorted, 2, rows);
  await writeNumbers(connection, "numbers", [relativeCitations(day, classRows(graph.documents, number, field), citations)]);
  const sql = `SELECT d.document, ${own.map(({ name }) => `s.${identifier(name)}`).join(", ")}, n.${relative}
    FROM ${measured} s JOIN ${documents} d USING (number) JOIN numbers n USING (number) ORDER BY number`;
  const file = await writeParquet(connection, sql, measurePath(dir, "citation_measure"), effects);
  await connection.run("DROP TABLE numbers");
  return { step: "citations", inputs: graph.inputs, rows: file.rows, files: [{ table: "citation_measure", ...file }] };
}

/** Holds every slice against its receipt. */
async function checkSlices(connection: DuckDBConnection, dir: string, graph: LayoutGraph, slices: number, effects: Effects): Promise<void> {
  const digest = graphDigest(graph);
  const missing: number[] = [];
  for (let slice = 1; slice <= slices; slice++) {
    const path = slicePath(dir, slice, slices, "json");
    if (
      await access(path).then(
        () => false,
        () => true,
      )
    ) {
      missing.push(slice);
      continue;
    }
    const { format: _, version: __, ...receipt } = await readManifestFile(path, sliceKind);
    if (receipt.graph !== digest || receipt.slice !== slice || receipt.slices !== slices)
      throw invalidLayout(path, "it is a slice of other documents: measure it again");
    const { from, to } = spanOf(graph.documents, slice, slices);
    if (receipt.rows !== to - from) throw invalidLayout(path, `it has ${receipt.rows} documents, not ${to - from}`);
    await checkFile(connection, slicePath(dir, slice, slices, "parquet"), receipt, sliceColumns, effects);
  }
  if (missing.length === 0) return;
  const message = `Of ${slices} slices of ${dir} ${missing.length} are not measured: ${missing.slice(0, 20).join(", ")}.`;
  throw new LevermapError("LM_SLICES_MISSING", message, { path: dir, missing });
}

/** Tells whether slices are of one graph. */
export const graphDigest = (graph: LayoutGraph): string => createHash("sha256").update(JSON.stringify(graph)).digest("hex");

/** Measures one slice (from 1) of a layout's documents by their citations and writes it, its receipt last. Throws LM_LAYOUT_INVALID, LM_CORPUS_TOO_LARGE or the reason of `effects.signal`. */
export async function measureSlice(
  connection: DuckDBConnection,
  dir: string,
  graph: LayoutGraph,
  { slice, slices }: Pick<SliceReceipt, "slice" | "slices">,
  effects: Effects,
  limits: SizeLimits = sizeLimits,
): Promise<SliceReceipt> {
  requireSize({ documents: graph.documents, ...(slices === 1 && { citations: graph.citations }) }, limits);
  await checkGraph(connection, dir, graph, effects);
  const span = spanOf(graph.documents, slice, slices);
  const { graph: part, subclasses, own } = await readSliceGraph(connection, dir, graph, span, limits);
  const [latest] = await query<{ day: number | null }>(connection, `SELECT max(day) AS day FROM ${parquetSql(graphPath(dir, "document"))}`);
  const runKernel = kernelThreads();
  const columns = await citationColumns(part, subclasses, latest?.day ?? unknownDay, (task) => runKernel(task, effects.signal));
  await writeNumbers(
    connection,
    "numbers",
    columns.map(({ values, ...column }) => ({ ...column, values: values.subarray(own.from, own.to) })),
  );
  const sql = `SELECT (number + ${span.from})::INTEGER AS number, * EXCLUDE (number) FROM numbers ORDER BY 1`;
  const file = await writeParquet(connection, sql, slicePath(dir, slice, slices, "parquet"), effects);
  await connection.run("DROP TABLE numbers");
  const receipt: SliceReceipt = { format: sliceFormat, version: layoutVersion, slice, slices, graph: graphDigest(graph), ...file };
  await replaceJson(slicePath(dir, slice, slices, "json"), receipt);
  return receipt;
}
