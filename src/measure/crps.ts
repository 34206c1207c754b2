import { sum } from "../base/numbers.ts";

/**
 * Continuous ranked probability score of an empirical distribution: `E|X - y| - ½ E|X - X'|` (Gneiting and Raftery 2007, eq. 21). 0 is a
 * perfect forecast; same unit as the samples, which must be ascending. O(n).
 */
export function crps(ascending: Float64Array, value: number): number {
  const n = ascending.length;
  let [distance, spread] = [0, 0];
  for (let i = 0; i < n; i++) {
    const sample = ascending[i]!;
    distance += Math.abs(sample - value);
    // Σ_{i,j} |x_i - x_j| = 2 Σ_i (2i + 1 - n) x_i over the order
    spread += (2 * i + 1 - n) * sample;
  }
  return distance / n - spread / (n * n);
}

export interface Weighted {
  readonly value: number;
  readonly weight: number;
}

/** The same of a few values with weights that sum to 1, in any order. O(n²). */
export function weightedCrps(forecast: readonly Weighted[], value: number): number {
  const distance = sum(forecast.map((each) => each.weight * Math.abs(each.value - value)));
  const spread = sum(forecast.map((a) => a.weight * sum(forecast.map((b) => b.weight * Math.abs(a.value - b.value)))));
  return distance - spread / 2;
}

/** The same of a forecast uniform over 0..1, for a value in 0..1: `(y² + (1 - y)²) / 2 - 1/6`. */
export const uniformCrps = (value: number): number => (value ** 2 + (1 - value) ** 2) / 2 - 1 / 6;

/** `1 - Σ CRPS / Σ CRPS_ref`: 1 perfect, 0 no better than the reference; `null` if the reference is perfect. */
export function skill(scores: readonly number[], reference: readonly number[]): number | null {
  const against = sum(reference);
  return against === 0 ? null : 1 - sum(scores) / against;
}
