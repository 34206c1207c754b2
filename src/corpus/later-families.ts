import type { DuckDBConnection } from "@duckdb/node-api";
import { firstMainGroup } from "../measure/patents/families-clusters.ts";
import { queryMany } from "../workspace/query.ts";
import { currentRows } from "../workspace/schema.ts";
import { firstPublications, readClaimClasses } from "./claim-documents.ts";
import { memberPart, placeholders } from "./technology-members.ts";

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
    SELECT document, number, priority, filed, coalesce('f:' || family, 'd:' || document) AS unit FROM patent_document WHERE loaded = 1
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
