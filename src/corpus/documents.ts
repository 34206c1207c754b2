import type { DuckDBConnection } from "@duckdb/node-api";
import type { DerivedRow } from "../base/derived-tables.ts";
import { LargeMap } from "../base/large-map.ts";
import { type FilingDocument, type FilingLink, familyRelations } from "../measure/patents/invention-filings.ts";
import { inventions } from "../measure/patents/inventions.ts";
import { queryMany, runAll } from "../workspace/query.ts";
import { currentRows } from "../workspace/schema.ts";
import { writeTexts } from "./columns.ts";

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

const claimed = familyRelations.map((relation) => `'${relation}'`).join(", ");

/**
 * Documents that share an application, or name one that another is or names, where DOCDB does not know the family of all: others stand
 * alone, or in the family that DOCDB knows. By hashes: two names of one hash only add documents that are then found to stand alone.
 */
const shared = (facts: string): readonly string[] => [
  `CREATE OR REPLACE TEMP TABLE filing_link AS SELECT DISTINCT document, relation, other, date FROM (${currentRows("patent_link")})
    SEMI JOIN ${facts} USING (document) WHERE relation IN (${claimed})`,
  `CREATE OR REPLACE TEMP TABLE filing_key AS SELECT key FROM (
      SELECT hash(application) AS key, family IS NULL AS open FROM ${facts} WHERE loaded = 1 AND application IS NOT NULL
      UNION ALL SELECT hash(l.other), f.family IS NULL FROM filing_link l JOIN ${facts} f USING (document)
      UNION ALL SELECT hash(document), family IS NULL FROM ${facts} WHERE loaded = 1 AND document IN (SELECT other FROM filing_link)
    ) GROUP BY key HAVING bool_or(open) AND count(*) > 1`,
  `CREATE OR REPLACE TEMP TABLE filing_document AS
    SELECT document FROM ${facts} WHERE loaded = 1 AND hash(application) IN (FROM filing_key)
    UNION SELECT document FROM filing_link WHERE hash(other) IN (FROM filing_key)
    UNION SELECT document FROM ${facts} WHERE loaded = 1 AND hash(document) IN (FROM filing_key)`,
];

type FactRow = Omit<FilingDocument, "links">;

/** Makes a table of the documents that are joined into families otherwise than by DOCDB alone: `document,unit,rule`. */
async function readInventions(connection: DuckDBConnection, facts: string, into: string): Promise<void> {
  await runAll(connection, shared(facts));
  const rows = await queryMany<FactRow>(
    connection,
    `SELECT document, family, application, office, type FROM ${facts} SEMI JOIN filing_document USING (document) WHERE loaded = 1 ORDER BY document`,
  );
  const links = new LargeMap<string, FilingLink[]>();
  for (const { document } of rows) links.set(document, []);
  for (const { document, ...link } of await queryMany<FilingLink & { readonly document: string }>(
    connection,
    "SELECT document, relation, other, date FROM filing_link SEMI JOIN filing_document USING (document) ORDER BY ALL",
  )) {
    links.get(document)?.push(link);
  }
  const found = inventions(rows.map((row) => ({ ...row, links: links.get(row.document)! })));
  await writeTexts(connection, into, {
    document: found.map(({ document }) => document),
    unit: found.map(({ unit }) => unit),
    rule: found.map(({ rule }) => rule),
  });
  await runAll(
    connection,
    ["filing_link", "filing_key", "filing_document"].map((table) => `DROP TABLE ${table}`),
  );
}
