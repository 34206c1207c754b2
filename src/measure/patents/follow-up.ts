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

/** Share of follow-up families of a holder or technology; descriptive, since consolidating patents often block most. */
export interface FollowUpShare {
  readonly followUps: number;
  readonly others: number;
  readonly unknown: number;
  /** 0..1; `null` with fewer than {@link leastKnown} known. */
  readonly share: number | null;
  /** Mean filing offices of follow-ups and of others; `null` without any. */
  readonly breadth: { readonly followUps: number | null; readonly others: number | null };
}

/** Fewest known families for a share. */
export const leastKnown = 10;

/** Aggregates the families `members`; `breadth`: see {@link filingBreadth}, NaN unknown. */
export function followUpShare(members: readonly number[], status: Int8Array, breadth: Float64Array): FollowUpShare {
  const known = members.filter((i) => status[i] !== followUpUnknown);
  const followUps = known.filter((i) => status[i] === followUp);
  const others = known.filter((i) => status[i] !== followUp);
  return {
    followUps: followUps.length,
    others: others.length,
    unknown: members.length - known.length,
    share: known.length < leastKnown ? null : followUps.length / known.length,
    breadth: { followUps: meanOf(followUps, breadth), others: meanOf(others, breadth) },
  };
}

/** Distinct filing offices of a family, without WO; NaN without documents. */
export const filingBreadth = (offices: readonly string[]): number =>
  offices.length === 0 ? Number.NaN : new Set(offices.filter((office) => office !== "WO")).size;

function meanOf(members: readonly number[], values: Float64Array): number | null {
  const known = members.map((i) => values[i]!).filter((value) => !Number.isNaN(value));
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}
