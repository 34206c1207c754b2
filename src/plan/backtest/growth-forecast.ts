import type { YearCount } from "../cells/cell.ts";
import { dampedYears } from "../cells/damped-trend.ts";
import { recentGrowth } from "./recent-growth.ts";

/** Counts by year as they went on, told by three rules that know nothing after the cut-off. */
export interface GrowthForecast {
  /** Recent growth that fades. */
  readonly damped: number;
  /** As in the last year. */
  readonly last: number;
  /** Along the straight line of least squares; never below 0. */
  readonly line: number;
}

/** Fewer years tell no growth. */
export const fewestYears = 4;
const mostRecent = 5;

/** Years that are called recent of so many known ones: a third of them, 2 to 5, so that earlier years remain to tell how far forecasts go wrong. */
export const recentOf = (known: number): number => Math.min(mostRecent, Math.max(2, Math.floor(known / 3)));

/**
 * Counts `1..steps` years after `last`. Damped trend (Gardner and McKenzie 1985) in logarithms: `L · exp(g (φ + … + φ^h))`, `g` the growth of `recent`
 * years against those before as a cell's rise is counted, `L` their mean carried to the last year, φ = 0.9. The line is that of the same `2 recent` years.
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

/** The straight line of least squares through values one apart, from 0 on. */
function lineOf(values: readonly number[]): (at: number) => number {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const slope =
    values.reduce((sum, value, at) => sum + (at - middle) * value, 0) / values.reduce((sum, _, at) => sum + (at - middle) ** 2, 0);
  return (at) => mean + slope * (at - middle);
}
