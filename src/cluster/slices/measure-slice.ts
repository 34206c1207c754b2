import { createHash } from "node:crypto";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Effects } from "../../base/effects.ts";
import { writeNumbers } from "../../corpus/columns.ts";
import { citationColumns } from "../../corpus/steps/citation-columns.ts";
import { kernelThreads } from "../../corpus/steps/kernel-threads.ts";
import { requireSize, type SizeLimits, sizeLimits } from "../../corpus/steps/size-limits.ts";
import { unknownDay } from "../../measure/citations/citation-graph.ts";
import { query } from "../../workspace/query.ts";
import { parquetSql, replaceJson, writeParquet } from "../layout/layout-files.ts";
import { graphPath, type LayoutGraph, layoutVersion, type SliceReceipt, sliceFormat, slicePath } from "../layout/layout-format.ts";
import { checkGraph } from "./graph-files.ts";
import { readSliceGraph, spanOf } from "./slice-graph.ts";

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
