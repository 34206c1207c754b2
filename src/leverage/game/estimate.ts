import type { Interval } from "../../base/interval.ts";
import { spreadOf } from "../draw/spread.ts";

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
