/** A part of a firm that one owner holds, as a fraction of one, within bounds. */
export interface Stake {
  readonly owner: string;
  readonly low: number;
  readonly high: number;
}

/**
 * What is known of a party beside its owners. `may be listed`: a listed party of the same name or nearly so. `outside`: cannot be owned and is
 * not listed, such as a person, a state or the public; every other party that is not listed is a `firm`.
 */
export type Standing = "listed" | "may be listed" | "outside" | "firm";

/** Who owns what on one day. */
export interface OwnershipGraph {
  /** The stated owners of a firm, each once. */
  owners(firm: string): readonly Stake[];
  standing(party: string): Standing;
}

/** Sums of shares are compared with a half up to this. */
export const tolerance = 1e-9;

/** The lower of two bounds on a part, then the upper; fractions of one. */
export interface Part {
  readonly low: number;
  readonly high: number;
}

/** What stated shares add up to at least, what of the firm they leave to owners that no row names, and by how much they exceed all of it. */
export function totals(stakes: readonly Stake[]): { readonly stated: number; readonly rest: number; readonly excess: number } {
  const stated = stakes.reduce((sum, { low }) => sum + low, 0);
  return { stated, rest: stated >= 1 - tolerance ? 0 : 1 - stated, excess: stated > 1 + tolerance ? stated - 1 : 0 };
}

/** A share that is not stated is anything from nothing to what the other owners leave; `null` stands for an unknown end. */
export function bounded(
  stated: readonly { readonly owner: string; readonly low: number | null; readonly high: number | null }[],
): readonly Stake[] {
  const all = stated.reduce((sum, { low }) => sum + (low ?? 0), 0);
  return stated.map(({ owner, low, high }) => {
    const least = low ?? 0;
    const left = Math.max(least, 1 - (all - least));
    return { owner, low: least, high: Math.max(least, Math.min(high ?? 1, left)) };
  });
}
