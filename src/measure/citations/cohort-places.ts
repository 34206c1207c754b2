import { groupBy } from "../../base/collections.ts";

/** Fewest known values of a cohort (technology and five years). */
export const smallestPlacedCohort = 20;

/** Members by technology and five years (1995 to 1999); unknown years are in none. */
export function fiveYearCohorts(technology: Int32Array, year: Int32Array): Iterable<readonly number[]> {
  const dated = [...year.keys()].filter((i) => year[i] !== 0);
  return groupBy(dated, (i) => technology[i]! * 1000 + Math.floor(year[i]! / 5)).values();
}

/** Rank in 0..1, ties `(lesser + equals / 2) / n`, NaN unknown; `null` with fewer than {@link smallestPlacedCohort} known. */
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

/** A measure of families by technology; a family in two technologies appears twice. NaN: unknown. */
export interface PlacedColumns {
  readonly technology: Int32Array;
  /** Year of earliest priority; 0 unknown. */
  readonly year: Int32Array;
  readonly value: Float64Array;
}

/** Whether each family is above 0 and in the top tenth of its technology and five years ({@link middlePlaces} > 0.9); -1 unknown. */
export const findTopTenth = (columns: PlacedColumns): Int8Array => placed(columns, (place, value) => Number(place > 0.9 && value > 0));

/** Terciles in a technology and five years, 0 lowest to 2 highest; -1 unknown. */
export const findTerciles = (columns: PlacedColumns): Int8Array => placed(columns, (place) => (place <= 1 / 3 ? 0 : place < 2 / 3 ? 1 : 2));

function placed({ technology, year, value }: PlacedColumns, classOf: (place: number, value: number) => number): Int8Array {
  const found = new Int8Array(year.length).fill(-1);
  for (const cohort of fiveYearCohorts(technology, year)) {
    middlePlaces(cohort, value)?.forEach((place, at) => {
      const i = cohort[at]!;
      if (!Number.isNaN(place)) found[i] = classOf(place, value[i]!);
    });
  }
  return found;
}
