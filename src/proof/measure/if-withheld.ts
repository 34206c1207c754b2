import { builtUp } from "../../leverage/course/pace.ts";
import { type DatedPair, middleShare, yearsOf } from "../../measure/supply/share-pairs.ts";
import type { KnownParameters } from "./events/known-parameters.ts";
import { sampled } from "./events/prediction.ts";

/**
 * A holder's later share if it had withheld since the first date, by parameters known then: its share times `1 - g(τ)`, ascending. Throws
 * LM_ATLAS_INVALID if a default is missing.
 */
export function shareIfWithheld(known: KnownParameters, pair: DatedPair): Float64Array {
  const { map } = known.model;
  const technology = map.technologies[map.indexOf.get(pair.technology)!]!;
  const [chance, ceiling] = [known.chance(technology), known.parameter(technology, "recovery-ceiling")];
  const lead = known.parameter(technology, "lead-time");
  const months = 12 * yearsOf(pair);
  const left = (draw: number): number => 1 - chance(draw) * ceiling(draw) * builtUp(months, lead(draw));
  return sampled(known.draws, (draw) => middleShare(pair.before) * left(draw)).sort();
}
