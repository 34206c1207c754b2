import { followUp, followUpUnknown } from "./follow-up.ts";

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
export function filingBreadth(offices: readonly string[]): number {
  return offices.length === 0 ? Number.NaN : new Set(offices.filter((office) => office !== "WO")).size;
}

function meanOf(members: readonly number[], values: Float64Array): number | null {
  const known = members.map((i) => values[i]!).filter((value) => !Number.isNaN(value));
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}
