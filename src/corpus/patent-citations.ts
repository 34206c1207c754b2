import type { DuckDBConnection } from "@duckdb/node-api";
import { readOnce } from "../workspace/once.ts";
import { queryMany } from "../workspace/query.ts";
import { currentRows } from "../workspace/schema.ts";

export interface Reference {
  readonly document: string;
  readonly loaded: number;
  readonly category: string | null;
  readonly phase: string | null;
}

/** Citations of a document in both directions, and the coverage of the data. */
export interface PatentCitations {
  readonly references: readonly Reference[];
  /** Most reference records in one load, with repetitions as in the stated number. */
  readonly referenceRows: number;
  readonly literature: number;
  /** Citing documents by year; `null` undated. */
  readonly citingByYear: readonly { readonly year: number | null; readonly documents: number }[];
  /** Citing documents with a loaded record. */
  readonly citingLoaded: number;
  /** Latest day of a loaded document, `YYYY-MM-DD`; `null` without any. */
  readonly lastDay: string | null;
  /** Loads with citations, and loads with rows of this document. */
  readonly citationLoads: readonly CitationLoad[];
  readonly loads: readonly LoadName[];
}

export interface LoadName {
  readonly id: string;
  readonly source: string;
  readonly edition: string | null;
}

/** A load with citations, and the classes to whose documents it was cut; `null`: it is as published. */
export interface CitationLoad extends LoadName {
  readonly cut: string | null;
}

const citation = currentRows("patent_citation");

export async function readPatentCitations(connection: DuckDBConnection, document: string): Promise<PatentCitations> {
  const read = <T>(sql: string): Promise<T[]> => queryMany<T>(connection, sql, [document]);
  const [counts] = await read<{ rows: number; literature: number; lastDay: string | null }>(countsSql);
  const citing = await read<{ year: number | null; documents: number; loaded: number }>(citingSql);
  return {
    references: await read<Reference>(referencesSql),
    referenceRows: counts?.rows ?? 0,
    literature: counts?.literature ?? 0,
    citingByYear: citing.map(({ year, documents }) => ({ year, documents })),
    citingLoaded: citing.reduce((sum, { loaded }) => sum + loaded, 0),
    lastDay: counts?.lastDay ?? null,
    citationLoads: await readCitationLoads(connection),
    loads: await read<LoadName>(loadsSql(ownLoads)),
  };
}

/** Current loads with citations. */
export const readCitationLoads = (connection: DuckDBConnection): Promise<readonly CitationLoad[]> =>
  readOnce(connection, "citation loads", () =>
    queryMany<CitationLoad>(
      connection,
      `SELECT l.*, (SELECT min(classes) FROM patent_cut c WHERE c.load_id = l.id) AS cut FROM (${loadsSql("SELECT load_id FROM patent_citation")}) l`,
    ),
  );

const countsSql = `SELECT
    (SELECT coalesce(max(n), 0) FROM (SELECT count(*) AS n FROM (${citation}) WHERE citing = $1 GROUP BY load_id)) AS "rows",
    (SELECT count(DISTINCT text) FROM (${currentRows("literature_citation")}) WHERE citing = $1) AS literature,
    (SELECT max(day) FROM patent_document WHERE loaded = 1 AND try_cast(day AS DATE) IS NOT NULL) AS "lastDay"`;

const citingSql = `SELECT year(try_cast(d.day AS DATE)) AS year, count(*) AS documents, sum(d.loaded)::INTEGER AS loaded
  FROM (SELECT DISTINCT citing AS document FROM (${citation}) WHERE cited = $1 AND citing <> $1) JOIN patent_document d USING (document)
  GROUP BY year ORDER BY year NULLS LAST`;

const referencesSql = `SELECT d.document, d.loaded, min(c.category) AS category, min(c.phase) AS phase
  FROM (${citation}) c JOIN patent_document d ON d.document = c.cited WHERE c.citing = $1 AND c.cited <> $1
  GROUP BY d.document, d.loaded ORDER BY d.document`;

const ownLoads = ["patent", "patent_text", "patent_holder", "patent_class", "patent_event", "patent_link"]
  .map((table) => `SELECT load_id FROM ${table} WHERE document = $1`)
  .concat("SELECT load_id FROM patent_citation WHERE citing = $1 OR cited = $1")
  .join(" UNION ");

const loadsSql = (ids: string): string =>
  `SELECT id, source, edition FROM load l SEMI JOIN (SELECT DISTINCT load_id FROM (${ids})) o ON o.load_id = l.id WHERE "current" ORDER BY seq`;
