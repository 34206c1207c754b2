import type { DuckDBConnection } from "@duckdb/node-api";
import { groupBy } from "../base/collections.ts";
import { dayOf } from "../base/days.ts";
import type { DerivedRow } from "../base/derived-tables.ts";
import type { Row } from "../base/tables.ts";
import type { LegalEvent, LegalRecord, SurvivalRow } from "../measure/patents/in-force.ts";
import { queryMany } from "../workspace/query.ts";
import { currentRows } from "../workspace/schema.ts";
import { epochDay } from "./documents.ts";

/** Columns as in `patent_document`. */
export interface DatedDocument
  extends Pick<DerivedRow<"patent_document">, "document" | "office" | "type" | "granted" | "filed" | "term_days"> {
  readonly dayNumber: number | null;
}

interface EventRow extends LegalEvent {
  readonly document: string;
  readonly source: string;
}

/** The file of maintenance fees is complete for US patents: only days after its last are unknown. */
const wholeOffice = "maintenance";

/** Notes on one state begin with its code, `BE:`; the document's own office does not count. */
const ofOneState = `coalesce(regexp_matches(e.note, '^[A-Z]{2}:') AND substr(e.note, 1, 2) <> substr(e.document, 1, 2), false)`;

/** A filing that a later application's term counts from. */
const termRelations = ["continuation", "continuation-in-part", "division", "national-stage", "reissue"];

/**
 * Legal records of documents. `part`: a `WITH` part `member (document)`, with its values. A document is covered by an office-wide source
 * only if that has an event of it (extracts may be loaded). Events of single states of a regional patent are left out.
 */
export async function readLegalRecords(
  connection: DuckDBConnection,
  part: string,
  values: readonly string[],
  documents: readonly DatedDocument[],
): Promise<ReadonlyMap<string, LegalRecord>> {
  const events = await queryMany<EventRow>(
    connection,
    `WITH ${part} SELECT e.document, e.kind, ${epochDay("e.date")} AS day, l.source FROM (${currentRows("patent_event")}) e
      SEMI JOIN member USING (document) JOIN load l ON l.id = e.load_id WHERE NOT ${ofOneState} ORDER BY e.document, day, e.kind`,
    values,
  );
  const parents = await queryMany<{ document: string; day: number }>(
    connection,
    `WITH ${part} SELECT document, min(${epochDay("date")}) AS day FROM (${currentRows("patent_link")}) SEMI JOIN member USING (document)
      WHERE relation IN (${termRelations.map((relation) => `'${relation}'`).join(", ")}) GROUP BY document HAVING day IS NOT NULL`,
    values,
  );
  const [latest] = await queryMany<{ day: number | null }>(
    connection,
    `SELECT max(${epochDay("e.date")}) AS day FROM (${currentRows("patent_event")}) e JOIN load l ON l.id = e.load_id WHERE l.source = '${wholeOffice}'`,
  );
  const eventsOf = groupBy(events, ({ document }) => document);
  const parentOf = new Map(parents.map(({ document, day }) => [document, day]));
  return new Map(
    documents.map((one) => [
      one.document,
      recordOf(one, eventsOf.get(one.document) ?? [], parentOf.get(one.document), latest?.day ?? null),
    ]),
  );
}

function recordOf(one: DatedDocument, events: readonly EventRow[], parent: number | undefined, until: number | null): LegalRecord {
  const own = dayOf(one.filed);
  const covered = events.some(({ source }) => source === wholeOffice);
  return {
    office: one.office,
    type: one.type,
    granted: one.granted,
    grantDay: one.granted === 1 ? one.dayNumber : null,
    filingDay: own === null || parent === undefined ? own : Math.min(own, parent),
    termDays: one.term_days,
    events: events.map(({ kind, day }) => ({ kind, day })),
    eventsUntil: covered ? until : null,
  };
}

const survivalRow = /^in force at age (\d+)$/;

/** Survival tables among base rates, the narrowest of several. Rows must say whether age counts from filing or grant. */
export function survivalRows(rates: readonly Row<"base_rate">[]): readonly SurvivalRow[] {
  const rows = new Map<string, SurvivalRow>();
  for (const { quantity, forum, scope, low, high } of rates) {
    const age = survivalRow.exec(quantity)?.[1];
    const since = scope === "from grant" ? "grant" : scope === "from filing" ? "filing" : null;
    if (age === undefined || since === null || forum === null || low === null || high === null) continue;
    const known = rows.get(`${forum} ${age}`);
    if (known === undefined || high - low < known.high - known.low) {
      rows.set(`${forum} ${age}`, { office: forum, age: Number(age), since, low, high });
    }
  }
  return [...rows.values()];
}

/** Sources of the survival tables of offices. */
export function survivalSources(rates: readonly Row<"base_rate">[], offices: ReadonlySet<string>): readonly string[] {
  const used = rates.filter((rate) => offices.has(rate.forum ?? "") && survivalRows([rate]).length > 0);
  return [...new Set(used.flatMap(({ source }) => source ?? []))];
}

/** Current published rates, in file order. */
export const readRates = (connection: DuckDBConnection): Promise<readonly Row<"base_rate">[]> =>
  queryMany(connection, `${currentRows("base_rate")} ORDER BY load_id, file, line`);
