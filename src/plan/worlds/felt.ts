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

/** What time does to a shortfall, in parts of 0..1. */
export interface Felt {
  /** What new makers elsewhere have come to fill of it. */
  readonly filled: number;
  /** What is felt of the rest: after stock, contracts and what is installed. */
  readonly lacking: number;
  /** What of a supply covers it: none while stock or contracts do; of what is installed all, since a base is followed with the supply. */
  readonly covered: number;
}

/**
 * What is felt of a shortfall so many years after an act began: nothing while stock lasts; what wears out where a base is installed; what has run
 * out where it is a service; less what new makers fill. The rules of a course, for long acts.
 */
export function feltAfter({ mode, stock, life, renewal, recovery }: FeltTerms, years: number): Felt {
  if (years <= 0) return { filled: 0, lacking: 0, covered: 0 };
  const month = 12 * years;
  const filled = recovery.chance * recovery.ceiling * builtUp(month, recovery.lead);
  if (mode === "capital") return { filled, lacking: 1 - leftOfBase(month, life), covered: 1 };
  const lacking = mode === "service" ? Math.min(1, renewal > 0 ? month / renewal : 1) : Number(month >= stock);
  return { filled, lacking, covered: lacking };
}
