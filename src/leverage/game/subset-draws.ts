import { type Estimate, estimateOf } from "./estimate.ts";

/** One number of every subset, in the middle run and in each draw. */
export interface SubsetDraws {
  /** The median of the draws by bit mask; without draws the middle run. NaN where a number is not known. */
  medians(): Float64Array;
  estimate(mask: number): Estimate;
  keep(draw: number, values: Float64Array): void;
}

/** @param middle by bit mask; copied. O(subsets · draws) numbers are held, since which subsets are told is known at the end only. */
export function createSubsetDraws(middle: Float64Array, draws: number): SubsetDraws {
  const inMiddle = middle.slice();
  const drawn = new Float64Array(middle.length * draws);
  const estimate = (mask: number): Estimate => estimateOf(inMiddle[mask]!, drawn.slice(mask * draws, (mask + 1) * draws));
  return {
    estimate,
    medians: () => inMiddle.map((_, mask) => estimate(mask).interval[1]),
    keep(draw, values) {
      for (let mask = 0; mask < values.length; mask++) drawn[mask * draws + draw] = values[mask]!;
    },
  };
}
