import { sum } from "../../base/numbers.ts";
/**
 * Continuous ranked probability score of an empirical distribution against one value: `E|X - y| - ½ E|X - X'|`, X and X' independent
 * draws from the samples (Gneiting and Raftery, *Strictly proper scoring rules*, 2007, eq. 21). 0 is a certain forecast that came true;
 * same unit as the samples. O(n) on samples in ascending order, so O(n log n) with the sorting.
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

/** `1 - Σ CRPS / Σ CRPS_ref`: 1 is perfect, 0 no better than the reference, below 0 worse; `null` where the reference is never wrong. */
export function skill(scores: readonly number[], reference: readonly number[]): number | null {
  const against = sum(reference);
  return against === 0 ? null : 1 - sum(scores) / against;
}
