import { type DatedPair, middleShare, yearsOf } from "../../measure/supply/share-pairs.ts";
import { type BaseRate, baseRateOf, type DriftModel, fitDriftModel, type ObservedStep, type Traits } from "./drift-model.ts";
import { logOdds } from "./odds-walk.ts";

/** Forecasts of a share without an act, learnt from pairs of dates. */
export interface ShareForecasts {
  readonly base: BaseRate;
  readonly model: DriftModel;
}

/** `null`: too few steps. */
export function learnForecasts(pairs: readonly ObservedPair[]): ShareForecasts | null {
  const steps = stepsOf(pairs);
  const base = baseRateOf(steps);
  return base && { base, model: fitDriftModel(steps, base) };
}

/** A pair of dates with what was known of the holding at the first. */
export interface ObservedPair extends DatedPair {
  readonly traits: Traits;
}

/** A step of its share: the pair by its middles. */
function stepOf({ technology, traits, ...pair }: ObservedPair): ObservedStep {
  const [first, last] = [middleShare(pair.before), middleShare(pair.after)];
  return { technology, traits, share: first, years: yearsOf(pair), change: logOdds(last) - logOdds(first) };
}

/** Steps of pairs; those that overlap tell the same change twice and are left out. */
export const stepsOf = (pairs: readonly ObservedPair[]): readonly ObservedStep[] => pairs.filter(({ isStep }) => isStep).map(stepOf);
