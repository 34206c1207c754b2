import type { DuckDBConnection } from "@duckdb/node-api";
import type { LegalRecord } from "../measure/in-force.ts";
import { queryMany } from "../workspace/query.ts";
import { currentRows } from "../workspace/schema.ts";
import { bundledSources } from "./bundled-sources.ts";
import { epochDay } from "./documents.ts";
import { type DatedDocument, readLegalRecords } from "./legal-records.ts";

/** A document of one holder with what an audit asks of it. */
export interface HeldFamilyDocument extends DatedDocument {
  readonly title: string | null;
  readonly day: string | null;
  readonly family: string | null;
  readonly originality: number | null;
  /** Loaded documents that cite it and have no holder with it in common. */
  readonly citedByOthers: number;
  /** Numbers of these documents. */
  readonly citers: readonly number[];
  /** 1 where documents of its year and field are cited at all, so that none for it tells something. */
  readonly comparable: number;
  readonly technologies: readonly string[];
}

/** How often one holder's documents cite and are cited by those of another. */
export interface CitedHolder {
  readonly holder: string;
  readonly name: string;
  readonly economy: string | null;
  /** Documents of the other that cite one of the holder's, and of these the ones marked X or Y; once a pair of documents. */
  readonly blocked: number;
  readonly blockedStrong: number;
  /** The same the other way round. */
  readonly blocks: number;
  readonly blocksStrong: number;
}

/** The documents of one holder, who cites them and whom they cite. */
export interface HeldFamilies {
  readonly documents: readonly HeldFamilyDocument[];
  readonly legal: ReadonlyMap<string, LegalRecord>;
  readonly citations: readonly CitedHolder[];
  /** Ids of the documents that those of an atlas were read in. */
  readonly bundled: readonly string[];
}

const part = "member AS (SELECT DISTINCT document FROM document_holder WHERE holder = $1)";

/** Reads the documents of a holder in order of their number, and the holders on the other side of citations, most citations first. */
export async function readHeldFamilies(connection: DuckDBConnection, holder: string): Promise<HeldFamilies> {
  const documents = await queryMany<HeldFamilyDocument>(
    connection,
    `WITH ${part}, cited AS (
        SELECT c.cited AS document, count(DISTINCT p.number) AS n, list(DISTINCT p.number) AS citers
        FROM (${currentRows("patent_citation")}) c JOIN patent_document p ON p.document = c.citing
        WHERE c.cited IN (SELECT document FROM member) AND NOT EXISTS (
          FROM document_holder theirs JOIN document_holder own USING (holder) WHERE theirs.document = c.citing AND own.document = c.cited
        ) GROUP BY c.cited
      ), technology AS (
        SELECT document, list_sort(list(DISTINCT technology)) AS technologies FROM patent_technology SEMI JOIN member USING (document) GROUP BY document
      )
      SELECT d.document, d.office, d.type, d.granted, d.day, ${epochDay("d.day")} AS "dayNumber", d.filed, d.term_days, d.title, d.family, c.originality,
        coalesce(cited.n, 0) AS "citedByOthers", coalesce(cited.citers, []) AS citers,
        (c.citations_relative IS NOT NULL)::INTEGER AS comparable, coalesce(t.technologies, []) AS technologies
      FROM patent_document d SEMI JOIN member USING (document) LEFT JOIN citation_measure c USING (document) LEFT JOIN cited USING (document)
      LEFT JOIN technology t USING (document) ORDER BY d.number`,
    [holder],
  );
  return {
    documents,
    legal: await readLegalRecords(connection, part, [holder], documents),
    citations: await readCitedHolders(connection, holder),
    bundled: await bundledSources(connection, part, [holder]),
  };
}

/** As in thickets, nobody blocks itself: pairs of documents that both are one holder's count for neither. */
const readCitedHolders = (connection: DuckDBConnection, holder: string): Promise<readonly CitedHolder[]> =>
  queryMany(
    connection,
    `WITH ${part}, pair AS (
        SELECT citing, cited, max(coalesce(regexp_matches(category, '[XY]'), false)::INTEGER) AS strong, cited IN (SELECT document FROM member) AS theirs
        FROM (${currentRows("patent_citation")})
        WHERE (cited IN (SELECT document FROM member)) <> (citing IN (SELECT document FROM member)) GROUP BY citing, cited
      ), side AS (
        SELECT CASE WHEN theirs THEN citing ELSE cited END AS document, CASE WHEN theirs THEN cited ELSE citing END AS own, strong, theirs FROM pair
      ), held AS (SELECT DISTINCT document, holder FROM document_holder)
      SELECT h.holder, h.name, h.economy, count(*) FILTER (theirs) AS blocked, count(*) FILTER (theirs AND strong = 1) AS "blockedStrong",
        count(*) FILTER (NOT theirs) AS blocks, count(*) FILTER (NOT theirs AND strong = 1) AS "blocksStrong"
      FROM side JOIN held USING (document) JOIN holder h USING (holder)
      WHERE NOT EXISTS (FROM held other WHERE other.document = side.own AND other.holder = h.holder)
      GROUP BY h.holder, h.name, h.economy ORDER BY count(*) DESC, h.holder`,
    [holder],
  );
