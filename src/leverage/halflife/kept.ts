import { clamp } from "../../base/interval.ts";
import { keyOf, uniform } from "../draw/random.ts";

/** What a holder still holds of a technology after some months, as a part of what it holds at the start; above 1 if it gains. */
export type Kept = (month: number) => number;

/** A holder's share in two editions of one data set, and the months between them. */
export interface ShareTrend {
  readonly technology: string;
  readonly before: { readonly low: number; readonly high: number };
  readonly after: { readonly low: number; readonly high: number };
  readonly months: number;
}

/** Rounding error of shares published in whole per cent. */
export const halfPercentagePoint = 0.005;

const logOdds = (share: number): number => Math.log(share / (1 - share));
const shareOf = (odds: number): number => 1 / (1 + Math.exp(-odds));

/**
 * Goes on as between the editions: the log odds of the holder's share against all entrants change by the same each month (Fisher and Pry,
 * *A simple substitution model of technological change*, 1971), so that entrants grow slowly, fast, slowly. Both shares are drawn within
 * their interval and half a point of rounding.
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
 * What of a hold is left as patents lapse: others make what no patent in force covers any more, up to the ceiling of what can be made
 * elsewhere at all: `1 - c (1 - L)`.
 *
 * @param left part of the patents in force today that is in force after so many years, first entry 1; after the last none is
 */
export function keptByLapse(left: ArrayLike<number>, ceiling: number): Kept {
  return (month) => {
    const year = month / 12;
    const below = Math.floor(year);
    const [a, b] = [left[below] ?? 0, left[below + 1] ?? 0];
    return 1 - ceiling * (1 - (a + (b - a) * (year - below)));
  };
}

/** Both at once. */
export function keptByBoth(first: Kept, second: Kept): Kept {
  if (first === keptWhole) return second;
  return second === keptWhole ? first : (month) => first(month) * second(month);
}

export const keptWhole: Kept = () => 1;
