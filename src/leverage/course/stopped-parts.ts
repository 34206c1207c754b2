import { mapped } from "../../base/collections.ts";
import { firmPart } from "../draw/firm-part.ts";
import { basisOf } from "../draw/inputs.ts";
import { keyOf } from "../draw/random.ts";
import { madeInside, plantsOutside } from "../made-abroad.ts";
import { membersOf, slotsOf } from "../members.ts";
import type { SupplyModel } from "../model.ts";
import { type Reach, reachOf, ruleOn } from "../reach.ts";
import type { Traded } from "../target.ts";
import { offRow, type StoppedPart } from "./stop.ts";

/** Senders' own supply: what is made in an economy or group, a firm's part of its economy wherever made; nothing if unknown. */
export function ownParts(model: SupplyModel, senders: readonly string[], t: number): readonly StoppedPart[] {
  return senders.flatMap((code, sender) =>
    model.map.economyOf.has(code) ? firmParts(model, code, sender, t) : stateParts(model, membersOf(model, code), sender, t),
  );
}

/** What is made in these economies: where it is counted by seat and plants elsewhere are known, an unknown part. */
const stateParts = (model: SupplyModel, members: readonly string[], sender: number, t: number): readonly StoppedPart[] =>
  slotsOf(model, members, t).map((slot) => ({
    slot,
    sender,
    ...madeInside(model, t, model.economies[model.shareEconomy[slot]!]!, members),
  }));

function firmParts(model: SupplyModel, firm: string, sender: number, t: number): readonly StoppedPart[] {
  const part = firmPart(model, firm, t);
  if (!part || part.high === 0) return [];
  const { low, high, key, basis, sources } = part;
  return part.slots.map((slot) => ({ slot, sender, firm: sender, low, high, key, basis, source: sources[0] ?? null }));
}

/** Purchases from senders by trade data, where the share row names none of their economies. */
export function boughtParts(model: SupplyModel, imports: Traded, senders: readonly string[], t: number): readonly StoppedPart[] {
  const unlisted = [...(imports.get(t)?.keys() ?? [])].filter((origin) => slotsOf(model, [origin], t).length === 0);
  if (unlisted.length === 0) return [];
  return senders.flatMap((code, sender) => {
    const members = membersOf(model, code);
    return unlisted.some((origin) => members.includes(origin)) ? [{ slot: offRow, sender, low: 1, high: 1, key: 0 }] : [];
  });
}

/** Others' supply reached by the senders' rules; a rule on all reaches holders without a name too. */
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
      if (members.includes(provider) && plantsOutside(model, t, provider, members).length === 0) continue;
      const [low, high] = mapped([0, 2], (end) => Math.max(...issuers.map((member) => reachOf(reach, [member], provider, t, end))));
      if (!(high > 0)) continue;
      const { row } = issuers.flatMap((member) => ruleOn(reach, member, provider, t) ?? []).sort((a, b) => b.high - a.high)[0]!;
      const key = keyOf(`${id}|reach|${code}|${provider}`);
      found.push({ slot, sender, low, high, key, basis: basisOf(row.grade), source: row.source });
    }
    const unnamed = issuers.flatMap((member) => reach.rules(member, t).get("*") ?? []).sort((a, b) => b.high - a.high)[0];
    if (!unnamed || unnamed.high === 0) return;
    const { low, high, row } = unnamed;
    found.push({ slot: -1, sender, low, high, key: keyOf(`${id}|reach|${code}|*`), basis: basisOf(row.grade), source: row.source });
  });
  return found;
}
