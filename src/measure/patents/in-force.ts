import { has } from "../../base/collections.ts";
import { clamp } from "../../base/numbers.ts";
import type { Bounds } from "../bootstrap.ts";
import { latestTermEnd, type TermRecord, termEnd } from "./term.ts";

/** A legal event: kind as in the table `patent_event`; day since 1970-01-01, `null` unknown. */
export interface LegalEvent {
  readonly kind: string;
  readonly day: number | null;
}

export interface LegalRecord extends TermRecord {
  /** 1 granted, 0 not, `null` unknown. */
  readonly granted: number | null;
  readonly events: readonly LegalEvent[];
  /** Last loaded day of its office's events; `null` if not loaded. */
  readonly eventsUntil: number | null;
}

export type InForceBasis = "not-granted" | "ended" | "term" | "events" | "no-fees" | "survival" | "unknown";

/** Chance to be in force on a day; `null` unknown. */
export interface InForce {
  readonly q: Bounds | null;
  readonly basis: InForceBasis;
}

const endings = new Set(["lapsed", "expired", "revoked", "withdrawn", "refused"]);
const averageYear = 365.2425;

const yes: Bounds = { low: 1, high: 1 };
const no: Bounds = { low: 0, high: 0 };

/**
 * Status of a document on a day, never assumed in force. 0: not (yet) granted, ended by an event without reinstatement, or past its term
 * ({@link latestTermEnd}). 1: otherwise, if the office's events are loaded until that day, or it owes no fees. Else the survival of inventions
 * of the office since the last known sign of life (grant, fee, end of events). Down to 0 where a terminal disclaimer may have ended it. Unknown:
 * grant, undated end, no survival table, or undatable age.
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
  const alive = unended(record, past, day, survival);
  const disclaimedEnd = termEnd(record);
  if (alive.q === null || disclaimedEnd === null || disclaimedEnd >= day) return alive;
  return { q: { low: 0, high: alive.q.high }, basis: "term" };
}

/** Status of a granted patent within its term that nothing loaded has ended. */
function unended(record: LegalRecord, past: readonly LegalEvent[], day: number, survival: ReadonlyMap<string, Survival>): InForce {
  if (record.eventsUntil !== null && record.eventsUntil >= day) return { q: yes, basis: "events" };
  if (owesNoFees(record)) return { q: yes, basis: "no-fees" };
  return paysAsInventions(record) ? bySurvival(record, past, day, survival.get(record.office)) : { q: null, basis: "unknown" };
}

/** US designs and plants have no maintenance fees (35 USC 41(b)(3)). */
export const owesNoFees = ({ office, type }: Pick<LegalRecord, "office" | "type">): boolean =>
  office === "US" && (type === "design" || type === "plant");

/** Survival tables are of inventions. */
const paysAsInventions = ({ type }: LegalRecord): boolean => type === null || type === "utility" || type === "reissue";

/** 1 if granted by the day, 0 if not, `null` unknown. */
export function grantedBy(record: LegalRecord, day: number): 0 | 1 | null {
  if (record.granted === 0 || (record.grantDay !== null && record.grantDay > day)) return 0;
  const isGranted =
    record.granted === 1 || record.events.some((event) => event.kind === "granted" && (event.day === null || event.day <= day));
  return isGranted ? 1 : null;
}

export const undatedEnd = "undated";

/** End by the last events; `null` if still alive. Undated ends always count. */
export function endedOn(events: readonly LegalEvent[]): number | typeof undatedEnd | null {
  if (events.some((event) => event.day === null && endings.has(event.kind))) return undatedEnd;
  let ended: number | null = null;
  for (const event of inOrder(events)) {
    if (event.kind === "reinstated") ended = null;
    else if (endings.has(event.kind)) ended ??= event.day;
  }
  return ended;
}

/** By day; reinstatements last within a day. */
function inOrder(events: readonly LegalEvent[]): readonly LegalEvent[] {
  const late = (event: LegalEvent): number => Number(event.kind === "reinstated");
  return events.filter(has("day")).sort((a, b) => a.day - b.day || late(a) - late(b));
}

function bySurvival(record: LegalRecord, past: readonly LegalEvent[], day: number, survival: Survival | undefined): InForce {
  const start = survival?.since === "filing" ? record.filingDay : record.grantDay;
  if (survival === undefined || start === null) return { q: null, basis: "unknown" };
  const lived = [record.grantDay, record.eventsUntil, ...past.filter((event) => event.kind === "fee-paid").map((event) => event.day)];
  const known = lived.filter((at) => at !== null).reduce((last, at) => Math.max(last, at), start);
  const age = (at: number): number => (at - start) / averageYear;
  return { q: survivalFrom(survival, age(known), age(day)), basis: "survival" };
}

/** Share of an office's patents still in force at an age, as an interval. */
export interface SurvivalRow {
  readonly office: string;
  readonly age: number;
  /** Start of the age; one per office. */
  readonly since: "grant" | "filing";
  readonly low: number;
  readonly high: number;
}

export interface Survival {
  readonly since: "grant" | "filing";
  /** Chance at an age: the hull of the neighbouring table ages, since fees lapse patents in steps. */
  readonly at: (age: number) => Bounds;
}

/** Survival curves by office. Between table ages anywhere between their values; after the last from 0. */
export function createSurvival(rows: readonly SurvivalRow[]): ReadonlyMap<string, Survival> {
  const offices = new Set(rows.map((row) => row.office));
  return new Map([...offices].map((office) => [office, curve(rows.filter((row) => row.office === office))]));
}

function curve(rows: readonly SurvivalRow[]): Survival {
  const since = rows[0]!.since;
  const ordered = rows.filter((row) => row.since === since).sort((a, b) => a.age - b.age);
  const at = (age: number): Bounds => {
    const after = ordered.findIndex((row) => row.age >= age);
    const low = after === -1 ? 0 : ordered[after]!.low;
    const before = ordered[after]?.age === age ? after : (after === -1 ? ordered.length : after) - 1;
    return { low, high: Math.max(low, ordered[before]?.high ?? 1) };
  };
  return { since, at };
}

/**
 * Chance to be in force at `age` given in force at `known` (`null`: none), `S(age) / S(known)`, with the extreme ratios of the intervals.
 */
export function survivalFrom(survival: Survival, known: number | null, age: number): Bounds {
  const now = survival.at(age);
  if (known === null || known <= 0) return now;
  if (known >= age) return { low: 1, high: 1 };
  const then = survival.at(known);
  return {
    low: then.high === 0 ? 0 : clamp(now.low / then.high, 0, 1),
    high: then.low === 0 ? 1 : clamp(now.high / then.low, 0, 1),
  };
}
