import type { Technology } from "../../measure/supply/supply-map.ts";
import type { KnownParameters } from "../backtest/known-parameters.ts";
import { sampled } from "../backtest/prediction.ts";
import { type RowScore, scoreRow } from "../backtest/score.ts";
import { builtUp } from "../course/pace.ts";
import { halfPercentagePoint, type SharePair } from "./kept.ts";

/** A top holder's share in two editions. */
export interface VintagePair extends SharePair {
  readonly technology: Technology;
}

/**
 * Predicts a holder's remaining hold some months after the older edition as if it had withheld since, `1 - g(τ)`, and compares it with the
 * newer share over the older. Uses parameters only. Throws LM_ATLAS_INVALID if a default is missing.
 */
export function scoreVintage(known: KnownParameters, { technology, before, after }: VintagePair, months: number): RowScore {
  const [chance, ceiling] = [known.chance(technology), known.parameter(technology, "recovery-ceiling")];
  const lead = known.parameter(technology, "lead-time");
  const samples = sampled(known.draws, (draw) => 1 - chance(draw) * ceiling(draw) * builtUp(months, lead(draw)));
  const measured = {
    low: Math.max(0, after.low - halfPercentagePoint) / Math.min(1, before.high + halfPercentagePoint),
    high: Math.min(1, after.high + halfPercentagePoint) / Math.max(halfPercentagePoint, before.low - halfPercentagePoint),
    of: "part of before" as const,
    inUnit: (value: number) => value,
  };
  return scoreRow({ samples, of: "part of before", how: "1 - g", notes: [] }, measured);
}
