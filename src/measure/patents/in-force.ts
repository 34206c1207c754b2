import type { Bounds } from "../bootstrap.ts";
import { type Survival, survivalFrom } from "./in-force-survival.ts";
import { latestTermEnd, type TermRecord, termEnd } from "./in-force-term.ts";

/** A legal event: kind as in the table `patent_event`; a day counted from 1970-01-01, `null` unknown. */
export interface LegalEvent {
  readonly kind: string;
  readonly day: number | null;
}

/** What is known of the life of one document. */
export interface LegalRecord extends TermRecord {
  /** 1 granted, 0 not, `null` unknown. */
  readonly granted: number | null;
  readonly events: readonly LegalEvent[];
  /** Until which day the events of its office are loaded, so that silence means that it lives; `null` where they are not. */
  readonly eventsUntil: number | null;
}

/** What a status rests on. */
export type InForceBasis = "not-granted" | "ended" | "term" | "events" | "survival" | "unknown";

/** Whether a document is in force on a day: a chance as an interval, `null` where nothing tells. */
export interface InForce {
  readonly q: Bounds | null;
  readonly basis: InForceBasis;
}

const endings = new Set(["lapsed", "expired", "revoked", "withdrawn", "refused"]);
const averageYear = 365.2425;

const yes: Bounds = { low: 1, high: 1 };
const no: Bounds = { low: 0, high: 0 };

/**
 * Status of a document on a day, never "assumed in force":
 * not granted, or not yet: 0; an ending event (lapsed, expired, revoked, withdrawn, refused) without a later reinstatement: 0; past its
 * term ({@link termEnd}): 0; otherwise 1 if the events of its office are loaded until that day, since none has ended it. Where they are
 * not, the survival of its office from the last day it is known to have lived (grant, a fee paid, the end of the loaded events).
 * Unknown: whether it was granted, an ending event without a date, an office without a survival table, an age that nothing dates.
 */
export function inForce(record: LegalRecord, day: number, survival: ReadonlyMap<string, Survival>): InForce {
  const past = record.events.filter((event) => event.day === null || event.day <= day);
  const granted = grantedBy(record, day);
  if (granted === 0) return { q: no, basis: "not-granted" };
  if (granted === null) return { q: null, basis: "unknown" };
  const end = endedOn(past);
  if (end === undatedEnd) return { q: null, basis: "unknown" };
  if (end !== null) return { q: no, basis: "ended" };
  const last = latestTermEnd(record);
  if (last !== null && last < day) return { q: no, basis: "term" };
  if (record.eventsUntil !== null && record.eventsUntil >= day) return { q: yes, basis: "events" };
  return bySurvival(record, past, day, survival.get(record.office));
}

/** 1 where the document was granted on a day or before, 0 where it was not, `null` where neither its record nor an event tells. */
export function grantedBy(record: LegalRecord, day: number): 0 | 1 | null {
  if (record.granted === 0 || (record.grantDay !== null && record.grantDay > day)) return 0;
  const isGranted =
    record.granted === 1 || record.events.some((event) => event.kind === "granted" && (event.day === null || event.day <= day));
  return isGranted ? 1 : null;
}

/** The end that has no date: it may lie on either side of any day. */
export const undatedEnd = "undated";

/** The day on which the last of the events left the patent ended; `null` where they leave it alive. An end without a date counts always. */
export function endedOn(events: readonly LegalEvent[]): number | typeof undatedEnd | null {
  if (events.some((event) => event.day === null && endings.has(event.kind))) return undatedEnd;
  let ended: number | null = null;
  for (const event of inOrder(events)) {
    if (event.kind === "reinstated") ended = null;
    else if (endings.has(event.kind)) ended ??= event.day;
  }
  return ended;
}

/** By day; a reinstatement comes after what else happened on its day. */
function inOrder(events: readonly LegalEvent[]): readonly LegalEvent[] {
  const late = (event: LegalEvent): number => Number(event.kind === "reinstated");
  return events.filter((event) => event.day !== null).sort((a, b) => a.day! - b.day! || late(a) - late(b));
}

function bySurvival(record: LegalRecord, past: readonly LegalEvent[], day: number, survival: Survival | undefined): InForce {
  const start = survival?.since === "filing" ? record.filingDay : record.grantDay;
  if (survival === undefined || start === null) return { q: null, basis: "unknown" };
  const lived = [record.grantDay, record.eventsUntil, ...past.filter((event) => event.kind === "fee-paid").map((event) => event.day)];
  const known = lived.filter((at) => at !== null).reduce((last, at) => Math.max(last, at), start);
  const age = (at: number): number => (at - start) / averageYear;
  return { q: survivalFrom(survival, age(known), age(day)), basis: "survival" };
}
