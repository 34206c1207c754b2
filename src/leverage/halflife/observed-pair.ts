import { type DatedPair, middleShare, yearsOf } from "../../measure/supply/share-pairs.ts";
import type { ObservedStep, Traits } from "./drift-model.ts";
import { logOdds } from "./log-odds.ts";

/** A pair of dates with what was known of the holding at the first. */
export interface ObservedPair extends DatedPair {
  readonly traits: Traits;
}

/** A step of its share: the pair by its middles. */
export function stepOf({ technology, traits, ...pair }: ObservedPair): ObservedStep {
  const [first, last] = [middleShare(pair.before), middleShare(pair.after)];
  return { technology, traits, share: first, years: yearsOf(pair), change: logOdds(last) - logOdds(first) };
}

/** Steps of pairs; those that overlap tell the same change twice and are left out. */
export const stepsOf = (pairs: readonly ObservedPair[]): readonly ObservedStep[] => pairs.filter(({ isStep }) => isStep).map(stepOf);
