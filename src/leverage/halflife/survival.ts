/** Months, or infinity where none comes. */
export interface MonthSpread {
  /** `null`: not within the horizon. */
  readonly low: number | null;
  readonly median: number | null;
  readonly high: number | null;
}

/** Of the draws in which there is a force at all. */
export interface Survival {
  /** Part of the draws in which more than half the force is left after each month asked for. */
  readonly left: readonly number[];
  readonly spread: MonthSpread;
  /** Part of the draws in which half is never gone within the horizon. */
  readonly never: number;
}

/**
 * The distribution of half-lives of the draws, never counting as later than any month: its curve and its order statistics, since nothing lies
 * between a month and never. `null` where no draw has a force.
 *
 * @param halfLives month of each draw; infinity: never; NaN: no force at the start
 */
export function survivalOf(halfLives: Float64Array, months: readonly number[]): Survival | null {
  const sorted = halfLives.filter((month) => !Number.isNaN(month)).sort();
  if (sorted.length === 0) return null;
  const at = (part: number): number | null => {
    const month = sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)]!;
    return Number.isFinite(month) ? month : null;
  };
  const over = (month: number): number => sorted.reduce((count, each) => count + (each > month ? 1 : 0), 0) / sorted.length;
  return {
    left: months.map(over),
    spread: { low: at(0.1), median: at(0.5), high: at(0.9) },
    never: over(Number.MAX_VALUE),
  };
}
