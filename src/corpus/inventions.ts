import type { DuckDBConnection } from "@duckdb/node-api";
import { LargeMap } from "../base/large-map.ts";
import { type FilingDocument, type FilingLink, familyRelations } from "../measure/patents/invention-filings.ts";
import { inventions } from "../measure/patents/inventions.ts";
import { queryMany, runAll } from "../workspace/query.ts";
import { currentRows } from "../workspace/schema.ts";
import { writeTexts } from "./columns.ts";

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
export async function readInventions(connection: DuckDBConnection, facts: string, into: string): Promise<void> {
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
