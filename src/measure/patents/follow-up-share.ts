import { followUp, followUpUnknown } from "./follow-up.ts";

/** How much of a holder's or a technology's families is follow-up; consolidating patents often do the blocking, so it is no verdict. */
export interface FollowUpShare {
  readonly followUps: number;
  readonly others: number;
  /** In neither count. */
  readonly unknown: number;
  /** 0..1; `null` where fewer than {@link leastKnown} are known. */
  readonly share: number | null;
  /** Mean offices a family was filed at, of follow-ups and of the others, reported apart; `null` where there is none. */
  readonly breadth: { readonly followUps: number | null; readonly others: number | null };
}

/** Fewer known families than these give no share. */
export const leastKnown = 10;

/** Sums up the families `members`; `breadth` by family as {@link filingBreadth} gives it, NaN unknown. */
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

/** Offices a family was filed at: distinct ones of its documents; the international application (WO) is a filing at none. NaN without documents. */
export function filingBreadth(offices: readonly string[]): number {
  return offices.length === 0 ? Number.NaN : new Set(offices.filter((office) => office !== "WO")).size;
}

function meanOf(members: readonly number[], values: Float64Array): number | null {
  const known = members.map((i) => values[i]!).filter((value) => !Number.isNaN(value));
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}
