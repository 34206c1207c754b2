import type { End } from "./ends.ts";

const mostPasses = 50;

/**
 * Mean of `values[j]` over a set with interval weights, at its least (end 0), middle or greatest (end 2). Values beyond the mean get full
 * weight, found as a fixed point (Dinkelbach 1967) without allocation. Weights must be positive.
 */
export function weightedMean(
  set: ArrayLike<number>,
  values: ArrayLike<number>,
  weight: readonly [ArrayLike<number>, ArrayLike<number>, ArrayLike<number>],
  end: End,
): number {
  let mean = passOver(set, values, weight[1], weight[1], 0, 0);
  if (end === 1) return mean;
  const sign = end === 0 ? -1 : 1;
  for (let pass = 0; pass < mostPasses; pass++) {
    const next = passOver(set, values, weight[0], weight[2], mean, sign);
    if (sign * (next - mean) <= 0) return mean;
    mean = next;
  }
  return mean;
}

function passOver(
  set: ArrayLike<number>,
  values: ArrayLike<number>,
  least: ArrayLike<number>,
  most: ArrayLike<number>,
  mean: number,
  sign: number,
): number {
  let [sum, part] = [0, 0];
  for (let i = 0; i < set.length; i++) {
    const j = set[i]!;
    const value = values[j]!;
    const weight = sign * (value - mean) > 0 ? most[j]! : least[j]!;
    sum += weight;
    part += weight * value;
  }
  return part / sum;
}
