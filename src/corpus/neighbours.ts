import type { DuckDBConnection } from "@duckdb/node-api";
import { buildCitationGraph, type CitationGraph, unknownDay } from "../measure/citations/citation-graph.ts";
import { type CoupledDocument, cocitedDocuments, coupledDocuments } from "../measure/citations/coupling.ts";
import { queryMany } from "../workspace/query.ts";
import { currentRows } from "../workspace/schema.ts";

export interface Neighbour {
  readonly document: string;
  readonly shared: number;
  readonly strength: number;
  readonly title: string | null;
  readonly holder: string | null;
  readonly day: string | null;
}

/** Maximum citations of a neighbourhood. */
const mostCitations = 2_000_000;

/** The `most` documents coupled or co-cited with `document`; `null` if its neighbourhood has over 2,000,000 citations. */
export async function readNeighbours(
  connection: DuckDBConnection,
  document: string,
  kind: "coupled" | "cocited",
  most: number,
): Promise<readonly Neighbour[] | null> {
  const sql = kind === "coupled" ? around("citing", "cited") : around("cited", "citing");
  const citations = await queryMany<{ readonly citing: string; readonly cited: string }>(connection, sql, [document]);
  if (citations.length > mostCitations) return null;
  const { graph, names, numbers } = localGraph(citations);
  const at = numbers.get(document);
  if (at === undefined) return [];
  const found = kind === "coupled" ? coupledDocuments(graph, at, most) : cocitedDocuments(graph, at, most);
  return describe(connection, found, names);
}

/** Citations of the documents within two steps. */
const around = (
  own: "citing" | "cited",
  step: "citing" | "cited",
): string => `SELECT c.citing, c.cited FROM (${currentRows("patent_citation")}) c SEMI JOIN (
      SELECT DISTINCT back.${own} FROM (${currentRows("patent_citation")}) back
      SEMI JOIN (SELECT ${step} FROM (${currentRows("patent_citation")}) WHERE ${own} = $1) o ON o.${step} = back.${step}
    ) other ON other.${own} = c.${own} LIMIT ${mostCitations + 1}`;

interface LocalGraph {
  readonly graph: CitationGraph;
  readonly names: readonly string[];
  readonly numbers: ReadonlyMap<string, number>;
}

/** Numbered by key, so that ties are stable. */
function localGraph(citations: readonly { readonly citing: string; readonly cited: string }[]): LocalGraph {
  const names = [...new Set(citations.flatMap(({ citing, cited }) => [citing, cited]))].sort();
  const numbers = new Map(names.map((name, number) => [name, number]));
  const ids = (end: "citing" | "cited"): Int32Array => Int32Array.from(citations, (each) => numbers.get(each[end]) ?? 0);
  const days = new Int32Array(names.length).fill(unknownDay);
  return { graph: buildCitationGraph(names.length, days, ids("citing"), ids("cited")), names, numbers };
}

async function describe(
  connection: DuckDBConnection,
  found: readonly CoupledDocument[],
  names: readonly string[],
): Promise<readonly Neighbour[]> {
  const documents = found.map((one) => names[one.document] ?? "");
  const facts = await queryMany<Pick<Neighbour, "document" | "title" | "holder" | "day">>(
    connection,
    `SELECT d.document, d.title, min_by(h.name, (dh.position, h.name)) AS holder, d.day FROM patent_document d
      LEFT JOIN document_holder dh USING (document) LEFT JOIN holder h ON h.holder = dh.holder
      WHERE d.document IN (SELECT unnest(from_json($1, '["VARCHAR"]'))) GROUP BY d.document, d.title, d.day`,
    [JSON.stringify(documents)],
  );
  const byDocument = new Map(facts.map((fact) => [fact.document, fact]));
  return found.map(({ shared, strength }, i) => {
    const document = documents[i] ?? "";
    const { title = null, holder = null, day = null } = byDocument.get(document) ?? {};
    return { document, shared, strength, title, holder, day };
  });
}
