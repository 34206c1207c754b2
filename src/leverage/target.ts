import { clamp } from "../base/numbers.ts";
import { atEnds, type ByEnd, byEnd, type End } from "./ends.ts";
import { membersOf } from "./members.ts";
import type { SupplyModel } from "./model.ts";
import { outsourcedBy } from "./outsourced.ts";
import { type Place, productPlaces } from "./product-places.ts";
import { type Withheld, withheldFrom } from "./reach.ts";
import { atEnd, atHomeArrays, demandArrays, selfSupplied } from "./target-need.ts";
import { unusedBy } from "./unused.ts";

/** A target: an economy, a group as the sum of its members, or the world but one holder. */
export interface Target {
  readonly label: string;
  /** Indices of its economies. */
  readonly members: ReadonlySet<number>;
  /** Own supply share of each technology: least, expected, most. */
  readonly share: ByEnd;
  /** 1 where the own share is published, so no unknown part is the target's. */
  readonly published: Uint8Array;
  /** Share of world use of each technology by end of `demand` (0 least). */
  readonly demand: ByEnd;
  /** By technology: part of the need that own makers serve by a source (NaN: not known), and need of what is made in place. */
  readonly self: ByEnd;
  readonly atHome: ByEnd;
  /** Product weights in the target's output, in the order of `map.products`. */
  readonly weight: ByEnd;
  /** Likewise of what its designers have made elsewhere. */
  readonly outsourced: ByEnd;
  /** 1: made, 0: unknown, -1: not made. */
  readonly made: Int8Array;
  readonly withheld: ReadonlyMap<number, readonly Withheld[]>;
  readonly imports: Traded;
}

/** An economy or group as target. O(technologies + shares). */
export function targetOf(model: SupplyModel, code: string, imports: Traded = untraded(code)): Target {
  const codes = membersOf(model, code);
  const members = new Set(codes.flatMap((member) => model.economyIndex.get(member) ?? []));
  const places = productPlaces(model, code, codes, "make");
  const withheld = withheldFrom(model, [code, ...codes]);
  const elsewhere = outsourcedBy(model, code, codes, places);
  return {
    label: code,
    members,
    ...ownShares(model, members, codes),
    demand: demandArrays(model, places, productPlaces(model, code, codes, "use"), elsewhere, unusedBy(model, code)),
    self: selfSupplied(model, code),
    atHome: atHomeArrays(model, places),
    ...productWeights(model, places),
    outsourced: productWeights(model, elsewhere).weight,
    withheld,
    imports,
  };
}

export function productWeights(model: SupplyModel, places: readonly Place[]): { weight: ByEnd; made: Int8Array } {
  return {
    weight: atEnds((end) => atEnd(places, end).map((part, i) => part * model.productValue[end][i]!)),
    made: Int8Array.from(places, (place) => (place.known ? (place.high > 0 ? 1 : -1) : 0)),
  };
}

/** Two candidates, of which the less harmful counts at the favourable end. */
type Candidates = readonly [number, number];

/** What own makers make of a technology, and serve of the need, as multiples of it. */
export interface OwnParts {
  readonly makes: Candidates;
  readonly served: Candidates;
}

const homeFirst = (low: number, high: number): OwnParts => ({ makes: [low, high], served: [Math.min(1, low), Math.min(1, high)] });

/**
 * Own output of `u` by ends of share and need. In-house: the need; unknown providers: 0 to 1 of it. Exporters keep home supply first, so 1 is
 * the worst case above 1; where a source tells the part that own makers serve, they make at least that, and the least is the worst.
 */
export function ownParts(model: SupplyModel, target: Target, u: number, unknown: End, demand: End): OwnParts {
  if (model.inHouse[u]) return homeFirst(1, 1);
  if (target.demand[2][u] === 0) return homeFirst(0, 0);
  const isWorst = unknown === 2 || demand === 2;
  const hasSupply = model.map.technologies[u]!.supply !== null;
  const low = hasSupply ? target.share[unknown === 1 ? 1 : 0][u]! / target.demand[demand === 1 ? 1 : 2][u]! : unknown / 2;
  const high = hasSupply ? target.share[unknown === 1 ? 1 : 2][u]! / target.demand[demand === 1 ? 1 : 0][u]! : unknown / 2;
  const self = target.self[unknown][u]!;
  if (!Number.isNaN(self)) return { makes: [Math.max(self, low), Math.max(self, isWorst ? low : high)], served: [self, self] };
  const worst = clamp(1, low, high);
  return isWorst && hasSupply ? homeFirst(worst, worst) : homeFirst(low, high);
}

/** Part of the need lost with own output: `own` multiples were made and served a part of the need, `output` of them is left. */
export function ownLoss(own: number, output: number, served = Math.min(1, own)): number {
  return Math.max(0, served - output * own);
}

/** A holder's share: least, expected, most; 0 if it is not in the row. */
export function shareOf(model: SupplyModel, t: number, economy: number): readonly [number, number, number] {
  let [low, mid, high] = [0, 0, 0];
  for (let slot = model.shareStart[t]!; slot < model.shareStart[t + 1]!; slot++) {
    if (model.shareEconomy[slot] !== economy) continue;
    low += model.shareLow[slot]!;
    mid += model.shareMid[slot]!;
    high += model.shareHigh[slot]!;
  }
  return [low, mid, Math.min(1, high)];
}

/** Shares of members added up; `figures`, `named`: numbers of members with a figure, and in the row. */
function ownFigures(model: SupplyModel, t: number, members: ReadonlySet<number>) {
  let [low, mid, high, figures, named] = [0, 0, 0, 0, 0];
  for (let slot = model.shareStart[t]!; slot < model.shareStart[t + 1]!; slot++) {
    if (!members.has(model.shareEconomy[slot]!)) continue;
    named++;
    if (!model.shareBlank[slot]) figures++;
    low += model.shareLow[slot]!;
    mid += model.shareMid[slot]!;
    high += model.shareHigh[slot]!;
  }
  return { low, mid, high, figures, named };
}

/** Own supply share of each technology by end; `published`: 1 if no unknown part can be the target's. */
export interface OwnShares {
  readonly share: ByEnd;
  readonly published: Uint8Array;
}

/** Members outside the row may hold any of the unknown part. */
function ownShares(model: SupplyModel, members: ReadonlySet<number>, codes: readonly string[]): OwnShares {
  const n = model.map.technologies.length;
  const share = byEnd(n);
  const published = new Uint8Array(n);
  for (let t = 0; t < n; t++) {
    const own = ownFigures(model, t, members);
    const most = own.low + model.unknownMost[t]!;
    published[t] = own.figures === codes.length ? 1 : 0;
    share[0][t] = own.low;
    share[1][t] = own.mid;
    const ceiling = published[t] ? 1 : Math.max(own.low, regionCeiling(model, t, codes));
    share[2][t] = Math.min(1, most, ceiling, own.named === codes.length ? own.high : 1);
  }
  return { share, published };
}

/** A member of a region without its own figure holds at most the region's share. */
function regionCeiling(model: SupplyModel, t: number, codes: readonly string[]): number {
  const regions = model.map.technologies[t]!.supply?.regions ?? [];
  const around = regions.filter(({ region }) => codes.every((code) => model.map.groups.get(region)?.includes(code)));
  return around.reduce((least, { share }) => Math.min(least, share), 1);
}

/** Import origins by technology index, as shares of all imports; origins missing from trade data are absent. */
export type Traded = ReadonlyMap<number, ReadonlyMap<string, number>>;

/** Import origins of an economy or group; empty without trade data. */
export type TradedBy = (code: string) => Traded;

const none: Traded = new Map();

/** Without trade data: imports by world shares. */
export const untraded: TradedBy = () => none;
