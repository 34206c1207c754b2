import type { Interval } from "../../base/numbers.ts";
import { spreadOf } from "../draw/monte-carlo.ts";

/** Middle run, and low end, median and high end of draws; without draws all are the middle. */
export interface Estimate {
  readonly middle: number;
  readonly interval: Interval;
}

/** @param drawn one number per draw; sorted in place */
export const estimateOf = (middle: number, drawn: Float64Array): Estimate => ({
  middle,
  interval: drawn.length > 0 ? spreadOf(drawn) : [middle, middle, middle],
});

/** @param middle by bit mask; copied. Holds O(subsets · draws) numbers. */
export function createSubsetDraws(middle: Float64Array, draws: number) {
  const inMiddle = middle.slice();
  const drawn = new Float64Array(middle.length * draws);
  const estimate = (mask: number): Estimate => estimateOf(inMiddle[mask]!, drawn.slice(mask * draws, (mask + 1) * draws));
  return {
    estimate,
    /** Median over draws by bit mask, else the middle run; NaN unknown. */
    medians: (): Float64Array => inMiddle.map((_, mask) => estimate(mask).interval[1]),
    keep(draw: number, values: Float64Array): void {
      for (let mask = 0; mask < values.length; mask++) drawn[mask * draws + draw] = values[mask]!;
    },
  };
}
