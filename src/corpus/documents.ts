import type { DuckDBConnection } from "@duckdb/node-api";
import type { DerivedRow } from "../base/derived-tables.ts";
import { runAll } from "../workspace/query.ts";
import { currentRows } from "../workspace/schema.ts";
import { readInventions } from "./inventions.ts";

/** A document of which a legal record is read; columns as in `patent_document`. */
export interface DatedDocument
  extends Pick<DerivedRow<"patent_document">, "document" | "office" | "type" | "granted" | "filed" | "term_days"> {
  /** Days since 1970-01-01 of `day`; `null` unknown. */
  readonly dayNumber: number | null;
}

/** Days since 1970-01-01 of a full date, as SQL; else NULL. */
export const epochDay = (date: string): string => `date_diff('day', DATE '1970-01-01', try_cast(${date} AS DATE))`;

const sliceCount = 8;

/** Conditions that slice all documents by `document`: an aggregate keeps its texts and lists in memory until its last row. */
const documentSlices: readonly string[] = Array.from({ length: sliceCount }, (_, slice) => `hash(document) % ${sliceCount} = ${slice}`);

export const bySlice = (table: string, queryOf: (within: string) => string): readonly string[] =>
  documentSlices.map((within, slice) =>
    slice === 0 ? `CREATE OR REPLACE TEMP TABLE ${table} AS ${queryOf(within)}` : `INSERT INTO ${table} ${queryOf(within)}`,
  );

const documentFacts = (within: string): string =>
  `WITH publication AS (
      SELECT document, min(office) AS office, coalesce(min(published) FILTER (granted = 1), min(published)) AS day, max(granted) AS granted,
        min(filed) AS filed, min(priority) AS priority, min(family) AS family, min(application) AS application, min(type) AS type,
        max("references") AS "references", max(term_days) AS term_days
      FROM (${currentRows("patent")}) WHERE ${within} GROUP BY document
    ), every_document AS (
      SELECT *, 1 AS loaded FROM publication
      UNION ALL BY NAME
      SELECT document, substr(document, 1, 2) AS office, 0 AS loaded FROM mentioned ANTI JOIN publication USING (document) WHERE ${within}
    ), title AS (
      SELECT document, min_by(text, (coalesce(language, 'en') <> 'en', language, text)) AS title
      FROM (${currentRows("patent_text")}) WHERE field = 'title' AND ${within} GROUP BY document
    )
    SELECT document, office, loaded, day, granted, filed, priority, family, application, type, "references", term_days, title
    FROM every_document LEFT JOIN title USING (document)`;

/**
 * Fills `patent_document`, numbered by day (grant, else first publication), undated first; cited ones without facts; English titles; each
 * with its family.
 */
export async function fillDocuments(connection: DuckDBConnection): Promise<void> {
  await runAll(connection, gatherFacts);
  await readInventions(connection, "document_fact", "invention");
  await runAll(connection, numberDocuments);
}

const gatherFacts: readonly string[] = [
  `CREATE OR REPLACE TEMP TABLE mentioned AS
    SELECT cited AS document FROM (${currentRows("patent_citation")}) UNION SELECT citing FROM (${currentRows("patent_citation")})`,
  ...bySlice("document_fact", documentFacts),
  "DROP TABLE mentioned",
];

const numberDocuments: readonly string[] = [
  `CREATE OR REPLACE TEMP TABLE ordered_document AS
    SELECT f.*, coalesce(i.unit, f.family, document) AS unit, coalesce(i.rule, CASE WHEN f.family IS NULL THEN 'alone' ELSE 'docdb' END) AS unit_rule
    FROM document_fact f LEFT JOIN invention i USING (document) ORDER BY ${epochDay("day")} NULLS FIRST, document`,
  "DROP TABLE document_fact",
  "DROP TABLE invention",
  "DELETE FROM patent_document",
  "INSERT INTO patent_document SELECT row_number() OVER () - 1, * FROM ordered_document",
  "DROP TABLE ordered_document",
];
