import { monthsBetween } from "../../base/days.ts";
import type { Drawer, Range } from "./known-parameters.ts";
import type { Reading, Shock } from "./shock.ts";

/** What the model says of a row: samples of the quantity as a part of what it was before, or of months. */
export interface Prediction {
  readonly samples: Float64Array;
  readonly of: "part of before" | "months";
  /** How it was reached, in words and symbols of the method. */
  readonly how: string;
  /** What had to be assumed to reach it. */
  readonly notes: readonly string[];
  /** Of an output over time: the part that is lost so many months after the effect, median and middle 80%. */
  readonly over?: readonly LossAt[];
}

export interface LossAt extends Range {
  readonly month: number;
  readonly median: number;
}

/** Why a row has no prediction. */
export interface NotPredicted {
  readonly reason: string;
}

/** Months after the effect at which a measurement is predicted: the day, or equal slices of a period, at most 12 of them. */
export function monthsOf({ start, end }: Reading, { from }: Shock): readonly number[] {
  const [first, last] = [monthsBetween(from, start), monthsBetween(from, end)];
  const slices = Math.min(12, Math.max(1, Math.round(last - first)));
  if (end - start === 1) return [first];
  return Array.from({ length: slices }, (_, i) => first + ((i + 0.5) * (last - first)) / slices);
}

/** Mean over the months of what each draw says; before the effect all is as it was. */
export function overMonths(draws: number, months: readonly number[], of: (draw: number) => (month: number) => number): Float64Array {
  return sampled(draws, (draw) => {
    const at = of(draw);
    return months.reduce((sum, month) => sum + (month < 0 ? 1 : at(month)), 0) / months.length;
  });
}

/** One number a draw. */
export const sampled = (draws: number, of: Drawer): Float64Array => Float64Array.from({ length: draws }, (_, draw) => of(draw));
