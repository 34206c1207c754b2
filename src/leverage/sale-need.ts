import { clamp } from "../base/numbers.ts";
import { atEnds, type ByEnd, type End } from "./ends.ts";
import type { SupplyModel } from "./model.ts";

/** Supply of a party by technology, as world shares; `published`: 1 for figures. */
export interface Supplies {
  readonly share: ByEnd;
  readonly published: Uint8Array;
}

/**
 * Needs of makers of one technology for all its inputs, as shares of world use by end (0 least), passed down by what they make of each user.
 * The split of an input among users is unknown: all is assumed to go to the largest. 0 for unrelated technologies. O(edges).
 */
export function saleNeed(model: SupplyModel, sold: number, supplies: Supplies): ByEnd {
  return atEnds((end) => needAt(model, sold, supplies, end));
}

function needAt(model: SupplyModel, sold: number, supplies: Supplies, end: End): Float64Array {
  const { users, technologies } = model.map;
  const [need, made] = [new Float64Array(technologies.length), new Float64Array(technologies.length)];
  for (const t of model.downstreamFirst) {
    for (let slot = users.start[t]!; slot < users.start[t + 1]!; slot++) need[t] = Math.max(need[t]!, made[users.target[slot]!]!);
    if (t === sold) made[t] = supplies.share[end][t]!;
    else if (need[t]! > 0) made[t] = madeOf(model, supplies, t, need[t]!, end);
  }
  return need;
}

/** Technologies without providers are made by their users; makers outside a row at most cover the need. */
function madeOf(model: SupplyModel, { share, published }: Supplies, t: number, need: number, end: End): number {
  if (model.map.technologies[t]!.supply === null) return need;
  if (model.inHouse[t]) return Math.max(need, share[end][t]!);
  return end === 2 && !published[t] ? clamp(need, share[1][t]!, share[2][t]!) : share[end][t]!;
}
