import { clamp } from "../../base/numbers.ts";
import { keyOf, uniform } from "../draw/random.ts";

/** Holder's remaining hold after some months relative to the start; above 1 if it gains. */
export type Kept = (month: number) => number;

/** A holder's share in two editions, and the months between. */
export interface ShareTrend extends SharePair {
  readonly technology: string;
  readonly months: number;
}

/** A share in two editions. */
export interface SharePair {
  readonly before: { readonly low: number; readonly high: number };
  readonly after: { readonly low: number; readonly high: number };
}

/** Rounding error of shares published in whole per cent. */
export const halfPercentagePoint = 0.005;

const logOdds = (share: number): number => Math.log(share / (1 - share));
const shareOf = (odds: number): number => 1 / (1 + Math.exp(-odds));

/**
 * Extrapolates the trend between two editions: constant monthly change of the log odds of the holder's share (Fisher and Pry 1971). Shares
 * are drawn within interval and rounding error.
 *
 * @param draw `null`: both in the middle
 */
export function keptByTrend({ technology, before, after, months }: ShareTrend, draw: { seed: number; draw: number } | null): Kept {
  const at = (range: ShareTrend["before"], edition: string): number => {
    const [low, high] = [range.low - halfPercentagePoint, range.high + halfPercentagePoint];
    const u = draw === null ? 0.5 : uniform(draw.seed, draw.draw, keyOf(`${technology}|trend|${edition}`));
    return logOdds(clamp(low + (high - low) * u, halfPercentagePoint, 1 - halfPercentagePoint));
  };
  const [first, last] = [at(before, "before"), at(after, "after")];
  const slope = (last - first) / months;
  const now = shareOf(last);
  return (month) => shareOf(last + slope * month) / now;
}

/**
 * Remaining hold as patents lapse: `1 - c (1 - L)`, `c` the ceiling of production elsewhere.
 *
 * @param left share of today's patents still in force by year, starting with 1
 */
export function keptByLapse(left: ArrayLike<number>, ceiling: number): Kept {
  return (month) => {
    const year = month / 12;
    const below = Math.floor(year);
    const [a, b] = [left[below] ?? 0, left[below + 1] ?? 0];
    return 1 - ceiling * (1 - (a + (b - a) * (year - below)));
  };
}

export function keptByBoth(first: Kept, second: Kept): Kept {
  if (first === keptWhole) return second;
  return second === keptWhole ? first : (month) => first(month) * second(month);
}

export const keptWhole: Kept = () => 1;
