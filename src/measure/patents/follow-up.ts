import { fiveYearCohorts, middlePlaces } from "../citations/cohort-places.ts";

/** Measures of families by technology; a family in two technologies appears twice. NaN: unknown. */
export interface FollowUpColumns {
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
 * Follow-up families (own definition; docs/method/patents.md): originality in the lowest tercile, backward similarity in the highest of their
 * technology and five years, and a CD index <= 0, after Kelly et al. (2021). {@link followUpUnknown} if any input is unknown or the cohort
 * is too small ({@link middlePlaces}).
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
