/** How the chance of technical success grows with effort: `p∞ (1 - exp(-(e/e₀)^κ))`. */
export interface EffortCurve {
  /** `p∞`: chance with unlimited effort, 0..1. */
  readonly ceiling: number;
  /** `e₀`: effort that brings 63% of the ceiling, researcher-years, above 0. */
  readonly scale: number;
  /** `κ`, above 1: the curve is S-shaped, with its bend at `e₀ (1 - 1/κ)^(1/κ)`. */
  readonly steepness: number;
}

/**
 * Chance that a programme works technically, 0..1; 0 without effort. Throws RangeError for a curve out of range.
 *
 * @param effort researcher-years, at least 0
 */
export function chanceItWorks(effort: number, { ceiling, scale, steepness }: EffortCurve): number {
  if (!(ceiling >= 0 && ceiling <= 1)) throw new RangeError(`the ceiling of a chance is in 0..1, not ${ceiling}`);
  if (!(scale > 0)) throw new RangeError(`the scale of an effort curve is above 0, not ${scale}`);
  if (!(steepness > 1)) throw new RangeError(`the steepness of an effort curve is above 1, not ${steepness}`);
  if (!(effort >= 0)) throw new RangeError(`an effort is at least 0, not ${effort}`);
  return ceiling * -Math.expm1(-((effort / scale) ** steepness));
}
