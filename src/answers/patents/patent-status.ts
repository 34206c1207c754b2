import type { DuckDBConnection } from "@duckdb/node-api";
import { pick } from "../../base/collections.ts";
import { dateOf, dayOf } from "../../base/days.ts";
import type { DerivedRow } from "../../base/derived-tables.ts";
import { readLegalRecords, readRates, survivalRows, survivalSources } from "../../corpus/legal-records.ts";
import { perApplication } from "../../measure/patents/applications.ts";
import { blockingWeight } from "../../measure/patents/blocking-weight.ts";
import { expiryCliff } from "../../measure/patents/expiry.ts";
import { createSurvival, type InForce, inForce, type LegalRecord } from "../../measure/patents/in-force.ts";
import { rightOf } from "../../measure/patents/rights.ts";
import { latestTermEnd, termOf } from "../../measure/patents/term.ts";
import type { PatentCard } from "./patent-card.ts";
import { blockingDocument, type Portfolio, type PortfolioDocument } from "./patent-portfolio.ts";
import type { TechnologyPatents } from "./technology-patents-report.ts";

/** How many applications are expected to be in force on the day of the question. */
export const inForceOf = (portfolio: Portfolio): TechnologyPatents["inForce"] =>
  sumInForce(applicationsAt(portfolio).map(({ status }) => status));

/** The expected number of applications in force; those of unknown status are counted apart. */
export function sumInForce(statuses: readonly InForce[]): TechnologyPatents["inForce"] {
  const granted = statuses.filter(({ basis }) => basis !== "not-granted");
  const known = granted.flatMap(({ q }) => q ?? []);
  return {
    low: known.reduce((sum, { low }) => sum + low, 0),
    high: known.reduce((sum, { high }) => sum + high, 0),
    known: known.length,
    unknown: granted.length - known.length,
    notGranted: statuses.length - granted.length,
  };
}

/** What lapses in which year. */
export function expiryOf(portfolio: Portfolio): TechnologyPatents["expiry"] {
  const patents = applicationsAt(portfolio).map((document) => ({ ...pick(document, "record", "status"), weight: ownWeight(document) }));
  return expiryCliff(patents, portfolio.day);
}

/** One document of each application for an invention, as holders and portfolios count them, at one office if one is asked for. */
const applicationsAt = ({ documents, jurisdiction }: Portfolio): readonly PortfolioDocument[] =>
  perApplication(
    documents.filter(({ row }) => rightOf(row.type) === "invention" && (jurisdiction === null || row.office === jurisdiction)),
    ({ row }) => row,
  );

const ownWeight = (document: PortfolioDocument): number | null => blockingWeight([blockingDocument(document)])?.allTime ?? null;

/** Day of the latest opposition until a day; `null` none, or undated. */
const opposedOn = ({ events }: LegalRecord, day: number): number | null =>
  events.reduce<number | null>(
    (latest, event) =>
      event.kind === "opposed" && event.day !== null && event.day <= day ? Math.max(latest ?? event.day, event.day) : latest,
    null,
  );

/** The status of a document on a day, and the sources of the survival table where it rests on that. */
interface PatentLife {
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
  const term = termOf(record);
  const date = (end: number | null | undefined): string | null => (end == null ? null : dateOf(end));
  return {
    status: {
      asOf,
      low: q?.low ?? null,
      high: q?.high ?? null,
      basis,
      termEnd: date(term?.end),
      adjustmentDays: record.termDays,
      termRule: term?.rule ?? null,
      termYears: term?.years ?? null,
      latestEnd: date(latestTermEnd(record)),
      terminalDisclaimer: record.disclaimed !== false,
      opposed: date(opposedOn(record, day)),
    },
    sources: basis === "survival" ? survivalSources(rates, new Set([document.office])) : [],
  };
}
