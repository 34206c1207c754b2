import { keyOf } from "../draw/random.ts";
import { membersOf } from "../members.ts";
import type { SupplyModel } from "../model.ts";
import { type Reach, reachOf } from "../reach.ts";
import type { StoppedPart } from "./stop.ts";

/** What each sender can stop of a technology against one target: all that is its own, and what its rules reach of others' supply. */
export function stoppedParts(model: SupplyModel, reach: Reach, senders: readonly string[], t: number): readonly StoppedPart[] {
  return [...ownParts(model, senders, t), ...reachedParts(model, reach, senders, t)];
}

/** What is the senders' own, whoever the target is. */
export function ownParts(model: SupplyModel, senders: readonly string[], t: number): readonly StoppedPart[] {
  const found: StoppedPart[] = [];
  senders.forEach((code, sender) => {
    const members = membersOf(model, code);
    for (let slot = model.shareStart[t]!; slot < model.shareStart[t + 1]!; slot++)
      if (members.includes(model.economies[model.shareEconomy[slot]!]!)) found.push({ slot, sender, low: 1, high: 1, key: 0 });
  });
  return found;
}

/** What the senders' rules reach of others' supply. */
export function reachedParts(model: SupplyModel, reach: Reach, senders: readonly string[], t: number): readonly StoppedPart[] {
  const { id } = model.map.technologies[t]!;
  const found: StoppedPart[] = [];
  if (reach.issuers(t).length === 0) return found;
  senders.forEach((code, sender) => {
    const members = membersOf(model, code);
    const issuers = members.filter((member) => reach.rules(member, t).size > 0);
    if (issuers.length === 0) return;
    for (let slot = model.shareStart[t]!; slot < model.shareStart[t + 1]!; slot++) {
      const provider = model.economies[model.shareEconomy[slot]!]!;
      if (members.includes(provider)) continue;
      const [low, high] = ([0, 2] as const).map((end) => Math.max(...issuers.map((member) => reachOf(reach, [member], provider, t, end))));
      if (high! > 0) found.push({ slot, sender, low: low!, high: high!, key: keyOf(`${id}|reach|${code}|${provider}`) });
    }
  });
  return found;
}
