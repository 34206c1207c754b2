import type { DuckDBConnection } from "@duckdb/node-api";
import type { Row } from "../base/tables.ts";
import { readOnce } from "../workspace/once.ts";
import { queryMany } from "../workspace/query.ts";
import { currentRows } from "../workspace/schema.ts";
import { memberPart } from "./technology-members.ts";

export interface Place {
  readonly source: string;
  readonly file: string;
  readonly line: number;
}

/** Distinct refusals; `document`: the application's own publication. */
export type BlockRow = Place & Row<"prior_art_block">;

interface BlockHolder {
  readonly holder: string;
  readonly name: string;
}

/** A document on either side of a block; unknown lists are empty and values `null`. */
export interface BlockDocument {
  readonly document: string;
  /** Whether its own record is loaded. */
  readonly loaded: boolean;
  readonly title: string | null;
  readonly year: number | null;
  readonly holders: readonly BlockHolder[];
  /** Holders of any document of its application: of its grant and of its publications. */
  readonly filers: readonly BlockHolder[];
  readonly classes: readonly string[];
  readonly technologies: readonly string[];
}

const place = "l.source, t.file, t.line";

/** Distinct refusals of every application, with its own publication if known. */
export const refusals = `SELECT b.application, coalesce(min(b.document), min(k.document)) AS document, b.office, b.cited, b.literature,
    max(b.examiner) AS examiner, min(b.ground) AS ground, min(b.claims) AS claims, min(b.date) AS date,
    unnest(min({'source': l.source, 'file': b.file, 'line': b.line}))
  FROM (${currentRows("prior_art_block")}) b JOIN load l ON l.id = b.load_id LEFT JOIN (
    SELECT application, min(document) AS document FROM (${currentRows("patent")}) WHERE application IS NOT NULL GROUP BY application
  ) k USING (application) GROUP BY b.application, b.office, b.cited, b.literature`;

/** Technologies whose refusals are read, on either side; `null` for all. */
export type RefusalScope = readonly string[] | null;

/** The refusals of a scope as a `WITH` part `block`; technologies are the first values of the query. */
const blockPart = (technologies: RefusalScope): string =>
  technologies === null
    ? `block AS (${refusals})`
    : `${memberPart(technologies)}, block AS (
      SELECT * FROM (${refusals}) WHERE cited IN (SELECT document FROM member) OR document IN (SELECT document FROM member)
    )`;

/** Refusals by application and cited document, papers last. */
export const readBlockRows = (connection: DuckDBConnection, technologies: RefusalScope): Promise<readonly BlockRow[]> =>
  queryMany(
    connection,
    `WITH ${blockPart(technologies)} SELECT * FROM block ORDER BY application, cited NULLS LAST, literature`,
    technologies ?? [],
  );

/** Documents in refusals, loaded or not, with holders (per position the one with most documents) and technologies. */
export async function readBlockDocuments(
  connection: DuckDBConnection,
  technologies: RefusalScope,
): Promise<ReadonlyMap<string, BlockDocument>> {
  const rows = await queryMany<BlockDocument>(
    connection,
    `WITH ${blockPart(technologies)}, mentioned AS (
      SELECT document FROM block WHERE document IS NOT NULL UNION SELECT cited FROM block WHERE cited IS NOT NULL
    ), fact AS (
      SELECT document, min(left(filed, 4))::INTEGER AS year FROM (${currentRows("patent")}) SEMI JOIN mentioned USING (document) GROUP BY document
    ), title AS (
      SELECT document, min_by(text, (coalesce(language, 'en') <> 'en', language, text)) AS title
      FROM (${currentRows("patent_text")}) SEMI JOIN mentioned USING (document) WHERE field = 'title' GROUP BY document
    ), sibling AS (
      SELECT document, document AS other FROM mentioned UNION
      SELECT m.document, s.document FROM mentioned m JOIN patent_document p USING (document) JOIN patent_document s ON s.application = p.application
        AND s.office = p.office AND coalesce(s.type = 'utility-model', false) = coalesce(p.type = 'utility-model', false)
    ), party AS (
      SELECT d.document, d.position, h.holder, h.name FROM document_holder d JOIN holder h USING (holder)
      WHERE d.document IN (SELECT other FROM sibling)
      QUALIFY row_number() OVER (PARTITION BY d.document, d.position ORDER BY h.documents DESC, h.holder) = 1
    ), held AS (
      SELECT document, list({'holder': holder, 'name': name} ORDER BY position) AS holders FROM party GROUP BY document
    ), filed AS (
      SELECT document, list({'holder': holder, 'name': name} ORDER BY position, holder) AS filers
      FROM (SELECT s.document, holder, name, min(position) AS position FROM sibling s JOIN party p ON p.document = s.other GROUP BY ALL)
      GROUP BY document
    ), class AS (
      SELECT document, list_sort(list(DISTINCT left(symbol, 4))) AS classes
      FROM (${currentRows("patent_class")}) SEMI JOIN mentioned USING (document) WHERE scheme IN ('cpc', 'ipc') GROUP BY document
    ), technology AS (
      SELECT document, list_sort(list(DISTINCT technology)) AS technologies
      FROM patent_technology SEMI JOIN mentioned USING (document) GROUP BY document
    )
    SELECT document, f.document IS NOT NULL AS loaded, title, year, coalesce(holders, []) AS holders, coalesce(filers, []) AS filers,
      coalesce(classes, []) AS classes, coalesce(technologies, []) AS technologies
    FROM mentioned LEFT JOIN fact f USING (document) LEFT JOIN title USING (document) LEFT JOIN held USING (document)
    LEFT JOIN filed USING (document) LEFT JOIN class USING (document) LEFT JOIN technology USING (document) ORDER BY document`,
    technologies ?? [],
  );
  return new Map(rows.map((row) => [row.document, row]));
}

/** A suit, ITC case, review or licence with its patents and technologies. */
export interface CaseRow extends Place, Row<"exclusion_case"> {
  readonly table: string;
  /** Subject of the case by the table: `strict` chips, `wide` also displays and similar, `none`; `null` unmarked. */
  readonly semiconductor: string | null;
  readonly patents: readonly string[];
  readonly technologies: readonly { readonly technology: string; readonly document: string }[];
}

/** All case records; ITC notices, the least detailed, last. */
export const readCaseRows = (connection: DuckDBConnection): Promise<readonly CaseRow[]> =>
  readOnce(connection, "case rows", () => queryMany(connection, caseSql));

const caseSql = `WITH named AS (
      SELECT load_id, "case" AS id, list_sort(list(DISTINCT document)) AS patents FROM (${currentRows("exclusion_patent")}) GROUP BY ALL
    ), technology AS (
      SELECT p.load_id, p."case" AS id, list_sort(list(DISTINCT {'technology': m.technology, 'document': p.document})) AS technologies
      FROM (${currentRows("exclusion_patent")}) p JOIN patent_technology m USING (document) GROUP BY p.load_id, p."case"
    )
    SELECT t.load_id || '/' || t.file AS "table", t.id, t.forum, t.kind, t.jurisdiction, t.title, t.plaintiff, t.defendant, t.filed, t.decided,
      t.outcome, t.amount_usd, t.url, t.note, t.semiconductor, t.technology, coalesce(n.patents, []) AS patents, coalesce(m.technologies, []) AS technologies, ${place}
    FROM (${currentRows("exclusion_case")}) t JOIN load l ON l.id = t.load_id LEFT JOIN named n ON n.load_id = t.load_id AND n.id = t.id
    LEFT JOIN technology m ON m.load_id = t.load_id AND m.id = t.id
    ORDER BY t.id LIKE 'us-itc-%', l.seq, t.file, t.line, t.id`;

/** A licence, opposition or revocation in a register. */
export interface RegisteredBlock extends Place, Omit<Row<"patent_event">, "code"> {
  readonly holders: readonly string[];
  readonly technologies: readonly string[];
}

/** Register events about exclusion, newest first, undated last. */
export const readRegisteredBlocks = (connection: DuckDBConnection): Promise<readonly RegisteredBlock[]> =>
  queryMany(
    connection,
    `WITH held AS (
      SELECT document, list(h.name ORDER BY d.position, h.holder) AS holders FROM document_holder d JOIN holder h USING (holder) GROUP BY document
    ), technology AS (SELECT document, list_sort(list(DISTINCT technology)) AS technologies FROM patent_technology GROUP BY document)
    SELECT t.document, t.kind, t.date, t.note, coalesce(holders, []) AS holders, coalesce(technologies, []) AS technologies, ${place}
    FROM (${currentRows("patent_event")}) t JOIN load l ON l.id = t.load_id LEFT JOIN held USING (document) LEFT JOIN technology USING (document)
    WHERE t.kind IN ('licensed', 'opposed', 'revoked') ORDER BY t.date DESC NULLS LAST, t.document, t.kind, t.note`,
  );
