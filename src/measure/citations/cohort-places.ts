/** Fewer known values of a technology and five years than these have no places. */
export const smallestPlacedCohort = 20;

/** Members of each technology and five years (1995 to 1999), by number; those of year 0, which is unknown, are in none. */
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
 * Place in 0..1 of each member's value among the known ones, NaN for the unknown; `null` where fewer than {@link smallestPlacedCohort} are known.
 * Ties: a value stands at the middle of its equals, `(lesser + equals / 2) / n`. So equals are never parted, of n different values
 * round(n/3) are up to 1/3, and where all are equal none is.
 */
export function middlePlaces(cohort: readonly number[], value: Float64Array): Float64Array | null {
  const known = Float64Array.from(cohort.map((i) => value[i]!).filter((one) => !Number.isNaN(one))).sort();
  if (known.length < smallestPlacedCohort) return null;
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
