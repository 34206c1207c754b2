import { monthsBetween } from "../../../base/days.ts";
import { clamp } from "../../../base/numbers.ts";
import type { Drawer, Range } from "./known-parameters.ts";
import type { Reading, Shock } from "./shock.ts";

/** Samples of a quantity relative to before, or in months. */
export interface Prediction {
  readonly samples: Float64Array;
  readonly of: "part of before" | "months";
  /**
   * Losses, 0..1, if all that was stopped at the effect stayed lost, with no stock, recovery or other supplier: a reference for the score.
   * Absent for a time.
   */
  readonly stopped?: Float64Array;
  /** The formula used. */
  readonly how: string;
  /** Assumptions. */
  readonly notes: readonly string[];
  /** For output over time: median and middle 80% of the loss by month. */
  readonly over?: readonly LossAt[];
}

export interface LossAt extends Range {
  readonly month: number;
  readonly median: number;
}

export interface NotPredicted {
  readonly reason: string;
}

/** Months after the effect to predict: the day, or up to 12 equal slices of a period. */
export function monthsOf({ start, end }: Reading, { from }: Shock): readonly number[] {
  const [first, last] = [monthsBetween(from, start), monthsBetween(from, end)];
  const slices = Math.min(12, Math.max(1, Math.round(last - first)));
  if (end - start === 1) return [first];
  return Array.from({ length: slices }, (_, i) => first + ((i + 0.5) * (last - first)) / slices);
}

/** Mean over the months in each draw; 1 before the effect. */
export function overMonths(draws: number, months: readonly number[], of: (draw: number) => (month: number) => number): Float64Array {
  return sampled(draws, (draw) => {
    const at = of(draw);
    return months.reduce((sum, month) => sum + (month < 0 ? 1 : at(month)), 0) / months.length;
  });
}

/** A quantity relative to before by month, and the loss by the same formula at the effect, when nothing has recovered. */
export function predictedBy(
  draws: number,
  months: readonly number[],
  of: (draw: number) => (month: number) => number,
): Pick<Prediction, "samples" | "stopped" | "of"> {
  return {
    samples: overMonths(draws, months, of),
    stopped: sampled(draws, (draw) => clamp(1 - of(draw)(0), 0, 1)),
    of: "part of before",
  };
}

export const sampled = (draws: number, of: Drawer): Float64Array => Float64Array.from({ length: draws }, (_, draw) => of(draw));
