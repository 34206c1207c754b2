import type { DuckDBConnection } from "@duckdb/node-api";
import { groupBy } from "../base/collections.ts";
import { firstMainGroup } from "../measure/patents/families-clusters.ts";
import { queryMany } from "../workspace/query.ts";
import { currentRows } from "../workspace/schema.ts";
import { firstPublications, readClaimClasses } from "./claim-documents.ts";
import { memberPart, placeholders } from "./technology-members.ts";

export interface FirstPublication {
  /** Days since 1970-01-01; `null` unknown. */
  readonly day: number | null;
  /** Main group of its first inventive symbol, as `H01L21`; `null` without a class. */
  readonly mainGroup: string | null;
}

/** Loaded documents by technology, without zeros. */
export const readTechnologySizes = (
  connection: DuckDBConnection,
): Promise<readonly { readonly technology: string; readonly documents: number }[]> =>
  queryMany(
    connection,
    `SELECT technology, count(DISTINCT document) AS documents FROM patent_technology SEMI JOIN (SELECT document FROM patent_document WHERE loaded = 1)
      USING (document) GROUP BY technology ORDER BY technology`,
  );

export async function readMembers(
  connection: DuckDBConnection,
  technologies: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const rows = await queryMany<{ technology: string; document: string }>(
    connection,
    `SELECT DISTINCT technology, document FROM patent_technology WHERE technology IN (${placeholders(technologies)})`,
    technologies,
  );
  const members = groupBy(rows, ({ technology }) => technology);
  return new Map([...members].map(([technology, own]) => [technology, new Set(own.map(({ document }) => document))]));
}

export const readPatentRules = (connection: DuckDBConnection) =>
  queryMany<{ technology: string; symbols: string | null }>(
    connection,
    `SELECT technology, symbols FROM (${currentRows("patent_rule")}) ORDER BY id`,
  );

interface Publication {
  readonly document: string;
  readonly unit: string;
  readonly day: number | null;
}

/** First publication of each document's family among loaded documents, ties by number. */
export async function readFirstPublications(
  connection: DuckDBConnection,
  technologies: readonly string[],
): Promise<ReadonlyMap<string, FirstPublication>> {
  const publications = await queryMany<Publication>(connection, kin(technologies), technologies);
  const first = new Map<string, Publication>();
  for (const each of publications) if (!first.has(each.unit)) first.set(each.unit, each);
  const classes = await readClaimClasses(
    connection,
    [...first.values()].map(({ document }) => document),
  );
  return new Map(
    publications.map((each) => {
      const { document, day } = first.get(each.unit)!;
      return [each.document, { day, mainGroup: firstMainGroup(classes.get(document) ?? []) }];
    }),
  );
}

/** Documents of technologies with their families, earliest first. */
const kin = (
  technologies: readonly string[],
): string => `WITH ${memberPart(technologies)}, mine AS (SELECT document, unit FROM patent_document SEMI JOIN member USING (document)),
  kin AS (SELECT document FROM mine UNION SELECT d.document FROM patent_document d SEMI JOIN mine USING (unit) WHERE d.loaded = 1)
  SELECT d.document, d.unit, p.day FROM patent_document d SEMI JOIN kin USING (document)
    LEFT JOIN (${firstPublications("kin")}) p USING (document) ORDER BY p.day NULLS LAST, d.number`;
