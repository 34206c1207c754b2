import type { DuckDBConnection } from "@duckdb/node-api";
import type { DerivedRow } from "../base/derived-tables.ts";
import type { Row } from "../base/tables.ts";
import { type DistinctCase, distinctCases } from "../measure/patents/distinct-cases.ts";
import { queryMany } from "../workspace/query.ts";
import { currentRows, type Stored } from "../workspace/schema.ts";
import { type CaseRow, readCaseRows } from "./block-rows.ts";

interface RecordHolder {
  readonly role: string;
  /** As printed. */
  readonly printed: string;
  readonly holder: string | null;
  readonly name: string | null;
  readonly organisation: string | null;
  readonly economy: string | null;
  readonly rule: string | null;
}

interface RecordTechnology {
  readonly technology: string;
  readonly name: string | null;
  readonly rule: string;
  readonly source: string | null;
}

type RecordPlace = Pick<Stored<"patent">, "kind" | "published" | "native" | "load_id" | "file" | "line">;
type RecordBlock = Omit<Row<"prior_art_block">, "document" | "literature" | "examiner"> & { readonly refused: string | null };

/** A document's record, without citations. */
export interface PatentRecord {
  readonly document: DerivedRow<"patent_document">;
  readonly publications: readonly RecordPlace[];
  readonly holders: readonly RecordHolder[];
  readonly inventors: readonly { readonly name: string; readonly economy: string | null }[];
  readonly classes: readonly Pick<Row<"patent_class">, "scheme" | "symbol" | "role">[];
  readonly technologies: readonly RecordTechnology[];
  readonly citations: DerivedRow<"citation_measure"> | null;
  readonly network: DerivedRow<"network_measure"> | null;
  readonly text: DerivedRow<"text_measure"> | null;
  readonly events: readonly Row<"patent_event">[];
  readonly links: readonly Row<"patent_link">[];
  readonly blocks: readonly RecordBlock[];
  /** Distinct suits, ITC cases, reviews and licences that name it. */
  readonly cases: readonly DistinctCase<CaseRow>[];
}

/** Reads a document of `patent_document`. */
export async function readPatentRecord(connection: DuckDBConnection, document: string): Promise<PatentRecord> {
  const read = <T>(sql: string): Promise<T[]> => queryMany<T>(connection, sql, [document]);
  const derived = async <T>(table: string): Promise<T | null> => (await read<T>(`SELECT * FROM ${table} WHERE document = $1`))[0] ?? null;
  const own = <T>(table: Parameters<typeof currentRows>[0], columns: string, order: string): Promise<T[]> =>
    read<T>(`SELECT DISTINCT ${columns} FROM (${currentRows(table)}) WHERE document = $1 ORDER BY ${order}`);
  const found = await derived<DerivedRow<"patent_document">>("patent_document");
  if (found === null) throw new TypeError(`${document} is not in patent_document`);
  return {
    document: found,
    publications: await own("patent", "kind, published, native, load_id, file, line", "published, kind, load_id, file, line"),
    holders: await read(holdersSql),
    inventors: await own("patent_inventor", "position, name, economy", "position, name"),
    classes: await own("patent_class", "scheme, symbol, role, position", "scheme, position, symbol"),
    technologies: await read(technologiesSql),
    citations: await derived("citation_measure"),
    network: await derived("network_measure"),
    text: await derived("text_measure"),
    events: await own("patent_event", "document, kind, code, date, note", "date NULLS LAST, kind, code, note"),
    links: await own("patent_link", "document, relation, other, date", "relation, other, date"),
    blocks: await read(blocksSql),
    cases: await readCases(connection, document),
  };
}

const holdersSql = `SELECT p.role, p.name AS printed, n.holder, h.name, h.organisation, coalesce(min(p.economy), h.economy) AS economy, n.rule
  FROM (${currentRows("patent_holder")}) p LEFT JOIN holder_name n ON n.name = p.name LEFT JOIN holder h ON h.holder = n.holder
  WHERE p.document = $1 GROUP BY p.role, p.name, n.holder, h.name, h.organisation, h.economy, n.rule ORDER BY p.role, min(p.position), p.name`;

const technologiesSql = `SELECT t.technology, min(n.name) AS name, t.rule, min(r.source) AS source FROM patent_technology t
  LEFT JOIN (${currentRows("technology")}) n ON n.id = t.technology LEFT JOIN (${currentRows("patent_rule")}) r ON r.id = t.rule
  WHERE t.document = $1 GROUP BY t.technology, t.rule ORDER BY t.technology, t.rule`;

const blocksSql = `SELECT DISTINCT application, document AS refused, office, cited, ground, claims, date FROM (${currentRows("prior_art_block")})
  WHERE cited = $1 OR document = $1 ORDER BY date, application, cited`;

/** Reads all cases if any names the document: duplicates show only in comparison. */
async function readCases(connection: DuckDBConnection, document: string): Promise<PatentRecord["cases"]> {
  const named = `SELECT 1 FROM (${currentRows("exclusion_patent")}) WHERE document = $1 LIMIT 1`;
  if ((await queryMany(connection, named, [document])).length === 0) return [];
  return distinctCases(await readCaseRows(connection)).filter(({ kept }) => kept.patents.includes(document));
}
