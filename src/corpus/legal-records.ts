import type { DuckDBConnection } from "@duckdb/node-api";
import { groupBy } from "../base/collections.ts";
import { dayOf } from "../base/days.ts";
import type { Row } from "../base/tables.ts";
import type { LegalEvent, LegalRecord, SurvivalRow } from "../measure/patents/in-force.ts";
import { termEnd } from "../measure/patents/term.ts";
import { readOnce } from "../workspace/once.ts";
import { queryMany } from "../workspace/query.ts";
import { currentRows } from "../workspace/schema.ts";
import { givenDocuments } from "./claim-documents.ts";
import { type DatedDocument, epochDay } from "./documents.ts";
import { type EarlierPatent, type ParentDays, readEarlierPatents, readParents } from "./earlier-patents.ts";

interface EventRow extends LegalEvent {
  readonly document: string;
  readonly source: string;
}

/** The file of maintenance fees is complete for US patents: only days after its last are unknown. */
const wholeOffice = "maintenance";

/** A part of the term that was given up; no sign of life or of an end. */
const terminalDisclaimer = "terminal-disclaimer";

/** Notes on one state begin with its code, `BE:`; the document's own office does not count. */
const ofOneState = `coalesce(regexp_matches(e.note, '^[A-Z]{2}:') AND substr(e.note, 1, 2) <> substr(e.document, 1, 2), false)`;

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
  const records = await readRecords(connection, part, values, documents);
  return tieToEarlier(connection, records);
}

const latestSql = `SELECT max(${epochDay("e.date")}) AS day FROM (${currentRows("patent_event")}) e JOIN load l ON l.id = e.load_id
  WHERE l.source = '${wholeOffice}'`;

/** Records as if no other patent ended any of them. */
async function readRecords(
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
  const parents = await readParents(connection, part, values);
  const [latest] = await readOnce(connection, "last event of the office", () => queryMany<{ day: number | null }>(connection, latestSql));
  const eventsOf = groupBy(events, ({ document }) => document);
  return new Map(
    documents.map((one) => [one.document, recordOf(one, eventsOf.get(one.document) ?? [], parents.get(one.document), latest?.day ?? null)]),
  );
}

function recordOf(one: DatedDocument, events: readonly EventRow[], parents: ParentDays | undefined, until: number | null): LegalRecord {
  const printed = dayOf(one.filed);
  const covered = events.some(({ source }) => source === wholeOffice);
  const disclaimers = events.filter(({ kind }) => kind === terminalDisclaimer).map(({ day }) => day);
  const filedDay = one.type === "reissue" ? (parents?.original ?? null) : earliest(printed, parents?.international);
  return {
    office: one.office,
    type: one.type,
    granted: one.granted,
    grantDay: one.granted === 1 ? one.dayNumber : null,
    filedDay,
    filingDay: earliest(filedDay, parents?.earliest),
    originalGrant: parents?.originalGrant ?? null,
    termDays: one.term_days,
    disclaimed: disclaimers.length === 0 ? false : disclaimers.reduce(latestOf, null),
    tiedEnd: null,
    events: events.filter(({ kind }) => kind !== terminalDisclaimer).map(({ kind, day }) => ({ kind, day })),
    eventsUntil: covered ? until : null,
  };
}

/** `null` where the first is unknown. */
const earliest = (own: number | null, other: number | null | undefined): number | null =>
  own === null || other == null ? own : Math.min(own, other);

const latestOf = (a: number | null, b: number | null): number | null => (a === null || b === null ? (a ?? b) : Math.max(a, b));

/** Ends of reissues and of patents with a terminal disclaimer, as far as patents that they follow are loaded. */
async function tieToEarlier(
  connection: DuckDBConnection,
  records: ReadonlyMap<string, LegalRecord>,
): Promise<ReadonlyMap<string, LegalRecord>> {
  const tied = [...records].filter(([, { type, disclaimed }]) => type === "reissue" || disclaimed !== false).map(([document]) => document);
  if (tied.length === 0) return records;
  const earlier = await readEarlierPatents(connection, tied);
  const others = earlier.filter(({ document }) => !records.has(document));
  const own = await readRecords(connection, givenDocuments, [JSON.stringify(others.map(({ document }) => document))], others);
  const tiedEnd = latestEnds(new Map([...own, ...records]), earlier);
  const found = new Map(records);
  for (const document of tied) found.set(document, { ...records.get(document)!, tiedEnd: tiedEnd(document) });
  return found;
}

/** Latest end of the loaded patents that a document follows, each as its own disclaimer leaves it; `null` none, or in a circle. */
function latestEnds(records: ReadonlyMap<string, LegalRecord>, earlier: readonly EarlierPatent[]): (document: string) => number | null {
  const follows = groupBy(earlier, ({ child }) => child);
  const ends = new Map<string, number | null>();
  const endOf = (document: string): number | null => {
    if (!ends.has(document)) {
      ends.set(document, null);
      ends.set(document, termEnd({ ...records.get(document)!, tiedEnd: tiedEnd(document) }));
    }
    return ends.get(document)!;
  };
  const tiedEnd = (document: string): number | null =>
    (follows.get(document) ?? []).map((parent) => endOf(parent.document)).reduce(latestOf, null);
  return tiedEnd;
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
  readOnce(connection, "rates", () => queryMany(connection, `${currentRows("base_rate")} ORDER BY load_id, file, line`));
