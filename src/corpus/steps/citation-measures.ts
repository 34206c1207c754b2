import type { DuckDBConnection } from "@duckdb/node-api";
import type { Effects } from "../../base/effects.ts";
import { buildCitationGraph, type CitationGraph, unknownDay } from "../../measure/citations/citation-graph.ts";
import { query } from "../../workspace/query.ts";
import { currentRows } from "../../workspace/schema.ts";
import { readInts, writeNumbers } from "../columns.ts";
import { epochDay } from "../documents.ts";
import { citationColumns, citationsColumn, lastDayOf, relativeCitations } from "./citation-columns.ts";
import { nameMainGroups, readClassRows } from "./document-classes.ts";
import type { RunKernel } from "./kernel-threads.ts";

/** Fills `citation_measure`: disruption, originality, generality and forward citations. */
export async function measureCitations(
  connection: DuckDBConnection,
  graph: CitationGraph,
  runKernel: RunKernel,
  effects: Effects,
): Promise<void> {
  await nameMainGroups(connection);
  const subclasses = await readClassRows(connection, graph.n, "subclass");
  const own = await citationColumns(graph, subclasses, lastDayOf(graph), (task) => runKernel(task, effects.signal));
  const citations = own.find(({ name }) => name === citationsColumn)?.values as Int32Array;
  const columns = [...own, relativeCitations(graph.day, await readClassRows(connection, graph.n, "field"), citations)];
  await writeNumbers(connection, "numbers", columns);
  await connection.run("DELETE FROM citation_measure");
  await connection.run(
    `INSERT INTO citation_measure SELECT d.document, ${columns.map(({ name }) => `n.${name}`).join(", ")}
      FROM numbers n JOIN patent_document d USING (number) ORDER BY number`,
  );
  await connection.run("DROP TABLE numbers");
}

/** Numbers of citing and cited documents, as SQL. */
export const citationPairs = `SELECT a.number AS citing, b.number AS cited FROM (${currentRows("patent_citation")}) c
    JOIN patent_document a ON a.document = c.citing JOIN patent_document b ON b.document = c.cited`;

/** Citation graph of all documents, numbered as in `patent_document`. */
export async function readCitationGraph(connection: DuckDBConnection): Promise<CitationGraph> {
  const [counts] = await query<{ documents: bigint; citations: bigint }>(
    connection,
    `SELECT (SELECT count(*) FROM patent_document) AS documents, (SELECT count(*) FROM (${currentRows("patent_citation")})) AS citations`,
  );
  const documents = Number(counts?.documents ?? 0);
  const citations = Number(counts?.citations ?? 0);
  const days = `SELECT coalesce(${epochDay("day")}, ${unknownDay})::INTEGER FROM patent_document ORDER BY number`;
  const [day = new Int32Array(0)] = await readInts(connection, days, 1, documents);
  const [citing = new Int32Array(0), cited = new Int32Array(0)] = await readInts(connection, citationPairs, 2, citations);
  return buildCitationGraph(documents, day, citing, cited);
}
