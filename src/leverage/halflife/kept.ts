import { type Draw, keyOf, nearNormal, uniform } from "../draw/random.ts";
import type { OddsWalk } from "./odds-walk.ts";
import { logOdds, shareOf } from "./odds-walk.ts";

/** Holder's remaining hold after some months relative to the start; above 1 if it gains. */
export type Kept = (month: number) => number;

/** A holder's share of a technology today, and how it goes on. */
export interface HoldWalk {
  readonly technology: string;
  readonly share: number;
  readonly walk: OddsWalk;
}

/**
 * Draws courses of a share that nobody withholds, month by month over a horizon, relative to today.
 *
 * @returns by draw; `null`: the mean drift alone
 */
export function createKeptByWalk({ technology, share, walk }: HoldWalk, horizonMonths: number): (draw: Draw | null) => Kept {
  const keys = Array.from({ length: horizonMonths + 1 }, (_, month) => keyOf(`${technology}|walk|${month}`));
  const [start, now] = [logOdds(share), shareOf(logOdds(share))];
  const deviation = Math.sqrt(walk.variance / 12);
  return (draw) => {
    const normal = (at: number): number => (draw === null ? 0 : nearNormal(uniform(draw.seed, draw.draw, keys[at]!)));
    const drift = (walk.drift + Math.sqrt(walk.driftVariance) * normal(0)) / 12;
    const kept = new Float64Array(horizonMonths + 1).fill(1);
    for (let month = 1, odds = start; month <= horizonMonths; month++) {
      odds += drift + deviation * normal(month);
      kept[month] = shareOf(odds) / now;
    }
    return (month) => kept[month]!;
  };
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
