import { epsilon } from "../../../base/numbers.ts";
import { spreadOf } from "../../../leverage/draw/monte-carlo.ts";
import { crps, skill, uniformCrps } from "../../../measure/crps.ts";
import type { Range } from "./known-parameters.ts";
import type { Measured } from "./measured.ts";
import type { Prediction } from "./prediction.ts";

export interface Spread80 extends Range {
  readonly median: number;
}

export type Direction = "fall" | "no change" | "rise" | "delay";

/** A prediction compared with its measurement. Losses are fractions, 0 to 1 (all lost). */
export interface RowScore {
  readonly predictedLoss: Spread80;
  readonly width: number;
  readonly measuredLoss: Range;
  /** Median prediction minus middle of the measurement. */
  readonly magnitude: number;
  readonly direction: { readonly predicted: Direction; readonly measured: Direction; readonly right: boolean };
  /** Whether the measurement overlaps the 80% interval. */
  readonly hit: boolean;
  readonly crps: number;
  /** Of five reference forecasts all but climatology: nothing, everything and what was stopped is lost; any part equally likely. */
  readonly crpsNoLoss: number;
  readonly crpsFullLoss: number;
  /** `null`: a time, to which no stopped part compares. */
  readonly crpsStopped: number | null;
  readonly crpsUniform: number;
  /** The prediction in the row's unit. */
  readonly predicted: Spread80;
}

/** Five years: later recovery counts as loss. */
const horizon = 60;
/** Smaller changes count as none. */
const noChange = 0.05;

/**
 * Scores one row as a loss clamped to 0..1: `1 - part`, or `months / 60`. An interval is scored at its middle, so that a vague measurement
 * gains nothing.
 */
export function scoreRow({ samples, of, stopped }: Prediction, measured: Measured): RowScore {
  const lossOf = (value: number): number => Math.min(1, Math.max(0, of === "months" ? value / horizon : 1 - value));
  const losses = samples.map(lossOf).sort();
  const predictedLoss = spread80(losses);
  const ends = [lossOf(measured.low), lossOf(measured.high)];
  const measuredLoss = { low: Math.min(...ends), high: Math.max(...ends) };
  const middle = (measuredLoss.low + measuredLoss.high) / 2;
  const raw = spread80(samples);
  const direction = { predicted: directionOf(of, raw.median), measured: directionOf(of, (measured.low + measured.high) / 2) };
  return {
    predictedLoss,
    width: predictedLoss.high - predictedLoss.low,
    measuredLoss,
    magnitude: predictedLoss.median - middle,
    direction: { ...direction, right: direction.predicted === direction.measured },
    hit: measuredLoss.high >= predictedLoss.low - epsilon && measuredLoss.low <= predictedLoss.high + epsilon,
    crps: crps(losses, middle),
    crpsNoLoss: middle,
    crpsFullLoss: 1 - middle,
    crpsStopped: stopped ? crps(stopped.slice().sort(), middle) : null,
    crpsUniform: uniformCrps(middle),
    predicted: inUnit(raw, measured.inUnit),
  };
}

function directionOf(of: Prediction["of"], value: number): Direction {
  if (of === "months") return value > 0 ? "delay" : "no change";
  if (value < 1 - noChange) return "fall";
  return value > 1 + noChange ? "rise" : "no change";
}

export function spread80(samples: Float64Array): Spread80 {
  const [low, median, high] = spreadOf(samples);
  return { low, median, high };
}

function inUnit({ low, median, high }: Spread80, turn: Measured["inUnit"]): Spread80 {
  const [a, b] = [turn(low), turn(high)];
  return { low: Math.min(a, b), median: turn(median), high: Math.max(a, b) };
}

export interface Totals {
  readonly scored: number;
  readonly hits: number;
  /** Share of scored rows measured within the 80% interval; `null` if none was scored. */
  readonly coverage: number | null;
  readonly directionsRight: number;
  readonly meanWidth: number | null;
  readonly meanCrps: number | null;
  readonly skill: { readonly noLoss: number | null; readonly fullLoss: number | null };
}

export function totalsOf(rows: readonly RowScore[]): Totals {
  const n = rows.length;
  const mean = (of: (row: RowScore) => number): number | null => (n === 0 ? null : rows.reduce((sum, row) => sum + of(row), 0) / n);
  const hits = rows.filter(({ hit }) => hit).length;
  const scores = rows.map((row) => row.crps);
  const against = (of: (row: RowScore) => number): number | null => skill(scores, rows.map(of));
  return {
    scored: n,
    hits,
    coverage: n === 0 ? null : hits / n,
    directionsRight: rows.filter(({ direction }) => direction.right).length,
    meanWidth: mean(({ width }) => width),
    meanCrps: mean((row) => row.crps),
    skill: { noLoss: against((row) => row.crpsNoLoss), fullLoss: against((row) => row.crpsFullLoss) },
  };
}
