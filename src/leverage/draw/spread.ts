import type { Interval } from "../../base/interval.ts";
import { quantile } from "../../measure/bootstrap.ts";

export const coverage = 0.8;

/** Median and middle 80%: `[low, median, high]`, interpolated order statistics. Sorts in place. */
export function spreadOf(numbers: Float64Array): Interval {
  const [first] = numbers;
  if (first !== undefined && numbers.every((each) => each === first)) return [first, first, first];
  const sorted = numbers.sort();
  return [quantile(sorted, (1 - coverage) / 2), quantile(sorted, 0.5), quantile(sorted, (1 + coverage) / 2)];
}
