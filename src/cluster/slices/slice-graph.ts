import type { DuckDBConnection } from "@duckdb/node-api";
import { integerChunks, readInts } from "../../corpus/columns.ts";
import { type ClassRows, classRows } from "../../corpus/steps/document-classes.ts";
import { requireSize, type SizeLimits } from "../../corpus/steps/size-limits.ts";
import { buildCitationGraph, type CitationGraph, unknownDay } from "../../measure/citations/citation-graph.ts";
import { NumberSet } from "../../measure/number-set.ts";
import { query, runAll } from "../../workspace/query.ts";
import { parquetSql } from "../layout/layout-files.ts";
import { type GraphFile, graphPath, type LayoutGraph } from "../layout/layout-format.ts";

/** Documents by number, `from` to `to` (exclusive). */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What the measures of some documents rest on: their citations, those to them, and later ones to what they cite. Documents keep their order. */
export interface SliceGraph {
  readonly graph: CitationGraph;
  readonly subclasses: ClassRows;
  /** Where the documents of the slice stand in `graph`. */
  readonly own: Span;
}

/** Slice `slice` (from 1) of `slices` spans of about equal numbers of documents. */
export const spanOf = (documents: number, slice: number, slices: number): Span => ({
  from: Math.floor((documents * (slice - 1)) / slices),
  to: Math.floor((documents * slice) / slices),
});

/** Temporary tables `halo`, of cited documents outside of the span, and `link`. Earlier citers of the halo lie outside of every window that begins in the span. */
const gather = (citations: string, { from, to }: Span): readonly string[] => [
  `CREATE TEMP TABLE halo AS SELECT DISTINCT cited AS number FROM ${citations}
    WHERE citing >= ${from} AND citing < ${to} AND (cited < ${from} OR cited >= ${to})`,
  `CREATE TEMP TABLE link AS
    SELECT citing, cited FROM ${citations} WHERE citing >= ${from} AND citing < ${to}
    UNION ALL SELECT citing, cited FROM ${citations} WHERE cited >= ${from} AND cited < ${to} AND (citing < ${from} OR citing >= ${to})
    UNION ALL SELECT c.citing, c.cited FROM ${citations} c SEMI JOIN halo h ON c.cited = h.number WHERE c.citing >= ${to}`,
];

/** Reads the graph of a span from the files of a layout. Throws LM_CORPUS_TOO_LARGE where the citations around it are too many. */
export async function readSliceGraph(
  connection: DuckDBConnection,
  dir: string,
  { documents, files }: LayoutGraph,
  span: Span,
  limits: SizeLimits,
): Promise<SliceGraph> {
  if (span.from === 0 && span.to === documents) return readWholeGraph(connection, dir, { documents, files }, span);
  await runAll(connection, [
    "DROP TABLE IF EXISTS link",
    "DROP TABLE IF EXISTS halo",
    ...gather(parquetSql(graphPath(dir, "citation")), span),
  ]);
  const [counts] = await query<{ links: number }>(connection, "SELECT count(*)::DOUBLE AS links FROM link");
  requireSize({ citations: counts?.links ?? 0 }, limits);
  const [citing = new Int32Array(0), cited = new Int32Array(0)] = await readInts(connection, "FROM link", 2, counts?.links ?? 0);
  await runAll(connection, ["DROP TABLE link", "DROP TABLE halo"]);
  const members = new NumberSet(documents);
  for (let number = span.from; number < span.to; number++) members.add(number);
  for (const one of citing) members.add(one);
  for (const one of cited) members.add(one);
  const n = members.seal();
  const place = (number: number): number => members.placeOf(number);
  const graph = buildCitationGraph(n, await readDays(connection, dir, members, n), citing.map(place), cited.map(place));
  const first = place(span.from);
  return {
    graph,
    subclasses: await readSubclasses(connection, dir, members, n, rowsOf(files, "subclass")),
    own: { from: first, to: first + span.to - span.from },
  };
}

/** All documents keep their numbers, and the files their order: nothing is gathered. */
async function readWholeGraph(
  connection: DuckDBConnection,
  dir: string,
  { documents, files }: Pick<LayoutGraph, "documents" | "files">,
  own: Span,
): Promise<SliceGraph> {
  const read = (file: GraphFile, columns: string, count: number) =>
    readInts(connection, `SELECT ${columns} FROM ${parquetSql(graphPath(dir, file))}`, count, rowsOf(files, file));
  const [day = new Int32Array(0)] = await read("document", `coalesce(day, ${unknownDay})::INTEGER`, 1);
  const [citing = new Int32Array(0), cited = new Int32Array(0)] = await read("citation", "citing, cited", 2);
  const graph = buildCitationGraph(documents, day, citing, cited);
  const [number = new Int32Array(0), value = new Int32Array(0)] = await read("subclass", "number, value", 2);
  return { graph, subclasses: classRows(documents, number, value), own };
}

const rowsOf = (files: LayoutGraph["files"], file: GraphFile): number => files.find((each) => each.file === file)?.rows ?? 0;

async function readDays(connection: DuckDBConnection, dir: string, members: NumberSet, n: number): Promise<Int32Array> {
  const day = new Int32Array(n);
  const sql = `SELECT number, coalesce(day, ${unknownDay})::INTEGER FROM ${parquetSql(graphPath(dir, "document"))}`;
  for await (const [numbers = [], days = []] of integerChunks(connection, sql, 2))
    for (const [at, number] of numbers.entries()) if (members.has(number)) day[members.placeOf(number)] = days[at] ?? unknownDay;
  return day;
}

async function readSubclasses(connection: DuckDBConnection, dir: string, members: NumberSet, n: number, most: number): Promise<ClassRows> {
  const [places, values] = [new Int32Array(most), new Int32Array(most)];
  let kept = 0;
  const sql = `SELECT number, value FROM ${parquetSql(graphPath(dir, "subclass"))} ORDER BY number, value`;
  for await (const [numbers = [], classes = []] of integerChunks(connection, sql, 2)) {
    for (const [at, number] of numbers.entries()) {
      if (!members.has(number)) continue;
      places[kept] = members.placeOf(number);
      values[kept++] = classes[at] ?? 0;
    }
  }
  return classRows(n, places.subarray(0, kept), values.subarray(0, kept));
}
