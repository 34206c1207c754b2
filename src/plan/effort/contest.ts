import { sum } from "../../base/numbers.ts";

/**
 * Chance to win the contest for the governing claims of a problem, `e^r / (e^r + Σ E^r)` (Tullock 1980); 0 without effort. Computed
 * relative to the largest effort, so that no power overflows. Throws RangeError without a rival who makes an effort: nothing is won
 * against nobody.
 *
 * @param own researcher-years of the home
 * @param rivals researcher-years of each other firm
 * @param decisiveness `r`: 1 a lottery by effort, higher where the largest effort wins more often
 */
export function chanceToWin(own: number, rivals: readonly number[], decisiveness: number): number {
  if (!(decisiveness > 0)) throw new RangeError(`the decisiveness of a contest is above 0, not ${decisiveness}`);
  if (!(own >= 0 && rivals.every((effort) => effort >= 0))) throw new RangeError("an effort is at least 0");
  const largest = Math.max(...rivals, 0);
  if (largest === 0) throw new RangeError("a contest has a rival who makes an effort");
  if (own === 0) return 0;
  const others = sum(rivals.map((effort) => (effort / largest) ** decisiveness));
  return 1 / (1 + others * (largest / own) ** decisiveness);
}

/** Efforts of rivals who together add a part of the home's effort to their own, each in proportion to what it does. */
export function afterReply(rivals: readonly number[], own: number, part: number): readonly number[] {
  const all = sum(rivals);
  return all > 0 ? rivals.map((effort) => effort * (1 + (part * own) / all)) : rivals;
}
