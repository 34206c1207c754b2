import type { DuckDBConnection } from "@duckdb/node-api";
import { queryMany } from "../workspace/query.ts";
import { currentRows } from "../workspace/schema.ts";
import { givenDocuments } from "./claim-documents.ts";
import { type DatedDocument, epochDay } from "./documents.ts";

/** Filings that a later application's term counts from (35 USC 120, 121, 365(c); of a reissue those of the original). */
const termRelations = ["continuation", "continuation-in-part", "division", "national-stage", "reissue", "ancestor", "ancestor-in-part"];

const listed = (relations: readonly string[]): string => relations.map((relation) => `'${relation}'`).join(", ");

/** Days since 1970-01-01 of what an application follows; `null` unknown. */
export interface ParentDays {
  /** Of the earliest of all. */
  readonly earliest: number | null;
  /** Of the international application whose national stage it is. */
  readonly international: number | null;
  /** Filing and grant of the patent that it reissues. */
  readonly original: number | null;
  readonly originalGrant: number | null;
}

/** Parents by document. `part`: a `WITH` part `member (document)`, with its values. */
export async function readParents(
  connection: DuckDBConnection,
  part: string,
  values: readonly string[],
): Promise<ReadonlyMap<string, ParentDays>> {
  const rows = await queryMany<ParentDays & { readonly document: string }>(
    connection,
    `WITH ${part}, parent AS (
        SELECT document, relation, ${epochDay("date")} AS day FROM (${currentRows("patent_link")}) SEMI JOIN member USING (document)
        WHERE relation IN (${listed(termRelations)})
      )
      SELECT document, min(day) AS earliest, min(day) FILTER (relation = 'national-stage') AS international,
        min(day) FILTER (relation = 'reissue') AS original,
        CASE WHEN max(day) FILTER (relation = 'reissue') > min(day) FILTER (relation = 'reissue') THEN max(day) FILTER (relation = 'reissue') END AS "originalGrant"
      FROM parent GROUP BY document HAVING earliest IS NOT NULL`,
    values,
  );
  return new Map(rows.map(({ document, ...days }) => [document, days]));
}

/** A loaded grant that a document follows. */
export type EarlierPatent = DatedDocument & { readonly child: string };

/** Loaded grants that documents follow, and that these follow in turn. */
export async function readEarlierPatents(connection: DuckDBConnection, documents: readonly string[]): Promise<readonly EarlierPatent[]> {
  const found: EarlierPatent[] = [];
  const asked = new Set(documents);
  for (let next = documents; next.length > 0; ) {
    const parents = await queryMany<EarlierPatent>(connection, parentsSql, [JSON.stringify(next)]);
    found.push(...parents);
    next = [...new Set(parents.map(({ document }) => document))].filter((document) => !asked.has(document));
    for (const document of next) asked.add(document);
  }
  return found;
}

/**
 * A parent is named by its application with the day of filing, or by its grant with its day: a grant may have the digits of another's
 * application.
 */
const parentsSql = `WITH ${givenDocuments}, link AS (
    SELECT DISTINCT document AS child, other, ${epochDay("date")} AS day FROM (${currentRows("patent_link")}) SEMI JOIN member USING (document)
    WHERE relation IN (${listed(termRelations)})
  ), parent AS (
    SELECT l.child, g.document FROM link l JOIN patent_document g ON g.application = l.other
      WHERE coalesce(l.day = ${epochDay("g.filed")}, true)
    UNION SELECT l.child, g.document FROM link l JOIN patent_document g ON g.document = l.other WHERE coalesce(l.day = ${epochDay("g.day")}, true)
  )
  SELECT p.child, g.document, g.office, g.type, g.granted, g.filed, g.term_days, ${epochDay("g.day")} AS "dayNumber"
  FROM parent p JOIN patent_document g USING (document) WHERE g.loaded = 1 AND g.granted = 1 AND p.child <> g.document ORDER BY p.child, g.document`;
