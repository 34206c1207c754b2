import type { Random } from "./random.ts";

export interface Bounds {
  readonly low: number;
  readonly high: number;
}

export interface BootstrapOptions {
  readonly random: Random;
  readonly draws?: number;
  /** Share of resamples inside, 0..1. */
  readonly level?: number;
}

export const usualDraws = 1000;
export const usualLevel = 0.8;

/**
 * Percentile bootstrap interval (Efron and Tibshirani 1993, chapter 13). `statistic` gets `count` indices drawn with replacement in a reused
 * array. NaN draws are left out; `null` without observations or valid draws.
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

/** The middle `level` of the non-NaN values; `null` if none. Sorts the array. */
export function percentileInterval(values: Float64Array, level: number): Bounds | null {
  values.sort();
  let known = values.length;
  while (known > 0 && Number.isNaN(values[known - 1])) known--;
  if (known === 0) return null;
  const tail = (1 - level) / 2;
  return { low: quantile(values, tail, known), high: quantile(values, 1 - tail, known) };
}

/**
 * Quantile by linear interpolation (type 7 of Hyndman and Fan 1996).
 * @param sorted ascending
 * @param part 0..1
 * @param known number of values that count, from the first, at least one
 */
export function quantile(sorted: ArrayLike<number>, part: number, known: number = sorted.length): number {
  const place = part * (known - 1);
  const below = Math.floor(place);
  const low = sorted[below]!;
  return low + (place - below) * (sorted[Math.min(below + 1, known - 1)]! - low);
}
