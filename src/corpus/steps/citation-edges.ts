import type { DuckDBConnection } from "@duckdb/node-api";
import { buildCitationGraph, type CitationGraph, unknownDay } from "../../measure/citations/citation-graph.ts";
import { query } from "../../workspace/query.ts";
import { currentRows } from "../../workspace/schema.ts";
import { epochDay } from "../documents.ts";
import { readInts } from "../int-columns.ts";

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
  const edges = `SELECT a.number, b.number FROM (${currentRows("patent_citation")}) c
    JOIN patent_document a ON a.document = c.citing JOIN patent_document b ON b.document = c.cited`;
  const [citing = new Int32Array(0), cited = new Int32Array(0)] = await readInts(connection, edges, 2, citations);
  return buildCitationGraph(documents, day, citing, cited);
}
