import { fiveYearCohorts, middlePlaces } from "../citations/cohort-places.ts";

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

export const followUp = 1;
export const notFollowUp = 0;
export const followUpUnknown = -1;

/**
 * Tells follow-up families: originality in the lowest and backward similarity in the highest tercile of their technology and five years
 * (1995 to 1999, by priority), and a CD index that is defined and <= 0. Definition of our own (docs/method/patents.md), after the view of Kelly
 * et al. (2021) that what is new is unlike what was before. {@link followUpUnknown} where one of the three or the year is unknown, or
 * the cohort has too few known values of either measure ({@link middlePlaces}). Lowest is up to 1/3 of the places, highest from 2/3.
 */
export function findFollowUps(columns: FollowUpColumns): Int8Array {
  const { technology, year, originality, backwardSimilarity, disruption } = columns;
  const status = new Int8Array(year.length).fill(followUpUnknown);
  for (const cohort of fiveYearCohorts(technology, year)) {
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
