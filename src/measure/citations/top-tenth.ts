import { fiveYearCohorts, middlePlaces } from "./cohort-places.ts";

/** A measure of families by technology; a family in two technologies appears twice. NaN: unknown. */
export interface PlacedColumns {
  readonly technology: Int32Array;
  /** Year of earliest priority; 0 unknown. */
  readonly year: Int32Array;
  readonly value: Float64Array;
}

/**
 * Whether each family is in the top tenth ({@link middlePlaces} above 0.9) of its technology and five years and above 0: 1, 0, or -1
 * unknown.
 */
export function findTopTenth(columns: PlacedColumns): Int8Array {
  return placed(columns, (place, value) => Number(place > 0.9 && value > 0));
}

/** Terciles in a technology and five years, 0 lowest to 2 highest; -1 unknown. */
export function findTerciles(columns: PlacedColumns): Int8Array {
  return placed(columns, (place) => (place <= 1 / 3 ? 0 : place < 2 / 3 ? 1 : 2));
}

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
