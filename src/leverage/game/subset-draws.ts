import { type Estimate, estimateOf } from "./estimate.ts";

export interface SubsetDraws {
  /** Median over draws by bit mask, else the middle run; NaN unknown. */
  medians(): Float64Array;
  estimate(mask: number): Estimate;
  keep(draw: number, values: Float64Array): void;
}

/** @param middle by bit mask; copied. Holds O(subsets · draws) numbers. */
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
