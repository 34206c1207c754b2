import { yearOf } from "../../base/days.ts";
import type { Bounds } from "../bootstrap.ts";
import { endedOn, grantedBy, type InForce, type LegalRecord, undatedEnd } from "./in-force.ts";
import { termEnd } from "./in-force-term.ts";

/** A granted patent on the cliff; `weight` `null`: unknown. */
export interface CliffPatent {
  readonly record: LegalRecord;
  /** Its status on the day of the question. */
  readonly status: InForce;
  readonly weight: number | null;
}

/** What lapses in one year. */
export interface CliffYear {
  readonly year: number;
  /** Ended by an event that is dated in this year. */
  readonly byEvent: number;
  /** Without such an event: the term ends in this year, at the latest. Unpaid fees may end it before. */
  readonly byTerm: number;
  /** Of those by term the expected number still in force on the day of the question; those of unknown status are in neither end. */
  readonly inForce: Bounds;
  /** Of those by term: nothing tells whether they are in force on that day. */
  readonly statusUnknown: number;
  /** Sum of the known weights of both. */
  readonly weight: number;
  readonly weightUnknown: number;
}

/** When the patents of a technology lapse. */
export interface ExpiryCliff {
  readonly years: readonly CliffYear[];
  /** Granted, but no event and no term tells when they end. */
  readonly unknown: number;
  /** Not granted, or not known to be: they have nothing to lapse. */
  readonly notGranted: number;
}

/** The end of a patent. */
export type Lapse = { readonly day: number; readonly by: "event" | "term" } | "unknown" | "not-granted";

type Fate = { readonly year: number; readonly by: "event" | "term" } | "unknown" | "not-granted";

/**
 * Patents by the year they lapse, as known on `day` (counted from 1970-01-01): by an event until then, else by the end of the term
 * ({@link termEnd}). Years without a lapse are left out. A patent whose end nobody can date is counted apart, never put into a year.
 */
export function expiryCliff(patents: readonly CliffPatent[], day: number): ExpiryCliff {
  const years = new Map<number, CliffYear>();
  const apart = { unknown: 0, notGranted: 0 };
  for (const patent of patents) {
    const fate = fateOf(patent, day);
    if (fate === "unknown") apart.unknown++;
    else if (fate === "not-granted") apart.notGranted++;
    else years.set(fate.year, added(years.get(fate.year) ?? emptyYear(fate.year), patent, fate.by));
  }
  return { years: [...years.values()].sort((a, b) => a.year - b.year), ...apart };
}

function fateOf({ record }: CliffPatent, day: number): Fate {
  const end = lapseOf(record, day);
  return typeof end === "string" ? end : { year: yearOf(end.day), by: end.by };
}

/** The day on which a patent ended or will end, as known on `day`: by an event until then, else by its term. */
export function lapseOf(record: LegalRecord, day: number): Lapse {
  if (grantedBy(record, day) !== 1) return "not-granted";
  const ended = endedOn(record.events.filter((event) => event.day === null || event.day <= day));
  if (ended === undatedEnd) return "unknown";
  const end = ended ?? termEnd(record);
  return end === null ? "unknown" : { day: end, by: ended === null ? "term" : "event" };
}

function emptyYear(year: number): CliffYear {
  return { year, byEvent: 0, byTerm: 0, inForce: { low: 0, high: 0 }, statusUnknown: 0, weight: 0, weightUnknown: 0 };
}

function added(year: CliffYear, { status, weight }: CliffPatent, by: "event" | "term"): CliffYear {
  const alive = status.q;
  return {
    year: year.year,
    byEvent: year.byEvent + Number(by === "event"),
    byTerm: year.byTerm + Number(by === "term"),
    inForce: { low: year.inForce.low + (alive?.low ?? 0), high: year.inForce.high + (alive?.high ?? 0) },
    statusUnknown: year.statusUnknown + Number(by === "term" && alive === null),
    weight: year.weight + (weight ?? 0),
    weightUnknown: year.weightUnknown + Number(weight === null),
  };
}
