/** Fewest known values of a cohort (technology and five years). */
export const smallestPlacedCohort = 20;

/** Members by technology and five years (1995 to 1999); unknown years are in none. */
export function fiveYearCohorts(technology: Int32Array, year: Int32Array): Iterable<readonly number[]> {
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

/**
 * Rank of each member's value in 0..1, NaN unknown; `null` with fewer than {@link smallestPlacedCohort} known. Ties share their middle rank,
 * `(lesser + equals / 2) / n`.
 */
export function middlePlaces(cohort: readonly number[], value: Float64Array): Float64Array | null {
  const known = Float64Array.from(cohort.map((i) => value[i]!).filter((one) => !Number.isNaN(one))).sort();
  if (known.length < smallestPlacedCohort) return null;
  return Float64Array.from(cohort, (i) => {
    const own = value[i]!;
    return Number.isNaN(own) ? own : (firstFrom(known, (one) => one >= own) + firstFrom(known, (one) => one > own)) / 2 / known.length;
  });
}

/** Binary search for the first value that satisfies a condition. */
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
