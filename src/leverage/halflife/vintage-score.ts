import type { Technology } from "../../measure/supply/supply-map.ts";
import type { KnownParameters } from "../backtest/known-parameters.ts";
import { sampled } from "../backtest/prediction.ts";
import { type RowScore, scoreRow } from "../backtest/score.ts";
import { builtUp } from "../course/pace.ts";

/** A top holder's share in two editions. */
export interface VintagePair {
  readonly technology: Technology;
  readonly before: { readonly low: number; readonly high: number };
  readonly after: { readonly low: number; readonly high: number };
}

/** What a share in whole per cent is rounded by. */
const rounding = 0.005;

/**
 * Predicts what is left of a holder's hold some months after the older edition, as if it had withheld from all others since: `1 - g(τ)`,
 * what new makers have not taken; and holds it against the newer edition's share over the older one's. Parameters alone: no share of the
 * newer edition, and nothing fitted. Throws LM_ATLAS_INVALID where a default is missing.
 */
export function scoreVintage(known: KnownParameters, { technology, before, after }: VintagePair, months: number): RowScore {
  const [chance, ceiling] = [known.chance(technology), known.parameter(technology, "recovery-ceiling")];
  const lead = known.parameter(technology, "lead-time");
  const samples = sampled(known.draws, (draw) => 1 - chance(draw) * ceiling(draw) * builtUp(months, lead(draw)));
  const measured = {
    low: Math.max(0, after.low - rounding) / Math.min(1, before.high + rounding),
    high: Math.min(1, after.high + rounding) / Math.max(rounding, before.low - rounding),
    of: "part of before" as const,
    inUnit: (value: number) => value,
  };
  return scoreRow({ samples, of: "part of before", how: "1 - g", notes: [] }, measured);
}
