import type { YearCount } from "../cells/cell.ts";

/**
 * Growth a year of recent counts against those of as many years before, as a difference of logarithms: `ln((R + ½) / (E + ½)) / years`, with
 * `R` the sum of the last `years` up to `last`, `E` that of the ones before. A half on both sides keeps it finite and small counts near 0.
 * A year that is not there counts as none.
 */
export function recentGrowth(counts: readonly YearCount[], last: number, years: number): number {
  const sum = (from: number, to: number): number =>
    counts.reduce((total, { year, families }) => (year > from && year <= to ? total + families : total), 0);
  return Math.log((sum(last - years, last) + half) / (sum(last - 2 * years, last - years) + half)) / years;
}

const half = 0.5;
