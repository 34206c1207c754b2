import type { Interval } from "../../base/interval.ts";
import { spreadOf } from "../draw/spread.ts";

/** A number of the middle run, and low end, median and high end of the draws; without draws all are the middle. */
export interface Estimate {
  readonly middle: number;
  readonly interval: Interval;
}

/** @param drawn one number a draw; they are put in order */
export const estimateOf = (middle: number, drawn: Float64Array): Estimate => ({
  middle,
  interval: drawn.length > 0 ? spreadOf(drawn) : [middle, middle, middle],
});
