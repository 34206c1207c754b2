import { clamp } from "../base/interval.ts";
import type { ByEnd, End } from "./ends.ts";
import type { SupplyModel } from "./model.ts";

/** What somebody supplies of each technology, as parts of world supply; `published`: 1 where it is a figure. */
export interface Supplies {
  readonly share: ByEnd;
  readonly published: Uint8Array;
}

/**
 * What makers of one technology need of all that it rests on, as parts of world use by end (0 least): of its own inputs as much as they make of it,
 * and further down as much as they make of each user on the way. How an input is divided among its users is not known: it is taken as if all of it
 * went to the user of which they make most. 0 for what it does not rest on. O(edges).
 */
export function saleNeed(model: SupplyModel, sold: number, supplies: Supplies): ByEnd {
  return [0, 1, 2].map((end) => needAt(model, sold, supplies, end as End)) as unknown as ByEnd;
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

/** What has no providers of its own is made by whoever needs it, more of it where a row tells so; whom a row does not name makes at most what is needed. */
function madeOf(model: SupplyModel, { share, published }: Supplies, t: number, need: number, end: End): number {
  if (model.map.technologies[t]!.supply === null) return need;
  if (model.inHouse[t]) return Math.max(need, share[end][t]!);
  return end === 2 && !published[t] ? clamp(need, share[1][t]!, share[2][t]!) : share[end][t]!;
}
