import type { Interval } from "../../base/interval.ts";
import type { Row } from "../../base/tables.ts";

/** When a technology was or will be first used in volume, anywhere: years, as a roadmap or a report dates it. */
export interface FirstUse {
  readonly low: number;
  /** `null`: the year is a floor, no end is told. */
  readonly high: number | null;
  /** Year of the statement; `null` not told. */
  readonly year: number | null;
  readonly source: string | null;
  readonly grade: string;
}

/**
 * First volume use by technology, from the rows `first-volume-use` of the world. Of several the earliest that has both ends, since one maker
 * is enough; else the earliest floor. A technology without a row is unknown: it may be in use.
 * @param knownBy the year of the question: what was stated later is not known; what has no year of statement is once it has happened
 */
export function firstVolumeUse(
  rows: readonly Row<"parameter">[],
  knownBy: number = Number.POSITIVE_INFINITY,
): ReadonlyMap<string, FirstUse> {
  const first = new Map<string, FirstUse>();
  for (const { technology, parameter, scope, low, high, year, source, grade } of rows) {
    if (parameter !== "first-volume-use" || scope !== "world" || low === null) continue;
    if ((year ?? high ?? low) > knownBy) continue;
    const use = { low, high, year, source, grade };
    const known = first.get(technology);
    if (known === undefined || earlier(use, known)) first.set(technology, use);
  }
  return first;
}

function earlier(a: FirstUse, b: FirstUse): boolean {
  if ((a.high === null) !== (b.high === null)) return b.high === null;
  return (a.high ?? a.low) < (b.high ?? b.low) || (a.high === b.high && a.low < b.low);
}

/**
 * From which calendar year on a technology is used, as far as that is still to come in `firstYear`; else, and where nothing tells, `null`. @param open years from a floor on within which use
 * begins of which no end is told
 */
export function clockFrom(first: FirstUse | undefined, firstYear: number, open: Interval): Interval | null {
  if (first === undefined) return null;
  const { low, high } = first;
  const clock: Interval = high === null ? [low + open[0], low + open[1], low + open[2]] : [low, (low + high) / 2, high];
  return clock[2] <= firstYear ? null : clock;
}
