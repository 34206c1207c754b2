import { tightEpsilon } from "../base/numbers.ts";

/**
 * Availability of a technology from its varieties (CES, Arrow et al. 1961): `(Σ w a^ρ)^(1/ρ)`, `ρ = (σ - 1)/σ`. σ = 0: minimum; |σ - 1| <
 * 1e-6: `Π a^w`; σ = ∞: `Σ w a`. Computed in logarithms.
 *
 * @param availability of each variety, 0..1; below 1e-12, what rounding leaves, it counts as gone: near σ = 1 a root of it would be supply
 * @param weights not negative, not all zero; normalised; zero weights are dropped
 * @param sigma elasticity of substitution, 0..∞
 * @returns 0..1; at σ ≤ 1 the loss of any variety with weight is total
 */
export function substitute(availability: readonly number[], weights: readonly number[], sigma: number): number {
  let total = 0;
  let lowest = 1;
  for (let i = 0; i < weights.length; i++) {
    if (weights[i]! <= 0) continue;
    total += weights[i]!;
    lowest = Math.min(lowest, left(availability[i]!));
  }
  if (total === 0) throw new RangeError("substitute: all weights are zero");
  if (sigma === 0 || lowest === 1) return lowest;
  if (sigma === Number.POSITIVE_INFINITY) return weightedSum(availability, weights, total);
  if (Math.abs(sigma - 1) < 1e-6) return geometricMean(availability, weights, total);
  const rho = (sigma - 1) / sigma;
  if (lowest === 0 && rho < 0) return 0;
  return powerMean(availability, weights, total, rho);
}

const left = (availability: number): number => (availability < tightEpsilon ? 0 : availability);

function weightedSum(availability: readonly number[], weights: readonly number[], total: number): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) if (weights[i]! > 0) sum += (weights[i]! / total) * availability[i]!;
  return Math.min(1, sum);
}

function geometricMean(availability: readonly number[], weights: readonly number[], total: number): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) if (weights[i]! > 0) sum += (weights[i]! / total) * Math.log(left(availability[i]!));
  return Math.exp(sum);
}

const terms: number[] = [];

function powerMean(availability: readonly number[], weights: readonly number[], total: number, rho: number): number {
  let peak = Number.NEGATIVE_INFINITY;
  let count = 0;
  for (let i = 0; i < weights.length; i++) {
    if (weights[i]! <= 0 || left(availability[i]!) === 0) continue;
    const term = Math.log(weights[i]! / total) + rho * Math.log(availability[i]!);
    terms[count++] = term;
    peak = Math.max(peak, term);
  }
  if (count === 0) return 0;
  let sum = 0;
  for (let i = 0; i < count; i++) sum += Math.exp(terms[i]! - peak);
  return Math.min(1, Math.exp((peak + Math.log(sum)) / rho));
}
