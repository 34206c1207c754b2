/** Months, or infinity. */
export interface MonthSpread {
  /** `null`: beyond the horizon. */
  readonly low: number | null;
  readonly median: number | null;
  readonly high: number | null;
}

/** Quantiles over draws with force. */
export interface Survival {
  /** Share of draws with more than half the force left, by month. */
  readonly left: readonly number[];
  readonly spread: MonthSpread;
  /** Share of draws that never reach half within the horizon. */
  readonly never: number;
}

/**
 * Distribution of half-lives over draws: survival curve and order statistics. `null` if no draw has force.
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
