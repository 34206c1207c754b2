import type { Interval } from "../../base/interval.ts";
import { quantile } from "../../measure/quantile.ts";

/** Part of the draws that an interval holds. */
export const coverage = 0.8;

/** Median and the middle 80% of numbers: `[low, median, high]`, by linear interpolation between order statistics. Sorts them. */
export function spreadOf(numbers: Float64Array): Interval {
  const [first] = numbers;
  if (first !== undefined && numbers.every((each) => each === first)) return [first, first, first];
  const sorted = numbers.sort();
  return [quantile(sorted, (1 - coverage) / 2), quantile(sorted, 0.5), quantile(sorted, (1 + coverage) / 2)];
}
