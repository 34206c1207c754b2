import type { SupplyModel } from "../../../leverage/model.ts";
import { noReach, reachAgainst, reachOf } from "../../../leverage/reach.ts";
import { shareOf, targetOf } from "../../../leverage/target.ts";
import type { Technology } from "../../../measure/supply/supply-map.ts";
import { type KnownParameters, placeFigures, type Range, shareFigures } from "./known-parameters.ts";
import type { Party, Shock } from "./shock.ts";

/** World supply of one technology as known before an event, as fractions of world supply or (`demand`) use. */
export interface WorldShares {
  readonly senders: Range;
  /** What the senders can stop, own and reached, for `reached` parties. */
  readonly stopped: Range;
  readonly targets: Range;
  /** Of a firm anything from none to all: what part of the world's use is a firm's is in no map. */
  readonly demand: Range;
  readonly sendersDemand: Range;
}

/** `null` if no share was known before the event. Notes the figures it reads. */
export function worldShares(known: KnownParameters, shock: Shock, technology: Technology): WorldShares | null {
  const { model } = known;
  if (technology.supply === null) return null;
  const t = technology.index;
  const codesOf = (parties: readonly Party[]): readonly string[] => [...new Set(parties.flatMap(({ economies }) => economies))];
  const [senders, targets] = [codesOf(shock.senders), codesOf(shock.targets)];
  const products = [...(model.productSets[model.productSet[t]!] ?? [])].map((j) => model.map.products[j]!);
  known.noteFigures([...shareFigures(model, [t]), ...placeFigures(model, [...senders, ...targets], products)]);
  return {
    senders: heldBy(model, t, senders),
    stopped: stoppedBy(model, t, senders, shock.targets),
    targets: heldBy(model, t, targets),
    demand: shock.targets.some(isFirm) ? { low: 0, high: 1 } : usedBy(model, t, targets),
    sendersDemand: usedBy(model, t, senders),
  };
}

const isFirm = ({ kind }: Party): boolean => kind === "organisation" || kind === "unknown";

/** Share of some economies; one without a row may hold any of the unknown part. */
export function heldBy(model: SupplyModel, t: number, codes: readonly string[]): Range {
  let [low, high, named] = [0, 0, 0];
  for (const code of codes) {
    const economy = model.economyIndex.get(code);
    const share = economy === undefined ? null : shareOf(model, t, economy);
    low += share?.[0] ?? 0;
    high += share?.[2] ?? 0;
    if (share && share[2] > 0) named++;
  }
  const unknown = named < codes.length ? model.unknownMost[t]! : 0;
  return { low: Math.min(1, low), high: Math.min(1, high + unknown) };
}

function usedBy(model: SupplyModel, t: number, codes: readonly string[]): Range {
  let [low, high] = [0, 0];
  for (const code of codes) {
    const { demand } = targetOf(model, code);
    low += demand[0][t]!;
    high += demand[2][t]!;
  }
  return { low: Math.min(1, low), high: Math.min(1, high) };
}

/** World supply that senders can stop, reached supply included; of the unknown part they may hold all or nothing. */
export function stoppedBy(model: SupplyModel, t: number, senders: readonly string[], targets: readonly Party[]): Range {
  let [low, high] = [0, model.unknownMost[t]!];
  const reaches = targets.filter(({ kind }) => kind !== "world").map((party) => reachAgainst(model, party.id ?? party.name));
  for (let slot = model.shareStart[t]!; slot < model.shareStart[t + 1]!; slot++) {
    const holder = model.economies[model.shareEconomy[slot]!]!;
    const part = (end: 0 | 2): number =>
      Math.max(0, ...(reaches.length > 0 ? reaches : [noReach(model)]).map((reach) => reachOf(reach, senders, holder, t, end)));
    low += part(0) * model.shareLow[slot]!;
    if (!model.shareBlank[slot]) high += part(2) * model.shareHigh[slot]!;
  }
  return { low: Math.min(1, low), high: Math.min(1, high) };
}

export const againstAll = ({ targets }: Shock): boolean => targets.some(({ kind }) => kind === "world");
