/** Measures of families by technology; a family in two technologies stands twice. NaN: unknown. */
export interface FollowUpColumns {
  /** Number of the technology. */
  readonly technology: Int32Array;
  /** Year of earliest priority; 0 unknown. */
  readonly year: Int32Array;
  readonly originality: Float64Array;
  readonly backwardSimilarity: Float64Array;
  readonly disruption: Float64Array;
}

/** A technology and five years with fewer known values has no terciles. */
export const smallestTercileCohort = 20;

export const followUp = 1;
export const notFollowUp = 0;
export const followUpUnknown = -1;

/**
 * Tells follow-up families: originality in the lowest and backward similarity in the highest tercile of their technology and five years
 * (1995 to 1999, by priority), and a CD index that is defined and <= 0. Definition of our own (docs/method.md), after the view of Kelly
 * et al. (2021) that what is new is unlike what was before. {@link followUpUnknown} where one of the three or the year is unknown, or
 * the cohort has fewer than {@link smallestTercileCohort} known values of either measure.
 *
 * Ties: a value stands at the middle of its equals, `(lesser + equals / 2) / n`; lowest is up to 1/3 there, highest from 2/3. So equals
 * are never parted, of n different values round(n/3) are in an outer tercile, and where all are equal none is.
 */
export function findFollowUps(columns: FollowUpColumns): Int8Array {
  const { technology, year, originality, backwardSimilarity, disruption } = columns;
  const status = new Int8Array(year.length).fill(followUpUnknown);
  for (const cohort of cohorts(technology, year)) {
    const original = middlePlaces(cohort, originality);
    const similar = middlePlaces(cohort, backwardSimilarity);
    if (original === null || similar === null) continue;
    cohort.forEach((i, at) => {
      const low = original[at]!;
      const high = similar[at]!;
      if (Number.isNaN(low + high + disruption[i]!)) return;
      status[i] = low <= 1 / 3 && high >= 2 / 3 && disruption[i]! <= 0 ? followUp : notFollowUp;
    });
  }
  return status;
}

function cohorts(technology: Int32Array, year: Int32Array): Iterable<readonly number[]> {
  const found = new Map<number, number[]>();
  year.forEach((own, i) => {
    if (own === 0) return;
    const key = technology[i]! * 1000 + Math.floor(own / 5);
    const cohort = found.get(key);
    if (cohort === undefined) found.set(key, [i]);
    else cohort.push(i);
  });
  return found.values();
}

/** Place in 0..1 of each member's value among the known ones, NaN for the unknown; `null` where too few are known. */
function middlePlaces(cohort: readonly number[], value: Float64Array): Float64Array | null {
  const known = Float64Array.from(cohort.map((i) => value[i]!).filter((one) => !Number.isNaN(one))).sort();
  if (known.length < smallestTercileCohort) return null;
  return Float64Array.from(cohort, (i) => {
    const own = value[i]!;
    return Number.isNaN(own) ? own : (firstFrom(known, (one) => one >= own) + firstFrom(known, (one) => one > own)) / 2 / known.length;
  });
}

/** Number of the first value that holds, by halving; the length where none does. */
function firstFrom(ordered: Float64Array, holds: (value: number) => boolean): number {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(ordered[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
