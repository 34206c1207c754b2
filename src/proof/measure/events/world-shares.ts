import { firmPart } from "../../../leverage/draw/firm-part.ts";
import type { SupplyModel } from "../../../leverage/model.ts";
import { noReach, reachAgainst, reachOf } from "../../../leverage/reach.ts";
import { shareOf, targetOf } from "../../../leverage/target.ts";
import type { Technology } from "../../../measure/supply/supply-map.ts";
import { type Drawer, type KnownParameters, placeFigures, type Range, shareFigures } from "./known-parameters.ts";
import { damageOf } from "./plant.ts";
import { classOf, type Party, type Shock } from "./shock.ts";

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

/**
 * Greatest part of the world's supply of a technology of the event that stopped at the effect: what the senders hold or reach, times what
 * is withheld or lost. Where nothing was known of it, anything from none to all.
 */
export function partStopped(known: KnownParameters, shock: Shock): Drawer {
  const { map } = known.model;
  const name = classOf(shock.kind);
  const parts = shock.technologies.map((id) => {
    const technology = map.technologies[map.indexOf.get(id)!]!;
    const held = worldPart(known, shock, id);
    const gone =
      name === null ? known.within(damageOf(shock).lost, `${shock.id}|lost`) : settled(known.withheld(technology, name, shock.id));
    return (draw: number) => held(draw) * gone(draw);
  });
  return (draw) => parts.reduce((most, part) => Math.max(most, part(draw)), 0);
}

/** What is withheld once the first permits have come. */
const settled =
  (policy: ReturnType<KnownParameters["withheld"]>): Drawer =>
  (draw) =>
    policy(draw).settled;

/** The senders' part of the world's supply of a technology of the event, reached supply included; of one that the map lacks, 0 to all. */
export function worldPart(known: KnownParameters, shock: Shock, technology: string): Drawer {
  const t = known.model.map.indexOf.get(technology);
  const range = t === undefined ? unknown : heldRange(known, shock, t);
  return known.within(range, `${shock.id}|${technology}|part of the world`);
}

const unknown: Range = { low: 0, high: 1 };

function heldRange({ model }: KnownParameters, { kind, senders, targets }: Shock, t: number): Range {
  if (model.map.technologies[t]!.supply === null) return unknown;
  if (kind !== "outage") return stoppedBy(model, t, [...new Set(senders.flatMap(({ economies }) => economies))], targets);
  const parts = senders.map((sender) => partOf(model, sender, t));
  const [low, high] = (["low", "high"] as const).map((end) => parts.reduce((sum, part) => sum + part[end], 0)) as [number, number];
  return parts.length === 0 ? unknown : { low: Math.min(1, low), high: Math.min(1, high) };
}

/** A plant is anything up to its owner, of which the figure is at the owner's seat unless shares are by place. */
function partOf(model: KnownParameters["model"], { kind, id, economies, seat }: Party, t: number): Range {
  if (economies.length > 0) return heldBy(model, t, economies);
  const owner = id === null ? undefined : model.map.economyOf.get(id);
  const byPlace = model.map.technologies[t]!.supply!.basis === "production";
  const place = byPlace ? seat : (owner ?? null);
  if (place === null) return unknown;
  const [held, firm] = [heldBy(model, t, [place]), id === null ? null : firmPart(model, id, t)];
  return { low: firm && kind !== "plant" ? held.low * firm.low : 0, high: held.high * (firm?.high ?? 1) };
}
