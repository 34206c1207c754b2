import type { Interval } from "../../base/interval.ts";

/** Part of the draws that an interval holds. */
export const coverage = 0.8;

/** Median and the middle 80 % of numbers: `[low, median, high]`, by linear interpolation between order statistics. Sorts them. */
export function spreadOf(numbers: Float64Array): Interval {
  const sorted = numbers.sort();
  return [quantile(sorted, (1 - coverage) / 2), quantile(sorted, 0.5), quantile(sorted, (1 + coverage) / 2)];
}

/** @param sorted ascending, at least one */
export function quantile(sorted: ArrayLike<number>, part: number): number {
  const at = (sorted.length - 1) * part;
  const below = Math.floor(at);
  const [low, high] = [sorted[below]!, sorted[Math.min(below + 1, sorted.length - 1)]!];
  return low + (high - low) * (at - below);
}
