import type { DuckDBConnection } from "@duckdb/node-api";
import type { DerivedRow } from "../../base/derived-tables.ts";
import { createSurvival, inForce } from "../../measure/patents/in-force.ts";
import { queryMany } from "../../workspace/query.ts";
import { epochDay } from "../documents.ts";
import { readLegalRecords, readRates, survivalRows } from "../legal-records.ts";
import { isOwn } from "./search-sql.ts";
import type { FieldValue, SearchTree } from "./search-tree.ts";

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
