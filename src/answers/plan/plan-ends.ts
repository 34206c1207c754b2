import type { Interval } from "../../base/numbers.ts";
import { type Bounds, quantile } from "../../measure/bootstrap.ts";

/** Part of the draws of the inputs that an interval of a plan holds. */
const held = 0.8;

/** The ends that hold eight in ten of some draws. */
export function endsOf(draws: ArrayLike<number>): Bounds {
  const sorted = Float64Array.from(draws).sort();
  return { low: quantile(sorted, (1 - held) / 2), high: quantile(sorted, (1 + held) / 2) };
}

/** The same with the figure of all inputs in the middle, which lies within. */
export function endsAround(middle: number, draws: ArrayLike<number>): Interval {
  const { low, high } = endsOf(draws);
  return [Math.min(middle, low), middle, Math.max(middle, high)];
}
