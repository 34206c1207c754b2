import { builtUp, leftOfBase } from "../../leverage/course/pace.ts";

/** How what is withheld of a technology is felt over time, by its kind of supply; times in months, the service life in years. */
export interface FeltTerms {
  readonly mode: string;
  /** Months of use in stock, of what is used up. */
  readonly stock: number;
  /** Half-life of an installed base, of what is installed. */
  readonly life: number;
  /** Months to renewal or order, of a service. */
  readonly renewal: number;
  /** New makers elsewhere: chance, part of the gap that they come to fill, and months to their full output. */
  readonly recovery: { readonly chance: number; readonly ceiling: number; readonly lead: number };
}

/**
 * Part of a shortfall that is felt, 0..1, so many years after an act began: nothing while stock lasts; what wears out where a base is
 * installed; what has run out where it is a service; less what new makers fill. The rules of a course, for long acts.
 */
export function feltPart({ mode, stock, life, renewal, recovery }: FeltTerms, years: number): number {
  if (years <= 0) return 0;
  const month = 12 * years;
  const lacking =
    mode === "capital"
      ? 1 - leftOfBase(month, life)
      : mode === "service"
        ? Math.min(1, renewal > 0 ? month / renewal : 1)
        : month >= stock
          ? 1
          : 0;
  return lacking * (1 - recovery.chance * recovery.ceiling * builtUp(month, recovery.lead));
}
