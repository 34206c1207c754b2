import { quantile } from "./quantile.ts";
import type { Random } from "./random.ts";

/** Ends of an interval, `low <= high`. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** How often and how wide; the defaults are the 80% interval of every other figure from 1,000 resamples. */
export interface BootstrapOptions {
  readonly random: Random;
  /** Resamples. */
  readonly draws?: number;
  /** Part of the resamples inside, in 0..1. */
  readonly level?: number;
}

export const usualDraws = 1000;
export const usualLevel = 0.8;

/**
 * Percentile interval of a statistic of `count` observations (Efron 1979; Efron and Tibshirani 1993, chapter 13): `statistic` is given
 * `count` observation numbers drawn with replacement, in an array that is used again for the next draw. Draws whose statistic is NaN
 * are left out; `null` where there is no observation or no draw that has a value.
 */
export function bootstrapInterval(count: number, statistic: (sample: Int32Array) => number, options: BootstrapOptions): Bounds | null {
  const { random, draws = usualDraws, level = usualLevel } = options;
  if (count === 0) return null;
  const sample = new Int32Array(count);
  const values = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw++) {
    for (let i = 0; i < count; i++) sample[i] = random.below(count);
    values[draw] = statistic(sample);
  }
  return percentileInterval(values, level);
}

/** The middle `level` of the values, NaN left out; `null` where none is left. The array is put in order. */
export function percentileInterval(values: Float64Array, level: number): Bounds | null {
  values.sort();
  let known = values.length;
  while (known > 0 && Number.isNaN(values[known - 1])) known--;
  if (known === 0) return null;
  const tail = (1 - level) / 2;
  return { low: quantile(values, tail, known), high: quantile(values, 1 - tail, known) };
}
