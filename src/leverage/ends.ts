/** An end of an interval as the target feels it: 0 favourable, 1 the middle, 2 adverse. */
export type End = 0 | 1 | 2;

/** Values kept by end. */
export type ByEnd = readonly [Float64Array, Float64Array, Float64Array];

/**
 * Which end each class of input stands at. The deterministic run has all in the middle; the interval of an answer has all
 * at one end; a sensitivity moves one class and leaves the others in the middle.
 */
export interface Ends {
  /** Spare capacity `k` of everybody. */
  readonly spare: End;
  /** Part that can at last be redirected, `f∞`. */
  readonly fungibility: End;
  /** Loss without a degrading input, `δ`. */
  readonly degradation: End;
  /** Edges whose criticality nobody has given: marginal to blocking. */
  readonly criticality: End;
  /** Elasticity of substitution between varieties, `σ`. */
  readonly substitution: End;
  /** Weights of varieties. */
  readonly weights: End;
  /** Published shares given as intervals, and reach. */
  readonly shares: End;
  /** Who holds the unknown part of supply. */
  readonly unknown: End;
  /** The target's share of world use. */
  readonly demand: End;
  /** Weights of the target's final products. */
  readonly values: End;
}

export type EndClass = keyof Ends;

export const endClasses: readonly EndClass[] = [
  "spare",
  "fungibility",
  "degradation",
  "criticality",
  "substitution",
  "weights",
  "shares",
  "unknown",
  "demand",
  "values",
];

export function allAt(end: End): Ends {
  return Object.fromEntries(endClasses.map((name) => [name, end])) as unknown as Ends;
}

/** Favourable, middle, adverse. */
export const corners: readonly [Ends, Ends, Ends] = [allAt(0), allAt(1), allAt(2)];
