import type { Bounds } from "../bootstrap.ts";

/** Wilson score interval of a proportion (1927) at confidence `level`. */
export function wilsonInterval(successes: number, trials: number, level: number): Bounds {
  const z2 = normalQuantile((1 + level) / 2) ** 2;
  const middle = (successes + z2 / 2) / (trials + z2);
  const half = Math.sqrt(z2 * ((successes * (trials - successes)) / trials + z2 / 4)) / (trials + z2);
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** Exact interval of a proportion (Clopper and Pearson 1934). */
export function clopperPearsonInterval(successes: number, trials: number, level: number): Bounds {
  const tail = (1 - level) / 2;
  return {
    low: successes === 0 ? 0 : rootOf((p) => upperTail(successes, trials, p) - tail),
    high: successes === trials ? 1 : rootOf((p) => tail - (1 - upperTail(successes + 1, trials, p))),
  };
}

/** Binomial `P(X ≥ count)`, summed from the greatest term. */
function upperTail(count: number, trials: number, p: number): number {
  let sum = 0;
  for (let k = count; k <= trials; k++) sum += Math.exp(logChoose(trials, k) + k * Math.log(p) + (trials - k) * Math.log1p(-p));
  return Math.min(1, sum);
}

function logChoose(n: number, k: number): number {
  let sum = 0;
  for (let i = 1; i <= Math.min(k, n - k); i++) sum += Math.log(n - i + 1) - Math.log(i);
  return sum;
}

/** Root of an increasing function in (0, 1). */
function rootOf(increasing: (p: number) => number): number {
  let low = 0;
  let high = 1;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (increasing(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Standard normal quantile (Marsaglia 2004), for 0.5 ≤ `p` < 1. */
function normalQuantile(p: number): number {
  return 8 * rootOf((part) => normalIntegral(8 * part) - p);
}

function normalIntegral(x: number): number {
  let term = x;
  let sum = x;
  for (let k = 3; term > sum * 1e-17; k += 2) {
    term *= (x * x) / k;
    sum += term;
  }
  return 0.5 + (sum * Math.exp((-x * x) / 2)) / Math.sqrt(2 * Math.PI);
}
