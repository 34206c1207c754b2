import { type Bounds, quantile } from "../../../measure/bootstrap.ts";
import type { YearCount } from "../../../plan/cells/cell.ts";
import { fewestYears, forecastGrowth, type GrowthForecast, recentOf } from "./growth-forecast.ts";

export interface GrowthSeries {
  readonly name: string;
  readonly counts: readonly YearCount[];
}

export interface ForecastYear extends GrowthForecast {
  readonly year: number;
  readonly counted: number;
  /** 80% interval around `damped` from earlier errors of the same rule; `null` with too few of them. */
  readonly interval: Bounds | null;
}

export type ScoredSeries =
  | { readonly name: string; readonly reason: string }
  | {
      readonly name: string;
      readonly reason: null;
      /** Log growth per year after the cut-off minus that of as many years before: forecast and counted. */
      readonly growth: { readonly forecast: number; readonly counted: number };
      readonly years: readonly ForecastYear[];
      /** Mean absolute error relative to the naive in-sample error (MASE); `null` if that is 0. */
      readonly errors: GrowthErrors | null;
    };

export type GrowthErrors = Readonly<Record<keyof GrowthForecast, number>>;

/** Fewest earlier errors at a horizon that give an interval. */
const fewestErrors = 20;
const half = 0.5;

/**
 * Forecasts each series from its years up to `cutOff` for `after` years and scores the mean absolute scaled error (Hyndman and Koehler
 * 2006). Intervals: 80% of the ratio errors that the rule made at the same horizon from earlier years, over all series. A series with a
 * missing year is not scored.
 */
export function scoreGrowth(series: readonly GrowthSeries[], cutOff: number, after: number): readonly ScoredSeries[] {
  const known = series.map((one) => ({ ...one, span: spanTo(one.counts, cutOff) }));
  const errors = Array.from({ length: after }, (_, at) => pastErrors(known, cutOff, at + 1));
  return known.map(({ name, counts, span }) => {
    if (span < fewestYears) return { name, reason: `fewer than ${fewestYears} years in a row up to ${cutOff}` };
    const later = Array.from({ length: after }, (_, at) => counts.find(({ year }) => year === cutOff + 1 + at)?.families);
    if (later.includes(undefined)) return { name, reason: `not every year from ${cutOff + 1} to ${cutOff + after}` };
    const counted = later as readonly number[];
    const forecasts = forecastGrowth(counts, cutOff, recentOf(span), after);
    return {
      name,
      reason: null,
      growth: growthOf(counts, cutOff, forecasts, counted),
      years: forecasts.map((forecast, at) => ({
        ...forecast,
        year: cutOff + 1 + at,
        counted: counted[at]!,
        interval: intervalOf(forecast.damped, errors[at]!),
      })),
      errors: scaledErrors(counts, cutOff, span, forecasts, counted),
    };
  });
}

/** Consecutive years ending with `last`. */
function spanTo(counts: readonly YearCount[], last: number): number {
  const years = new Set(counts.map(({ year }) => year));
  let span = 0;
  while (years.has(last - span)) span++;
  return span;
}

/** Log of counted over forecast, `ahead` years after every possible origin. */
function pastErrors(series: readonly (GrowthSeries & { readonly span: number })[], cutOff: number, ahead: number): Float64Array {
  const errors = series.flatMap(({ counts, span }) => {
    const recent = recentOf(span);
    const of = new Map(counts.map(({ year, families }) => [year, families]));
    const origins = Math.max(0, span - 2 * recent - ahead + 1);
    return Array.from({ length: origins }, (_, back) => {
      const origin = cutOff - ahead - back;
      const forecast = forecastGrowth(counts, origin, recent, ahead).at(-1)!.damped;
      return Math.log((of.get(origin + ahead)! + half) / (forecast + half));
    });
  });
  return Float64Array.from(errors).sort();
}

function intervalOf(forecast: number, errors: Float64Array): Bounds | null {
  if (errors.length < fewestErrors) return null;
  const end = (part: number): number => Math.max(0, (forecast + half) * Math.exp(quantile(errors, part)) - half);
  return { low: end(0.1), high: end(0.9) };
}

function growthOf(counts: readonly YearCount[], cutOff: number, forecasts: readonly GrowthForecast[], counted: readonly number[]) {
  const before = counts.filter(({ year }) => year > cutOff - counted.length && year <= cutOff);
  const mean = before.reduce((sum, { families }) => sum + families, 0) / before.length;
  const against = (values: readonly number[]): number =>
    Math.log((values.reduce((sum, value) => sum + value, 0) / values.length + half) / (mean + half)) / counted.length;
  return { forecast: against(forecasts.map(({ damped }) => damped)), counted: against(counted) };
}

function scaledErrors(
  counts: readonly YearCount[],
  cutOff: number,
  span: number,
  forecasts: readonly GrowthForecast[],
  counted: readonly number[],
): GrowthErrors | null {
  const past = counts.filter(({ year }) => year > cutOff - span && year <= cutOff).toSorted((a, b) => a.year - b.year);
  const naive = past.slice(1).reduce((sum, { families }, at) => sum + Math.abs(families - past[at]!.families), 0) / (past.length - 1);
  if (naive === 0) return null;
  const of = (rule: keyof GrowthForecast): number =>
    forecasts.reduce((sum, forecast, at) => sum + Math.abs(forecast[rule] - counted[at]!), 0) / forecasts.length / naive;
  return { damped: of("damped"), last: of("last"), line: of("line") };
}
