import type { YearCount } from "../cells/cell.ts";

/**
 * Log growth per year of the last `years` up to `last` over as many before: `ln((R + ½) / (E + ½)) / years`. The halves keep it finite and
 * shrink small counts. Missing years count 0.
 */
export function recentGrowth(counts: readonly YearCount[], last: number, years: number): number {
  const sum = (from: number, to: number): number =>
    counts.reduce((total, { year, families }) => (year > from && year <= to ? total + families : total), 0);
  return Math.log((sum(last - years, last) + half) / (sum(last - 2 * years, last - years) + half)) / years;
}

const half = 0.5;
