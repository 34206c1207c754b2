import type { DuckDBConnection } from "@duckdb/node-api";
import type { DerivedRow } from "../../base/derived-tables.ts";
import { createSurvival, inForce } from "../../measure/patents/in-force.ts";
import { queryMany } from "../../workspace/query.ts";
import { currentRows } from "../../workspace/schema.ts";
import { epochDay } from "../documents.ts";
import { readLegalRecords, readRates, survivalRows } from "../legal-records.ts";
import { isOwn } from "./search-sql.ts";
import type { FieldValue, SearchTree } from "./search-tree.ts";

/** Documents with one value. `name`: of a holder, otherwise the value. */
export interface FacetValue {
  readonly value: string;
  readonly name: string;
  readonly documents: number;
}

/** Documents by value, most first; a document may have several. */
export interface Facet {
  readonly values: readonly FacetValue[];
  /** Distinct values, and documents of which none is known. */
  readonly total: number;
  readonly without: number;
}

export const facetNames = ["office", "year", "holder", "technology", "class", "type", "status"] as const;
export type SearchFacets = Readonly<Record<Exclude<(typeof facetNames)[number], "status">, Facet>> & {
  /** `null`: too many documents to look up. */
  readonly status: Facet | null;
};

const mostValues = 10;
const mostStates = 20_000;

const own = (expression: string): string => `SELECT document, ${expression} AS value FROM patent_document SEMI JOIN found USING (document)`;

const valuesSql = {
  office: own("office"),
  year: own("substr(day, 1, 4)"),
  holder: "SELECT document, holder AS value FROM document_holder SEMI JOIN found USING (document)",
  technology: "SELECT document, value FROM patent_technology JOIN technology_member USING (technology) SEMI JOIN found USING (document)",
  class: `SELECT document, left(symbol, 4) AS value FROM (${currentRows("patent_class")}) SEMI JOIN found USING (document) WHERE scheme IN ('cpc', 'ipc')`,
  type: own("type"),
} as const;

/**
 * Counts by office, year, holder, technology, subclass, type and state of the documents in the temporary table `found`, as a search for
 * each value would find them; `scopeOf`: a technology with its members and parts.
 */
export async function readFacets(
  connection: DuckDBConnection,
  day: number,
  scopeOf: (technology: string) => readonly string[],
): Promise<SearchFacets> {
  const [counted] = await queryMany<{ n: number }>(connection, "SELECT count(*) AS n FROM found");
  const all = counted?.n ?? 0;
  const of = (facet: keyof typeof valuesSql): Promise<Facet> => readFacet(connection, valuesSql[facet], all);
  await createTechnologyMembers(connection, scopeOf);
  return {
    office: await of("office"),
    year: await of("year"),
    holder: await of("holder"),
    technology: await of("technology"),
    class: await of("class"),
    type: await of("type"),
    status: all > mostStates ? null : facetOf(await readStatuses(connection, "found", day)),
  };
}

/** The temporary table `technology_member` (`value`, `technology`): members and parts of each technology that a found document is of. */
async function createTechnologyMembers(connection: DuckDBConnection, scopeOf: (technology: string) => readonly string[]): Promise<void> {
  const used = await queryMany<{ value: string }>(
    connection,
    "SELECT DISTINCT technology AS value FROM patent_technology SEMI JOIN found USING (document)",
  );
  const members = used.flatMap(({ value }) => scopeOf(value).map((technology) => ({ value, technology })));
  await connection.run(
    `CREATE TEMP TABLE technology_member AS SELECT unnest(from_json($1, '[{"value": "VARCHAR", "technology": "VARCHAR"}]'), max_depth := 2)`,
    [JSON.stringify(members)],
  );
}

async function readFacet(connection: DuckDBConnection, values: string, all: number): Promise<Facet> {
  const rows = await queryMany<FacetValue & { readonly total: number; readonly known: number }>(
    connection,
    `WITH value AS MATERIALIZED (SELECT DISTINCT document, value FROM (${values}) WHERE value IS NOT NULL)
      SELECT v.value, coalesce(h.name, v.value) AS name, v.documents, v.total, (SELECT count(DISTINCT document) FROM value) AS known
      FROM (SELECT value, count(*) AS documents, count(*) OVER () AS total FROM value GROUP BY value ORDER BY documents DESC, value LIMIT ${mostValues}) v
      LEFT JOIN holder h ON h.holder = v.value ORDER BY v.documents DESC, v.value`,
  );
  return {
    values: rows.map(({ value, name, documents }) => ({ value, name, documents })),
    total: rows[0]?.total ?? 0,
    without: all - (rows[0]?.known ?? 0),
  };
}

function facetOf(states: ReadonlyMap<string, string>): Facet {
  const counts = new Map<string, number>();
  for (const state of states.values()) if (state !== "unknown") counts.set(state, (counts.get(state) ?? 0) + 1);
  const values = [...counts].map(([value, documents]) => ({ value, name: value, documents }));
  const known = values.reduce((sum, { documents }) => sum + documents, 0);
  values.sort((a, b) => b.documents - a.documents || (a.value < b.value ? -1 : 1));
  return { values, total: values.length, without: states.size - known };
}

/** What is told of a document on a day; `in-force`: not ended by anything loaded and within its term. */
export type DocumentStatus = "not-granted" | "in-force" | "ended" | "unknown";

/** States of the documents of a temporary table on a day, days since 1970-01-01; the rules are those of every other answer. */
export async function readStatuses(connection: DuckDBConnection, table: string, day: number): Promise<ReadonlyMap<string, DocumentStatus>> {
  const documents = await queryMany<DerivedRow<"patent_document"> & { readonly dayNumber: number | null }>(
    connection,
    `SELECT d.*, ${epochDay("d.day")} AS "dayNumber" FROM patent_document d SEMI JOIN ${table} USING (document) ORDER BY d.number`,
  );
  const records = await readLegalRecords(connection, `member AS (SELECT document FROM ${table})`, [], documents);
  const survival = createSurvival(survivalRows(await readRates(connection)));
  return new Map(
    [...records].map(([document, record]) => {
      const { q, basis } = inForce(record, day, survival);
      const ended = q === null ? "unknown" : q.high === 0 ? "ended" : "in-force";
      return [document, basis === "not-granted" ? basis : ended];
    }),
  );
}

/** Whether a value asks for a state that has to be looked up. */
export const needsStatus = (value: FieldValue): boolean => value.field === "status" && !isOwn(value);

/** What a tree can find whatever states its documents are in. */
export function withoutStatus(tree: SearchTree, negated = false): SearchTree {
  if (tree.kind === "not") return { kind: "not", part: withoutStatus(tree.part, !negated) };
  if (tree.kind === "and" || tree.kind === "or") return { kind: tree.kind, parts: tree.parts.map((part) => withoutStatus(part, negated)) };
  return tree.kind === "value" && needsStatus(tree) ? { kind: negated ? "or" : "and", parts: [] } : tree;
}
