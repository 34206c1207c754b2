import { type BaseRate, baseRateOf } from "./base-rate.ts";
import { type DriftModel, fitDriftModel } from "./drift-model.ts";
import { type ObservedPair, stepsOf } from "./observed-pair.ts";

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
