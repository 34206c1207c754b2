import type { Row } from "../../base/tables.ts";

/** Year of first volume use anywhere, as dated by a roadmap or report. */
export interface FirstUse {
  readonly low: number;
  /** `null`: no end is stated, the year is a floor. */
  readonly high: number | null;
  /** Year of the statement; `null` unknown. */
  readonly year: number | null;
  readonly source: string | null;
  readonly grade: string;
}

/**
 * First volume use by technology from the world rows `first-volume-use`: the earliest with both ends, else the earliest floor. Technologies
 * without a row are unknown and may be in use.
 * @param knownBy year of the question: later statements are ignored; undated ones count once the use has happened
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
