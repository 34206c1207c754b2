import type { DuckDBConnection } from "@duckdb/node-api";
import type { Citation } from "../measure/citations/acyclic-order.ts";
import { buildCitationGraph, type CitationGraph, unknownDay } from "../measure/citations/citation-graph.ts";
import type { NetworkDocument } from "../measure/citations/graph-formats.ts";
import type { HolderLists } from "../measure/patents/blocking-weight.ts";
import { readOnce } from "../workspace/once.ts";
import { query, queryMany } from "../workspace/query.ts";
import { currentRows } from "../workspace/schema.ts";
import { epochDay } from "./documents.ts";
import { memberPart, type TechnologyDocument } from "./technology-members.ts";

/** Citations of a technology's documents with holders on both sides. */
export interface TechnologyCitations {
  /** The technology's documents and their citing documents, by day. */
  readonly graph: CitationGraph;
  /** Positions of the technology's documents in the graph. */
  readonly members: Int32Array;
  /** Holder ids by number; `lists` has numbers by graph position. */
  readonly holderIds: readonly string[];
  readonly lists: HolderLists;
  /** Citations by graph position; `strong`: 1 X or Y, 0 other category, -1 none. */
  readonly citing: Int32Array;
  readonly cited: Int32Array;
  readonly strong: Int8Array;
  /** Latest day of any document, for open windows. */
  readonly lastDay: number;
}

interface Pair {
  readonly citing: number;
  readonly cited: number;
  readonly strong: number;
}

export async function readTechnologyCitations(
  connection: DuckDBConnection,
  technologies: readonly string[],
  documents: readonly TechnologyDocument[],
): Promise<TechnologyCitations> {
  const pairs = await queryMany<Pair>(connection, citations(technologies), technologies);
  const days = new Map(documents.map(({ number, dayNumber }) => [number, dayNumber ?? unknownDay]));
  for (const { number, day } of await queryMany<{ number: number; day: number | null }>(connection, citers(technologies), technologies)) {
    days.set(number, day ?? unknownDay);
  }
  const numbers = [...days.keys()].sort((a, b) => a - b);
  const place = new Map(numbers.map((number, at) => [number, at]));
  const citing = Int32Array.from(pairs, (pair) => place.get(pair.citing)!);
  const cited = Int32Array.from(pairs, (pair) => place.get(pair.cited)!);
  const day = Int32Array.from(numbers, (number) => days.get(number)!);
  const [last] = await readOnce(connection, "last day", () =>
    query<{ day: number | null }>(connection, `SELECT max(${epochDay("day")})::INTEGER AS day FROM patent_document`),
  );
  return {
    graph: buildCitationGraph(numbers.length, day, citing, cited),
    members: Int32Array.from(documents, ({ number }) => place.get(number)!),
    ...(await readHolderLists(connection, technologies, place)),
    citing,
    cited,
    strong: Int8Array.from(pairs, (pair) => pair.strong),
    lastDay: last?.day ?? unknownDay,
  };
}

const numbered = "mine AS (SELECT number, document FROM patent_document SEMI JOIN member USING (document))";

const citations = (technologies: readonly string[]): string => `WITH ${memberPart(technologies)}, ${numbered}
  SELECT a.number AS citing, b.number AS cited,
    max(CASE WHEN c.category IS NULL THEN -1 WHEN regexp_matches(c.category, '[XY]') THEN 1 ELSE 0 END) AS strong
  FROM (${currentRows("patent_citation")}) c JOIN mine b ON b.document = c.cited JOIN patent_document a ON a.document = c.citing
  WHERE a.number <> b.number GROUP BY a.number, b.number ORDER BY 1, 2`;

const citersPart = (technologies: readonly string[]): string => `WITH ${memberPart(technologies)}, citer AS (
    SELECT DISTINCT c.citing AS document FROM (${currentRows("patent_citation")}) c JOIN member ON member.document = c.cited
    UNION SELECT document FROM member
  )`;

const citers = (technologies: readonly string[]): string => `${citersPart(technologies)}
  SELECT d.number, ${epochDay("d.day")} AS day FROM patent_document d SEMI JOIN citer USING (document)`;

async function readHolderLists(
  connection: DuckDBConnection,
  technologies: readonly string[],
  place: ReadonlyMap<number, number>,
): Promise<Pick<TechnologyCitations, "holderIds" | "lists">> {
  const rows = await queryMany<{ number: number; holder: string }>(
    connection,
    `${citersPart(technologies)} SELECT d.number, h.holder FROM document_holder h JOIN patent_document d USING (document)
      SEMI JOIN citer USING (document) ORDER BY d.number, h.holder`,
    technologies,
  );
  const holderIds = [...new Set(rows.map(({ holder }) => holder))].sort();
  const numberOf = new Map(holderIds.map((id, at) => [id, at]));
  const start = new Int32Array(place.size + 1);
  for (const { number } of rows) start[place.get(number)! + 1]! += 1;
  for (let i = 0; i < place.size; i++) start[i + 1]! += start[i]!;
  return { holderIds, lists: { start, holder: Int32Array.from(rows, ({ holder }) => numberOf.get(holder)!) } };
}

/** Documents of technologies by number, and distinct citations among them by position. */
export interface TechnologyNetwork {
  readonly documents: readonly NetworkDocument[];
  readonly citations: readonly Citation[];
}

/** Reads the citations within technologies; joint holders are all named. */
export async function readTechnologyNetwork(connection: DuckDBConnection, technologies: readonly string[]): Promise<TechnologyNetwork> {
  const documents = await queryMany<NetworkDocument>(
    connection,
    `WITH ${memberPart(technologies)}, held AS (
        SELECT d.document, string_agg(h.name, '; ' ORDER BY d.position, h.name) AS holder
        FROM document_holder d SEMI JOIN member USING (document) JOIN holder h USING (holder) GROUP BY d.document
      )
      SELECT d.document AS id, d.title, try_cast(substr(d.day, 1, 4) AS INTEGER) AS year, held.holder
      FROM patent_document d SEMI JOIN member USING (document) LEFT JOIN held USING (document) ORDER BY d.number`,
    technologies,
  );
  const citations = await queryMany<Citation>(
    connection,
    `WITH ${memberPart(technologies)}, mine AS (
        SELECT document, row_number() OVER (ORDER BY number) - 1 AS place FROM patent_document SEMI JOIN member USING (document)
      )
      SELECT DISTINCT a.place AS citing, b.place AS cited
      FROM (${currentRows("patent_citation")}) c JOIN mine a ON a.document = c.citing JOIN mine b ON b.document = c.cited
      WHERE a.place <> b.place ORDER BY citing, cited`,
    technologies,
  );
  return { documents, citations };
}
