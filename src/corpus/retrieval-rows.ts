import type { DuckDBConnection } from "@duckdb/node-api";
import { unknownDay } from "../measure/citations/citation-graph.ts";
import type { RetrievalCorpus, RetrievalNeed } from "../measure/text/retrieval-evaluation.ts";
import type { ClassSets } from "../measure/text/similar-documents.ts";
import { type TermCounts, termCounter } from "../measure/text/term-counts.ts";
import { queryMany } from "../workspace/query.ts";
import { currentRows } from "../workspace/schema.ts";
import { refusals } from "./block-rows.ts";
import { epochDay } from "./documents.ts";

/** Data of an evaluation, and its coverage. */
export interface RetrievalSides {
  readonly corpus: RetrievalCorpus;
  readonly needs: readonly RetrievalNeed[];
  readonly coverage: {
    /** Applications refused over a document, and documents with X or Y citations. */
    readonly queries: number;
    readonly queriesWithText: number;
    /** Distinct documents found by examiners. */
    readonly found: number;
    readonly foundWithText: number;
    readonly searched: number;
  };
}

const title = `title AS (
    SELECT document, min(text) AS text FROM (${currentRows("patent_text")}) WHERE field = 'title' AND coalesce(language, 'en') = 'en' GROUP BY document
  )`;

/** Documents with title and abstract in English. Days are of first publication. */
export const described = `abstract AS (
    SELECT document, min(text) AS text FROM (${currentRows("patent_text")}) WHERE field = 'abstract' AND coalesce(language, 'en') = 'en' GROUP BY document
  ), ${title}, described AS (
    SELECT row_number() OVER (ORDER BY document) - 1 AS number, document, title.text || ' ' || abstract.text AS text
    FROM abstract JOIN title USING (document)
  )`;

/** Documents with a title in English, described by that alone. */
export const titled = `${title}, described AS (
    SELECT row_number() OVER (ORDER BY document) - 1 AS number, document, text FROM title
  )`;

/** Examiners' findings: refusals, else X and Y citations. */
const found = `relevant AS (
    SELECT DISTINCT coalesce(document, application) AS query, cited FROM (${refusals}) WHERE examiner = 1 AND cited IS NOT NULL
    UNION SELECT citing, cited FROM (${currentRows("patent_citation")}) WHERE regexp_matches(category, '[XY]')
  )`;

/** Reads searchable documents and examiners' findings. Linear in the texts. */
export async function readRetrievalSides(connection: DuckDBConnection): Promise<RetrievalSides> {
  const documents = await queryMany<{ document: string; day: number | null; filed: number | null; citations: number }>(
    connection,
    `WITH ${described}, fact AS (
      SELECT document, min(${epochDay("published")}) AS day, min(${epochDay("coalesce(priority, filed)")}) AS filed
      FROM (${currentRows("patent")}) GROUP BY document
    ), cites AS (SELECT cited AS document, count(DISTINCT citing) AS citations FROM (${currentRows("patent_citation")}) GROUP BY cited)
    SELECT document, day, filed, coalesce(citations, 0) AS citations FROM described LEFT JOIN fact USING (document) LEFT JOIN cites USING (document)
    ORDER BY number`,
  );
  const numbers = new Map(documents.map(({ document }, number) => [document, number]));
  const relevant = await queryMany<{ query: string; cited: readonly string[] }>(
    connection,
    `WITH ${found} SELECT query, list_sort(list(cited)) AS cited FROM relevant GROUP BY query ORDER BY query`,
  );
  const needs = relevant.flatMap(({ query, cited }): readonly RetrievalNeed[] => {
    const document = numbers.get(query);
    return document === undefined ? [] : [{ document, before: documents[document]?.filed ?? unknownDay, relevant: cited }];
  });
  const foundDocuments = new Set(relevant.flatMap(({ cited }) => cited));
  return {
    corpus: {
      ids: documents.map(({ document }) => document),
      day: Int32Array.from(documents, ({ day }) => day ?? unknownDay),
      citations: Int32Array.from(documents, ({ citations }) => citations),
      counts: await readCounts(connection),
      classes: await readClassSets(connection, documents.length),
    },
    needs,
    coverage: {
      queries: relevant.length,
      queriesWithText: needs.length,
      found: foundDocuments.size,
      foundWithText: [...foundDocuments].filter((document) => numbers.has(document)).length,
      searched: documents.length,
    },
  };
}

/** Counts of the words of all documents that `by` describes; `more`: a text of one more, behind the others. */
export async function readCounts(connection: DuckDBConnection, more?: string, by: string = described): Promise<TermCounts> {
  const counter = termCounter();
  const result = await connection.stream(`WITH ${by} SELECT text FROM described ORDER BY number`);
  for (let chunk = await result.fetchChunk(); chunk !== null && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    for (const text of chunk.getColumnValues(0)) counter.add(text as string);
  }
  if (more !== undefined) counter.add(more);
  return counter.counts();
}

async function readClassSets(connection: DuckDBConnection, documents: number): Promise<ClassSets> {
  const rows = await queryMany<{ number: number; subclass: string }>(
    connection,
    `WITH ${described} SELECT DISTINCT number, left(symbol, 4) AS subclass FROM described JOIN (${currentRows("patent_class")}) USING (document)
      WHERE scheme IN ('cpc', 'ipc') ORDER BY number, subclass`,
  );
  const codes = new Map<string, number>();
  const start = new Int32Array(documents + 1);
  const values = Uint16Array.from(rows, ({ number, subclass }) => {
    const code = codes.get(subclass) ?? codes.size;
    codes.set(subclass, code);
    start[number + 1] = (start[number + 1] ?? 0) + 1;
    return code;
  });
  for (let i = 0; i < documents; i++) start[i + 1] = (start[i + 1] ?? 0) + (start[i] ?? 0);
  return { start, values };
}
