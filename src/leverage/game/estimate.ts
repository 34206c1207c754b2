import type { Interval } from "../../base/numbers.ts";
import { spreadOf } from "../draw/monte-carlo.ts";

/** Middle run, and low end, median and high end of draws; without draws all are the middle. */
export interface Estimate {
  readonly middle: number;
  readonly interval: Interval;
}

/** @param drawn one number per draw */
export const estimateOf = (middle: number, drawn: Float64Array): Estimate => ({
  middle,
  interval: drawn.length > 0 ? spreadOf(drawn) : [middle, middle, middle],
});

/** A number that is chosen by and one that is shown, from different draws. */
export interface SplitEstimate {
  /** Median of the even draws (0, 2, 4 ...). */
  readonly choice: number;
  /** Of the odd draws. */
  readonly shown: Estimate;
}

/**
 * The largest of many noisy numbers is too large where it is read from the draws that chose it: one half of the draws chooses, the other
 * values. With fewer than two draws the middle serves for both.
 *
 * @param drawn one number per draw, in the order of the draws
 */
export function splitEstimateOf(middle: number, drawn: Float64Array): SplitEstimate {
  const isSplit = drawn.length >= 2;
  const half = (rest: 0 | 1): Float64Array => drawn.filter((_, draw) => isSplit && draw % 2 === rest);
  return { choice: choiceOf(middle, half(0)), shown: estimateOf(middle, half(1)) };
}

/** The median of the draws that choose, the middle without any. */
export const choiceOf = (middle: number, drawn: Float64Array): number => estimateOf(middle, drawn).interval[1];

/** @param middle by bit mask; copied. Holds O(subsets · draws) numbers. */
export function createSubsetDraws(middle: Float64Array, draws: number) {
  const inMiddle = middle.slice();
  const drawn = new Float64Array(middle.length * draws);
  const estimate = (mask: number): Estimate => estimateOf(inMiddle[mask]!, drawn.subarray(mask * draws, (mask + 1) * draws));
  return {
    estimate,
    /** Median over draws by bit mask, else the middle run; NaN unknown. */
    medians: (): Float64Array => inMiddle.map((_, mask) => estimate(mask).interval[1]),
    keep(draw: number, values: Float64Array): void {
      for (let mask = 0; mask < values.length; mask++) drawn[mask * draws + draw] = values[mask]!;
    },
  };
}
