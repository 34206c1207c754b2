import { yearOf } from "../../base/days.ts";
import type { Bounds } from "../bootstrap.ts";
import { endedOn, grantedBy, type InForce, type LegalRecord, undatedEnd } from "./in-force.ts";
import { termEnd } from "./term.ts";

/** A granted patent; `weight` `null`: unknown. */
export interface CliffPatent {
  readonly record: LegalRecord;
  readonly status: InForce;
  readonly weight: number | null;
}

export interface CliffYear {
  readonly year: number;
  /** Ended by an event in this year. */
  readonly byEvent: number;
  /** Otherwise the term ends in this year; unpaid fees may end it before. */
  readonly byTerm: number;
  /** Expected number still in force of those by term; unknown status in neither end. */
  readonly inForce: Bounds;
  /** Of those by term: status unknown. */
  readonly statusUnknown: number;
  /** Sum of the known weights of both. */
  readonly weight: number;
  readonly weightUnknown: number;
}

export interface ExpiryCliff {
  readonly years: readonly CliffYear[];
  /** Granted, end unknown. */
  readonly unknown: number;
  /** Not known to be granted. */
  readonly notGranted: number;
}

export type Lapse = { readonly day: number; readonly by: "event" | "term" } | "unknown" | "not-granted";

type Fate = { readonly year: number; readonly by: "event" | "term" } | "unknown" | "not-granted";

/** Patents by lapse year as known on `day`: by event, else end of term ({@link termEnd}). Undatable ends are counted separately. */
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

/** End of a patent as known on `day`: by an event until then, else its term. */
export function lapseOf(record: LegalRecord, day: number): Lapse {
  if (grantedBy(record, day) !== 1) return "not-granted";
  const ended = endedOn(record.events.filter((event) => event.day === null || event.day <= day));
  if (ended === undatedEnd) return "unknown";
  const end = ended ?? termEnd(record);
  return end === null ? "unknown" : { day: end, by: ended === null ? "term" : "event" };
}

const emptyYear = (year: number): CliffYear => ({
  year,
  byEvent: 0,
  byTerm: 0,
  inForce: { low: 0, high: 0 },
  statusUnknown: 0,
  weight: 0,
  weightUnknown: 0,
});

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
