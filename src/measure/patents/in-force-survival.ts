import { clamp } from "../../base/interval.ts";
import type { Bounds } from "../bootstrap.ts";

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
