import type { DuckDBConnection } from "@duckdb/node-api";
import { firstMainGroup } from "../measure/patents/families-clusters.ts";
import type { LegalRecord } from "../measure/patents/in-force.ts";
import { queryMany } from "../workspace/query.ts";
import { currentRows } from "../workspace/schema.ts";
import { firstPublications, readClaimClasses } from "./claim-documents.ts";
import { type DatedDocument, epochDay } from "./documents.ts";
import { readLegalRecords } from "./legal-records.ts";
import { bundledSources, memberPart, placeholders } from "./technology-members.ts";

/** A document of the holders, for an audit. */
export interface HeldFamilyDocument extends DatedDocument {
  readonly application: string | null;
  readonly title: string | null;
  readonly day: string | null;
  /** Its family, as in `patent_document`. */
  readonly unit: string;
  readonly originality: number | null;
  /** Loaded documents of unrelated holders that cite it. */
  readonly citedByOthers: number;
  readonly citers: readonly number[];
  /** 1 if documents of its year and field are cited at all. */
  readonly comparable: number;
  readonly technologies: readonly string[];
}

/** Citations between one of the holders and another holder. */
export interface CitedHolder {
  /** The requested holder. */
  readonly own: string;
  readonly holder: string;
  readonly name: string;
  readonly economy: string | null;
  /** Documents of the other citing the holder's, and those with X or Y; per pair of documents. */
  readonly blocked: number;
  readonly blockedStrong: number;
  /** The reverse. */
  readonly blocks: number;
  readonly blocksStrong: number;
}

export interface HeldFamilies {
  readonly documents: readonly HeldFamilyDocument[];
  readonly legal: ReadonlyMap<string, LegalRecord>;
  readonly citations: readonly CitedHolder[];
  /** Sources of the atlas's documents. */
  readonly bundled: readonly string[];
}

const given = (place: number): string => `(SELECT unnest(from_json($${place}, '["VARCHAR"]')))`;

/** All documents of the holders (`mine`), and the requested ones (`member`). */
const partOf = (scoped: boolean): string =>
  `mine AS (SELECT DISTINCT document FROM document_holder WHERE holder IN ${given(1)}), member AS (FROM mine${
    scoped ? ` WHERE document IN (SELECT document FROM patent_technology WHERE technology IN ${given(2)})` : ""
  })`;

/** Documents of holders (optionally of some technologies) by number, and other holders related by citation, most first. */
export async function readHeldFamilies(
  connection: DuckDBConnection,
  holders: readonly string[],
  technologies: readonly string[] | null = null,
): Promise<HeldFamilies> {
  const part = partOf(technologies !== null);
  const values = [holders, ...(technologies === null ? [] : [technologies])].map((each) => JSON.stringify(each));
  const documents = await queryMany<HeldFamilyDocument>(
    connection,
    `WITH ${part}, cited AS (
        SELECT c.cited AS document, count(DISTINCT p.number) AS n, list(DISTINCT p.number) AS citers
        FROM (${currentRows("patent_citation")}) c JOIN patent_document p ON p.document = c.citing
        WHERE c.cited IN (SELECT document FROM member) AND c.citing NOT IN (SELECT document FROM mine) AND NOT EXISTS (
          FROM document_holder theirs JOIN document_holder own USING (holder) WHERE theirs.document = c.citing AND own.document = c.cited
        ) GROUP BY c.cited
      ), technology AS (
        SELECT document, list_sort(list(DISTINCT technology)) AS technologies FROM patent_technology SEMI JOIN member USING (document) GROUP BY document
      )
      SELECT d.document, d.office, d.type, d.granted, d.day, ${epochDay("d.day")} AS "dayNumber", d.filed, d.term_days, d.title, d.unit, d.application, c.originality,
        coalesce(cited.n, 0) AS "citedByOthers", coalesce(cited.citers, []) AS citers,
        (c.citations_relative IS NOT NULL)::INTEGER AS comparable, coalesce(t.technologies, []) AS technologies
      FROM patent_document d SEMI JOIN member USING (document) LEFT JOIN citation_measure c USING (document) LEFT JOIN cited USING (document)
      LEFT JOIN technology t USING (document) ORDER BY d.number`,
    values,
  );
  return {
    documents,
    legal: await readLegalRecords(connection, part, values, documents),
    citations: await readCitedHolders(connection, part, values),
    bundled: await bundledSources(connection, part, values),
  };
}

/** Self-blocking is left out: pairs with a common holder count for neither. */
const readCitedHolders = (connection: DuckDBConnection, part: string, values: readonly string[]): Promise<readonly CitedHolder[]> =>
  queryMany(
    connection,
    `WITH ${part}, pair AS (
        SELECT citing, cited, max(coalesce(regexp_matches(category, '[XY]'), false)::INTEGER) AS strong, cited IN (SELECT document FROM member) AS theirs
        FROM (${currentRows("patent_citation")})
        WHERE (cited IN (SELECT document FROM member) AND citing NOT IN (SELECT document FROM mine))
          OR (citing IN (SELECT document FROM member) AND cited NOT IN (SELECT document FROM mine)) GROUP BY citing, cited
      ), side AS (
        SELECT CASE WHEN theirs THEN citing ELSE cited END AS document, CASE WHEN theirs THEN cited ELSE citing END AS own, strong, theirs FROM pair
      ), held AS (SELECT DISTINCT document, holder FROM document_holder)
      SELECT o.holder AS own, h.holder, h.name, h.economy, count(*) FILTER (theirs) AS blocked, count(*) FILTER (theirs AND strong = 1) AS "blockedStrong",
        count(*) FILTER (NOT theirs) AS blocks, count(*) FILTER (NOT theirs AND strong = 1) AS "blocksStrong"
      FROM side JOIN held t ON t.document = side.document JOIN holder h ON h.holder = t.holder
        JOIN held o ON o.document = side.own AND o.holder IN ${given(1)}
      WHERE NOT EXISTS (FROM held other WHERE other.document = side.own AND other.holder = h.holder)
      GROUP BY o.holder, h.holder, h.name, h.economy ORDER BY count(*) DESC, h.holder, o.holder`,
    values,
  );

/** A family first filed in the requested years. */
export interface FiledFamily {
  /** Year of earliest priority, else earliest filing. */
  readonly year: number;
  /** Documents of other families that cite it. */
  readonly citations: number;
  readonly technologies: readonly string[];
  /** Main group of the first inventive symbol of its earliest publication; `null` without a class. */
  readonly mainGroup: string | null;
}

/** Last year with a loaded publication of some technologies; `null` without any. */
export async function readLastYear(connection: DuckDBConnection, technologies: readonly string[]): Promise<number | null> {
  const [last] = await queryMany<{ year: number | null }>(
    connection,
    `WITH ${memberPart(technologies)} SELECT max(substr(day, 1, 4))::INTEGER AS year FROM patent_document SEMI JOIN member USING (document) WHERE loaded = 1`,
    technologies,
  );
  return last!.year;
}

type FamilyRow = Omit<FiledFamily, "mainGroup"> & { readonly document: string };

/** Families first filed within the years, inclusive. Without a priority or filing date they are left out: grant does not tell filing. */
export async function readFiledFamilies(
  connection: DuckDBConnection,
  technologies: readonly string[],
  from: number,
  to: number,
): Promise<readonly FiledFamily[]> {
  const rows = await queryMany<FamilyRow>(connection, familiesSql(technologies), [...technologies, from, to]);
  const symbols = await readClaimClasses(
    connection,
    rows.map(({ document }) => document),
  );
  return rows.map(({ document, ...family }) => ({ ...family, mainGroup: firstMainGroup(symbols.get(document) ?? []) }));
}

/** `document`: the earliest publication, ties by number. */
const familiesSql = (technologies: readonly string[]): string => `WITH ${memberPart(technologies)}, of_unit AS (
    SELECT document, number, priority, filed, unit FROM patent_document WHERE loaded = 1
  ), filed AS (
    SELECT unit, substr(coalesce(min(priority), min(filed)), 1, 4)::INTEGER AS year FROM of_unit
      SEMI JOIN (SELECT unit FROM of_unit SEMI JOIN member USING (document)) USING (unit)
      GROUP BY unit HAVING year BETWEEN $${technologies.length + 1} AND $${technologies.length + 2}
  ), mine AS (SELECT o.*, f.year FROM of_unit o JOIN filed f USING (unit)
  ), first AS (
    SELECT unit, year, min_by(document, (day IS NULL, day, number)) AS document FROM mine JOIN (${firstPublications("mine")}) USING (document)
      GROUP BY unit, year
  ), technology AS (
    SELECT unit, list_sort(list(DISTINCT technology)) AS technologies FROM patent_technology JOIN mine USING (document)
      WHERE technology IN (${placeholders(technologies)}) GROUP BY unit
  ), cited AS (
    SELECT m.unit, count(DISTINCT c.citing) AS citations FROM (${currentRows("patent_citation")}) c JOIN mine m ON m.document = c.cited
      LEFT JOIN of_unit o ON o.document = c.citing WHERE o.unit IS DISTINCT FROM m.unit GROUP BY m.unit
  )
  SELECT first.document, first.year, coalesce(citations, 0) AS citations, technologies
  FROM first JOIN technology USING (unit) LEFT JOIN cited USING (unit) ORDER BY first.document`;
