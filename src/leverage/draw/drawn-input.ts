/**
 * What the interval of a number rests on: a document, the question itself, an assumption; or nobody knows it, so that it is anything that
 * others leave.
 */
export const inputBases = ["published", "given", "assumed", "unknown"] as const;
export type InputBasis = (typeof inputBases)[number];

/** The basis of what a row of the atlas says by its grade. */
export const basisOf = (grade: string): InputBasis => (grade === "assumed" ? "assumed" : "published");

/** One number that a run draws, and where its interval comes from. */
export interface DrawnInput {
  readonly key: number;
  readonly technology: string | null;
  /** Name of the parameter, or what of the map it is: `share of NL`, `degradation by etch`. */
  readonly name: string;
  readonly low: number;
  readonly high: number;
  readonly basis: InputBasis;
  /** The document, where it is published. */
  readonly source: string | null;
}
