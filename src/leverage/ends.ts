/** End of an interval for the target: 0 favourable, 1 middle, 2 adverse. */
export type End = 0 | 1 | 2;

export type ByEnd = readonly [Float64Array, Float64Array, Float64Array];

/** A value of each end. */
export const atEnds = <T>(of: (end: End) => T): readonly [T, T, T] => [of(0), of(1), of(2)];

/** Zeros of each end. */
export const byEnd = (length: number): ByEnd => atEnds(() => new Float64Array(length));

/** End used for each class of input: all 1 in the deterministic run, all equal for an answer's interval, one moved in a sensitivity. */
export interface Ends {
  /** Spare capacity `k`. */
  readonly spare: End;
  /** Ultimately redirectable part, `f∞`. */
  readonly fungibility: End;
  /** Loss without a degrading input, `δ`. */
  readonly degradation: End;
  /** Edges of unknown criticality: marginal to blocking. */
  readonly criticality: End;
  /** Elasticity of substitution between varieties, `σ`. */
  readonly substitution: End;
  readonly weights: End;
  /** Published shares given as intervals, and reach. */
  readonly shares: End;
  /** Holders of the unknown supply. */
  readonly unknown: End;
  readonly demand: End;
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

export const allAt = (end: End): Ends => Object.fromEntries(endClasses.map((name) => [name, end])) as unknown as Ends;

export const corners = atEnds(allAt);
