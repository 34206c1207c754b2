/** Root of an increasing function in (0, 1). */
export function rootOf(increasing: (p: number) => number): number {
  let low = 0;
  let high = 1;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (increasing(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Beyond it the standard normal distribution is 0 or 1. */
const farthest = 8;

/** Standard normal quantile, for 0 < `p` < 1. */
export function normalQuantile(p: number): number {
  if (p < 0.5) return -normalQuantile(1 - p);
  return farthest * rootOf((part) => normalIntegral(farthest * part) - p);
}

/** Density of the standard normal distribution. */
export const normalDensity = (x: number): number => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);

/** From here on the upper tail is a continued fraction, since one less the distribution function loses its digits. */
const tailFrom = 3;
const tailTerms = 60;

/** Mills' ratio, the upper tail over the density, for `x` ≥ 0 (continued fraction of Laplace). */
export function millsRatio(x: number): number {
  if (x < tailFrom) return (1 - normalIntegral(x)) / normalDensity(x);
  let rest = x;
  for (let k = tailTerms; k > 0; k--) rest = x + k / rest;
  return 1 / rest;
}

/** Standard normal distribution function (Marsaglia 2004). */
export function normalIntegral(x: number): number {
  if (x < 0) return 1 - normalIntegral(-x);
  if (x >= farthest) return 1;
  let term = x;
  let sum = x;
  for (let k = 3; term > sum * 1e-17; k += 2) {
    term *= (x * x) / k;
    sum += term;
  }
  return 0.5 + (sum * Math.exp((-x * x) / 2)) / Math.sqrt(2 * Math.PI);
}
