/** End of an interval for the target: 0 favourable, 1 middle, 2 adverse. */
export type End = 0 | 1 | 2;

export type ByEnd = readonly [Float64Array, Float64Array, Float64Array];

/** A value of each end. */
export const atEnds = <T>(of: (end: End) => T): readonly [T, T, T] => [of(0), of(1), of(2)];

/** Zeros of each end. */
export const byEnd = (length: number): ByEnd => atEnds(() => new Float64Array(length));

/** Classes of input whose ends are chosen apart. */
export const endClasses = [
  /** Spare capacity `k`. */
  "spare",
  /** Ultimately redirectable part, `f∞`. */
  "fungibility",
  /** Loss without a degrading input, `δ`. */
  "degradation",
  /** Edges of unknown criticality: marginal to blocking. */
  "criticality",
  /** Edges whose criticality is assumed: one step weaker to one step stronger. */
  "assumed-criticality",
  /** Elasticity of substitution between varieties, `σ`. */
  "substitution",
  "weights",
  /** Published shares given as intervals, and reach. */
  "shares",
  /** Holders of the unknown supply. */
  "unknown",
  "demand",
  "values",
] as const;

export type EndClass = (typeof endClasses)[number];

/** End used for each class of input: all 1 in the deterministic run, all equal for an answer's interval, one moved in a sensitivity. */
export type Ends = Readonly<Record<EndClass, End>>;

export const allAt = (end: End): Ends => Object.fromEntries(endClasses.map((name) => [name, end])) as Ends;

export const corners = atEnds(allAt);
