import type { DuckDBConnection } from "@duckdb/node-api";
import { dateOf, dayOf } from "../../base/days.ts";
import type { DerivedRow } from "../../base/derived-tables.ts";
import { readLegalRecords, readRates, survivalRows, survivalSources } from "../../corpus/legal-records.ts";
import { createSurvival, inForce, termEnd } from "../../measure/patents/in-force.ts";
import type { PatentCard } from "./patent-card.ts";

/** The status of a document on a day, and the sources of the survival table where it rests on that. */
export interface PatentLife {
  readonly status: PatentCard["inForce"];
  readonly sources: readonly string[];
}

/** Whether a loaded document is in force on a day, and what that rests on. */
export async function patentLife(connection: DuckDBConnection, document: DerivedRow<"patent_document">, asOf: string): Promise<PatentLife> {
  const day = dayOf(asOf);
  if (document.loaded === 0 || day === null) return { status: null, sources: [] };
  const dated = { ...document, dayNumber: dayOf(document.day) };
  const records = await readLegalRecords(connection, "member AS (SELECT $1::VARCHAR AS document)", [document.document], [dated]);
  const record = records.get(document.document);
  if (record === undefined) return { status: null, sources: [] };
  const rates = await readRates(connection);
  const { q, basis } = inForce(record, day, createSurvival(survivalRows(rates)));
  const end = termEnd(record);
  return {
    status: {
      asOf,
      low: q?.low ?? null,
      high: q?.high ?? null,
      basis,
      termEnd: end === null ? null : dateOf(end),
      adjustmentDays: record.termDays,
    },
    sources: basis === "survival" ? survivalSources(rates, new Set([document.office])) : [],
  };
}
