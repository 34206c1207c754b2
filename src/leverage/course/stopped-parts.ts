import { keyOf } from "../draw/random.ts";
import { membersOf } from "../members.ts";
import type { SupplyModel } from "../model.ts";
import { type Reach, reachOf } from "../reach.ts";
import type { StoppedPart } from "./stop.ts";

/** What each sender can stop of a technology against one target: all that is its own, and what its rules reach of others' supply. */
export function stoppedParts(model: SupplyModel, reach: Reach, senders: readonly string[], t: number): readonly StoppedPart[] {
  const { id } = model.map.technologies[t]!;
  const found: StoppedPart[] = [];
  senders.forEach((sender, index) => {
    const members = membersOf(model, sender);
    for (let slot = model.shareStart[t]!; slot < model.shareStart[t + 1]!; slot++) {
      const provider = model.economies[model.shareEconomy[slot]!]!;
      const [low, high] = members.includes(provider)
        ? [1, 1]
        : [0, 2].map((end) => Math.max(...members.map((member) => reachOf(reach, [member], provider, t, end as 0 | 2))));
      if (high! > 0) found.push({ slot, sender: index, low: low!, high: high!, key: keyOf(`${id}|reach|${sender}|${provider}`) });
    }
  });
  return found;
}
