/** Basis of an interval: a document, the question itself, an assumption, or unknown (whatever others leave). */
export const inputBases = ["published", "given", "assumed", "unknown"] as const;
export type InputBasis = (typeof inputBases)[number];

export const basisOf = (grade: string): InputBasis => (grade === "assumed" ? "assumed" : "published");

/** A drawn number and the source of its interval. */
export interface DrawnInput {
  readonly key: number;
  readonly technology: string | null;
  /** Parameter name or map quantity: `share of NL`, `degradation by etch`. */
  readonly name: string;
  readonly low: number;
  readonly high: number;
  readonly basis: InputBasis;
  readonly source: string | null;
}
