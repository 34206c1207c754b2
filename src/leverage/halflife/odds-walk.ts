import { clamp } from "../../base/numbers.ts";
import { millsRatio, normalDensity, normalIntegral, normalQuantile } from "../../measure/normal.ts";

/** How the log odds of a share go on: a random walk with drift (Fisher and Pry 1971 for the log odds). Years. */
export interface OddsWalk {
  /** Mean change a year. */
  readonly drift: number;
  /** Variance of that mean, for few pairs were seen. */
  readonly driftVariance: number;
  /** Variance of the change in a year. */
  readonly variance: number;
  /** Variance between two figures of one share, by which sources differ; no change of the share itself. */
  readonly noise: number;
}

/** Variance of the difference of two figures so many years apart. */
const figureVariance = ({ driftVariance, variance, noise }: OddsWalk, years: number): number =>
  noise + variance * years + driftVariance * years ** 2;

/** A figure so many years after another: `count` equally likely shares, ascending. */
export function sharesAfter(walk: OddsWalk, share: number, years: number, count: number): Float64Array {
  const [middle, deviation] = [logOdds(share) + walk.drift * years, Math.sqrt(figureVariance(walk, years))];
  return Float64Array.from(quantilesOf(count), (z) => shareOf(middle + deviation * z));
}

const made = new Map<number, Float64Array>();

function quantilesOf(count: number): Float64Array {
  const known = made.get(count) ?? Float64Array.from({ length: count }, (_, i) => normalQuantile((i + 0.5) / count));
  made.set(count, known);
  return known;
}

/** Drifts over which a chance is averaged. */
const driftSteps = 20;

/**
 * Chance that a share has not been down to half of what it was within some years: the first passage of a Wiener process with drift (Lee and
 * Whitmore 2006, eq. 2), averaged over the drift.
 */
export function keepsHalf(walk: OddsWalk, share: number, years: number): number {
  if (years <= 0) return 1;
  const [distance, deviation] = [logOdds(share) - logOdds(share / 2), Math.sqrt(walk.variance * years)];
  const drifts = quantilesOf(driftSteps).map((z) => walk.drift + z * Math.sqrt(walk.driftVariance));
  return drifts.reduce((sum, drift) => sum + staysAbove(distance, drift * years, deviation), 0) / driftSteps;
}

/** Chance that a walk that moves by `mean` on average never falls by `distance`. */
function staysAbove(distance: number, mean: number, deviation: number): number {
  if (deviation === 0) return distance + mean > 0 ? 1 : 0;
  const [above, beyond] = [(distance + mean) / deviation, (distance - mean) / deviation];
  const turned =
    beyond >= 0 ? normalDensity(above) * millsRatio(beyond) : Math.exp((-2 * distance * mean) / deviation ** 2) * normalIntegral(-beyond);
  return clamp(normalIntegral(above) - turned, 0, 1);
}

/** Rounding error of shares published in whole per cent: no share is taken nearer to none or to all. */
export const halfPercentagePoint = 0.005;

/** Log odds of a share, held between half a point and all but half a point. */
export function logOdds(share: number): number {
  const held = clamp(share, halfPercentagePoint, 1 - halfPercentagePoint);
  return Math.log(held / (1 - held));
}

export const shareOf = (odds: number): number => 1 / (1 + Math.exp(-odds));
