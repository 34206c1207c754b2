import type { DuckDBConnection } from "@duckdb/node-api";
import type { Citation } from "../measure/citations/acyclic-order.ts";
import type { NetworkDocument } from "../measure/citations/graph-formats.ts";
import { queryMany } from "../workspace/query.ts";
import { currentRows } from "../workspace/schema.ts";
import { memberPart } from "./technology-members.ts";

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
