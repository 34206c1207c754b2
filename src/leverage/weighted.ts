import { keptWith } from "../base/collections.ts";
import { clamp, tightEpsilon } from "../base/numbers.ts";
import type { ByEnd, End } from "./ends.ts";

/** Cached sum of an immutable array. */
const sumOf = keptWith((values: Float64Array): number => values.reduce((total, value) => total + value, 0));

export interface ProductLoss {
  /** Index among the final products. */
  readonly j: number;
  readonly loss: number;
}

/**
 * Value-weighted loss over the target's products (missing ones 0) at an end: weights within intervals where the loss is least (0) or
 * greatest (2). `null` if the target makes nothing. O(products · log).
 */
export function weightedLoss(losses: readonly ProductLoss[], weight: ByEnd, end: End): number | null {
  if (end === 1) return middleLoss(losses, weight[1], sumOf(weight[2]) > 0);
  const [most, least]: [End, End] = end === 2 ? [2, 0] : [0, 2];
  const order = losses.length > 1 ? [...losses].sort((a, b) => b.loss - a.loss) : losses;
  const total = sumOf(weight[least]);
  let sum = total;
  let part = order.reduce((running, { j, loss }) => running + weight[least][j]! * loss, 0);
  let best = sum > 0 ? part / sum : null;
  for (const { j, loss } of order) {
    const change = weight[most][j]! - weight[least][j]!;
    sum += change;
    part += change * loss;
    if (sum <= tightEpsilon * total) continue;
    const value = part / sum;
    if (best === null || (end === 0 ? value < best : value > best)) best = value;
  }
  if (best === null) return sumOf(weight[2]) > 0 ? 0 : null;
  return clamp(best, 0, 1);
}

function middleLoss(losses: readonly ProductLoss[], weight: Float64Array, makesAny: boolean): number | null {
  const sum = sumOf(weight);
  if (sum <= 0) return makesAny ? 0 : null;
  let part = 0;
  for (const { j, loss } of losses) part += weight[j]! * loss;
  return clamp(part / sum, 0, 1);
}

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
