import type { DuckDBConnection } from "@duckdb/node-api";
import { queryMany } from "../workspace/query.ts";
import { currentRows } from "../workspace/schema.ts";
import { epochDay } from "./documents.ts";
import type { DatedDocument } from "./legal-records.ts";
import { memberPart, placeholders } from "./technology-members.ts";

/** What is read of the documents of technologies and of all that are of one family with them. Lists are in order of documents. */
export interface ClaimDocumentRows {
  readonly documents: readonly ClaimDocumentRow[];
  readonly holders: readonly { readonly document: string; readonly holder: string }[];
  readonly technologies: readonly { readonly document: string; readonly technology: string }[];
  readonly classes: readonly ClaimClassRow[];
  readonly keys: readonly { readonly document: string; readonly key: string }[];
}

export type ClaimDocumentRow = DatedDocument & {
  readonly family: string | null;
  readonly application: string | null;
  /** Day of the first publication, since 1970-01-01. */
  readonly publishedDay: number | null;
};

export interface ClaimClassRow {
  readonly document: string;
  readonly scheme: string;
  readonly symbol: string;
  readonly role: string | null;
  readonly position: number | null;
}

/** Links whose other side is an application, and those whose other side may be a publication too. */
const toApplications = ["priority", "provisional", "national-stage"];
const toEither = ["continuation", "continuation-in-part", "division", "reissue", "family", "publication"];
const listed = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(", ");

/** Keys of a family; `d:` is a publication, `a:` an application, `f:` a DOCDB family, since their numbers may be alike. */
const keyPart = `key AS (
    SELECT document, 'd:' || document AS key FROM patent_document WHERE loaded = 1
    UNION SELECT document, 'a:' || application FROM patent_document WHERE loaded = 1 AND application IS NOT NULL
    UNION SELECT document, 'f:' || family FROM patent_document WHERE loaded = 1 AND family IS NOT NULL
    UNION SELECT document, 'a:' || other FROM (${currentRows("patent_link")}) WHERE relation IN (${listed([...toApplications, ...toEither])})
    UNION SELECT document, 'd:' || other FROM (${currentRows("patent_link")}) WHERE relation IN (${listed(toEither)})
  )`;

/** `reached (document)`: documents of the technologies, and whatever is of one family with them over any number of steps. */
const reachedPart = (technologies: readonly string[]): string => `RECURSIVE ${memberPart(technologies)}, ${keyPart}, reached AS (
    SELECT document FROM member
    UNION SELECT b.document FROM reached r JOIN key a ON a.document = r.document JOIN key b ON b.key = a.key
  ), mine AS (SELECT document, number FROM patent_document SEMI JOIN reached USING (document) WHERE loaded = 1)`;

/** Reads the documents of these technologies and of their families, with all that claim clusters are made of. */
export async function readClaimDocuments(connection: DuckDBConnection, technologies: readonly string[]): Promise<ClaimDocumentRows> {
  const read = <T>(sql: string): Promise<T[]> => queryMany<T>(connection, `WITH ${reachedPart(technologies)} ${sql}`, technologies);
  return {
    documents:
      await read(`SELECT d.document, d.office, d.type, d.granted, d.filed, d.term_days, d.family, d.application, ${epochDay("d.day")} AS "dayNumber",
        p.day AS "publishedDay"
      FROM patent_document d SEMI JOIN mine USING (document) LEFT JOIN (
        SELECT document, min(${epochDay("published")}) AS day FROM (${currentRows("patent")}) GROUP BY document
      ) p USING (document) ORDER BY d.number`),
    holders: await read("SELECT m.document, h.holder FROM document_holder h JOIN mine m USING (document) ORDER BY m.number, h.holder"),
    technologies: await read(`SELECT DISTINCT m.document, t.technology, m.number FROM patent_technology t JOIN mine m USING (document)
      WHERE t.technology IN (${placeholders(technologies)}) ORDER BY m.number, t.technology`),
    classes: await read(`SELECT DISTINCT m.number, c.document, c.scheme, c.symbol, c.role, c.position
      FROM (${currentRows("patent_class")}) c JOIN mine m USING (document)
      WHERE c.scheme IN ('cpc', 'ipc') ORDER BY m.number, c.scheme, c.position NULLS LAST, c.symbol`),
    keys: await read("SELECT k.document, k.key FROM key k JOIN mine m USING (document) ORDER BY m.number, k.key"),
  };
}
