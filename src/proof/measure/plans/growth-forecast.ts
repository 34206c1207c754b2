import type { YearCount } from "../../../plan/cells/cell.ts";
import { dampedYears } from "../../../plan/cells/cell-activity.ts";

/** Forecast counts by year from three rules that see nothing after the cut-off. */
export interface GrowthForecast {
  /** Damped trend. */
  readonly damped: number;
  /** Last year's count. */
  readonly last: number;
  /** Least-squares line, at least 0. */
  readonly line: number;
}

/** Fewest years that allow a forecast. */
export const fewestYears = 4;
const mostRecent = 5;

/** Number of years that count as recent: a third of the known ones, 2 to 5, leaving earlier years to measure forecast errors. */
export const recentOf = (known: number): number => Math.min(mostRecent, Math.max(2, Math.floor(known / 3)));

/**
 * Counts `1..steps` years after `last`. Damped trend in logarithms (Gardner and McKenzie 1985): `L · exp(g (φ + … + φ^h))`, `g` from
 * `recentGrowth`, `L` the mean of the recent years carried to the last, φ = 0.9. The line is fitted to the last `2 recent` years.
 */
export function forecastGrowth(counts: readonly YearCount[], last: number, recent: number, steps: number): readonly GrowthForecast[] {
  const of = new Map(counts.map(({ year, families }) => [year, families]));
  const values = Array.from({ length: 2 * recent }, (_, at) => of.get(last - 2 * recent + 1 + at) ?? 0);
  const growth = recentGrowth(counts, last, recent);
  const mean = values.slice(recent).reduce((sum, value) => sum + value, 0) / recent;
  const level = mean * Math.exp((growth * (recent - 1)) / 2);
  const line = lineOf(values);
  return Array.from({ length: steps }, (_, at) => ({
    damped: level * Math.exp(growth * dampedYears(at + 1)),
    last: values.at(-1)!,
    line: Math.max(0, line(values.length + at)),
  }));
}

/** Least-squares line through equally spaced values, from 0. */
function lineOf(values: readonly number[]): (at: number) => number {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const slope =
    values.reduce((sum, value, at) => sum + (at - middle) * value, 0) / values.reduce((sum, _, at) => sum + (at - middle) ** 2, 0);
  return (at) => mean + slope * (at - middle);
}

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
