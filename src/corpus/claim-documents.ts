import type { DuckDBConnection } from "@duckdb/node-api";
import { groupBy } from "../base/collections.ts";
import type { Row } from "../base/tables.ts";
import { queryMany } from "../workspace/query.ts";
import { currentRows } from "../workspace/schema.ts";
import { type DatedDocument, epochDay } from "./documents.ts";
import { memberPart, placeholders } from "./technology-members.ts";

/** Documents of technologies and of their families. Lists in document order, keys in name order. */
export interface ClaimDocumentRows {
  readonly documents: readonly ClaimDocumentRow[];
  readonly holders: readonly { readonly document: string; readonly holder: string }[];
  readonly technologies: readonly { readonly document: string; readonly technology: string }[];
  readonly classes: readonly Row<"patent_class">[];
  readonly keys: readonly { readonly document: string; readonly key: string }[];
}

export type ClaimDocumentRow = DatedDocument & {
  /** Its family, as in `patent_document`. */
  readonly unit: string;
  /** Day of the first publication, since 1970-01-01. */
  readonly publishedDay: number | null;
  /** Whether its family is known, or a link to a priority, parent or other publication is loaded. */
  readonly linked: boolean;
};

/** Links to applications, and links that may also be to publications. */
const toApplications = ["priority", "provisional", "national-stage"];
const toEither = ["continuation", "continuation-in-part", "division", "reissue", "ancestor", "ancestor-in-part", "family", "publication"];

const links = (relations: readonly string[]): string =>
  `SELECT document, other FROM (${currentRows("patent_link")}) WHERE relation IN (${relations.map((name) => `'${name}'`).join(", ")})`;

/** Family keys shared by documents: `d:` publication, `a:` application, `f:` family. Unshared keys, the majority, are left out. */
const sharedPart = `key AS (
    SELECT document, 'd:' || document AS key FROM patent_document WHERE loaded = 1
    UNION SELECT document, 'a:' || application FROM patent_document WHERE loaded = 1 AND application IS NOT NULL
    UNION SELECT document, 'f:' || unit FROM patent_document WHERE loaded = 1
    UNION SELECT document, 'a:' || other FROM (${links([...toApplications, ...toEither])})
    UNION SELECT document, 'd:' || other FROM (${links(toEither)})
  ), several AS (SELECT key FROM key GROUP BY key HAVING count(*) > 1), shared AS MATERIALIZED (SELECT * FROM key SEMI JOIN several USING (key))`;

/** Documents of the technologies and their transitive families, with shared keys. */
const reachedSql = (technologies: readonly string[]): string => `WITH RECURSIVE ${memberPart(technologies)}, ${sharedPart}, reached AS (
    SELECT document FROM member
    UNION SELECT b.document FROM reached r JOIN shared a ON a.document = r.document JOIN shared b ON b.key = a.key
  ) SELECT r.document, s.key FROM reached r LEFT JOIN shared s USING (document) ORDER BY r.document, s.key`;

/** Documents as a single query value, since there may be more than placeholders. */
export const givenDocuments = `member AS (SELECT unnest(from_json($1, '["VARCHAR"]')) AS document)`;

const mine = `${givenDocuments}, mine AS (SELECT document, number FROM patent_document SEMI JOIN member USING (document) WHERE loaded = 1)`;

export const firstPublications = (part: string): string =>
  `SELECT document, min(${epochDay("published")}) AS day FROM (${currentRows("patent")}) SEMI JOIN ${part} USING (document) GROUP BY document`;

/** Of each scheme the first symbol that is inventive or without a role: all that tells a main group. */
const classesOf = `SELECT DISTINCT d.number, c.document, c.scheme, c.symbol, c.role, c.position
  FROM (${currentRows("patent_class")}) c SEMI JOIN member USING (document) JOIN patent_document d USING (document)
  WHERE c.scheme IN ('cpc', 'ipc') AND c.role IS DISTINCT FROM 'additional'
  QUALIFY row_number() OVER (PARTITION BY c.document, c.scheme ORDER BY c.position NULLS LAST, c.symbol) = 1
  ORDER BY d.number, c.scheme, c.position NULLS LAST, c.symbol`;

/** Classes that count for claims, by document; unclassified documents are absent. */
export const readClaimClasses = async (
  connection: DuckDBConnection,
  documents: readonly string[],
): Promise<ReadonlyMap<string, readonly Row<"patent_class">[]>> =>
  groupBy(
    await queryMany<Row<"patent_class">>(connection, `WITH ${givenDocuments} ${classesOf}`, [JSON.stringify(documents)]),
    ({ document }) => document,
  );

/** Reads the documents of technologies and their families for claim clusters. */
export async function readClaimDocuments(connection: DuckDBConnection, technologies: readonly string[]): Promise<ClaimDocumentRows> {
  const keys = await queryMany<{ document: string; key: string | null }>(connection, reachedSql(technologies), technologies);
  const given = [JSON.stringify([...new Set(keys.map(({ document }) => document))])];
  const read = <T>(sql: string, more: readonly string[] = []): Promise<T[]> =>
    queryMany<T>(connection, `WITH ${mine} ${sql}`, [...given, ...more]);
  return {
    documents:
      await read(`SELECT d.document, d.office, d.type, d.granted, d.filed, d.term_days, d.unit, ${epochDay("d.day")} AS "dayNumber",
        p.day AS "publishedDay", (l.document IS NOT NULL OR d.unit_rule <> 'alone') AS linked
      FROM patent_document d SEMI JOIN mine USING (document) LEFT JOIN (${firstPublications("mine")}) p USING (document) LEFT JOIN (SELECT DISTINCT document FROM (${links([...toApplications, ...toEither])})) l USING (document)
      ORDER BY d.number`),
    holders: await read("SELECT m.document, h.holder FROM document_holder h JOIN mine m USING (document) ORDER BY m.number, h.holder"),
    technologies: await read(
      `SELECT DISTINCT m.document, t.technology, m.number FROM patent_technology t JOIN mine m USING (document)
        WHERE t.technology IN (${placeholders(technologies, 2)}) ORDER BY m.number, t.technology`,
      technologies,
    ),
    classes: await read(classesOf),
    keys: keys.flatMap(({ document, key }) => (key === null ? [] : [{ document, key }])),
  };
}
