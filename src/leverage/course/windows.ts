import { inMonth, type Steps } from "./steps.ts";

/**
 * What a number at a horizon tells of a series by step: `month` its mean over the month that begins there, `mean` since the previous horizon,
 * `average` since the start, `grown` its sum over the years up to there.
 */
export type Window = "month" | "mean" | "average" | "grown";

/** Reads a series by step, from a place on, at all horizons into another place. */
export type ReadWindow = (series: Float64Array, from: number, into: Float64Array, at: number) => void;

/** O(steps) for all horizons. */
export function createWindows(steps: Steps): Readonly<Record<Window, ReadWindow>> {
  const { ofHorizon, width } = steps;
  const H = ofHorizon.length;
  return {
    month(series, from, into, at) {
      for (let h = 0; h < H; h++) into[at + h] = inMonth(steps, h, series, from);
    },
    mean(series, from, into, at) {
      let s = 0;
      for (let h = 0; h < H; h++) {
        let [sum, months] = [0, 0];
        for (; s < ofHorizon[h]!; s++) {
          sum += series[from + s]! * width[s]!;
          months += width[s]!;
        }
        into[at + h] = months > 0 ? sum / months : 0;
      }
    },
    average(series, from, into, at) {
      let [sum, months, s] = [0, 0, 0];
      for (let h = 0; h < H; h++) {
        for (; s < ofHorizon[h]!; s++) {
          sum += series[from + s]! * width[s]!;
          months += width[s]!;
        }
        into[at + h] = months > 0 ? sum / months : 0;
      }
    },
    grown(series, from, into, at) {
      let [sum, s] = [0, 0];
      for (let h = 0; h < H; h++) {
        for (; s < ofHorizon[h]!; s++) sum += series[from + s]! * width[s]!;
        into[at + h] = sum / 12;
      }
    },
  };
}
