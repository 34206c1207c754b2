import { kept, keptWith } from "../base/collections.ts";
import { clamp } from "../base/numbers.ts";
import { atEnds, type ByEnd, byEnd, type End } from "./ends.ts";
import { membersOf } from "./members.ts";
import type { SupplyModel } from "./model.ts";
import { complement, type Place, productPlaces } from "./product-places.ts";
import { type Withheld, withheldFrom } from "./reach.ts";

import { weightedMean } from "./weighted.ts";

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
  /** Product weights in the target's output, in the order of `map.products`. */
  readonly weight: ByEnd;
  /** 1: made, 0: unknown, -1: not made. */
  readonly made: Int8Array;
  readonly withheld: ReadonlyMap<number, readonly Withheld[]>;
  readonly imports: Traded;
}

/** Shares of world use up to this are zero, or unknown for a fabless firm: relative shortfalls take the limit, amounts are not reported. */
export const leastDemand = 1e-4;

/** An economy or group as target. O(technologies + shares). */
export function targetOf(model: SupplyModel, code: string, imports: Traded = untraded(code)): Target {
  const codes = membersOf(model, code);
  const members = new Set(codes.flatMap((member) => model.economyIndex.get(member) ?? []));
  const places = productPlaces(model, code, codes, "make");
  const withheld = withheldFrom(model, [code, ...codes]);
  const demand = demandArrays(model, places, productPlaces(model, code, codes, "use"));
  return { label: code, members, ...ownShares(model, members, codes), demand, ...productWeights(model, places), withheld, imports };
}

const endNames = ["low", "mid", "high"] as const;

export function productWeights(model: SupplyModel, places: readonly Place[]): { weight: ByEnd; made: Int8Array } {
  return {
    weight: atEnds((end) => Float64Array.from(places, (place, i) => place[endNames[end]] * model.productValue[end][i]!)),
    made: Int8Array.from(places, (place) => (place.known ? (place.high > 0 ? 1 : -1) : 0)),
  };
}

/** `d_B(t) = Σ V_j z_Bj / Σ V_j` over the final products that need `t`; for a final product its use. */
export function demandArrays(model: SupplyModel, makes: readonly Place[], uses: readonly Place[]): ByEnd {
  const parts = endNames.map((name) => Float64Array.from(makes, (place) => place[name]));
  const bySet = model.productSets.map((set) =>
    parts.map((part, end) =>
      set.length > 0 ? clamp(weightedMean(set, part, model.productValue, end as End), leastDemand, 1) : leastDemand,
    ),
  );
  const arrays = atEnds((end) => Float64Array.from(model.productSet, (id) => bySet[id]![end]!));
  model.map.products.forEach((node, j) => {
    endNames.forEach((name, end) => {
      arrays[end as End][node] = clamp(uses[j]![name], leastDemand, 1);
    });
  });
  return arrays;
}

/**
 * Own output of `u` as a multiple of need, by ends of share and need: two candidates, the less harmful counting at the favourable end.
 * In-house: 1; unknown providers: 0 to 1. Exporters keep home supply first, so 1 is the worst case above 1.
 */
export function ownMultiple(model: SupplyModel, target: Target, u: number, unknown: End, demand: End): readonly [number, number] {
  if (model.inHouse[u]) return [1, 1];
  if (model.map.technologies[u]!.supply === null) return [unknown / 2, unknown / 2];
  const low = target.share[unknown === 1 ? 1 : 0][u]! / target.demand[demand === 1 ? 1 : 2][u]!;
  const high = target.share[unknown === 1 ? 1 : 2][u]! / target.demand[demand === 1 ? 1 : 0][u]!;
  if (unknown !== 2 && demand !== 2) return [low, high];
  const worst = clamp(1, low, high);
  return [worst, worst];
}

/** Part of the need lost with own output: `own` multiples were made, `output` of that is left. */
export function ownLoss(own: number, output: number): number {
  return Math.max(0, Math.min(1, own) - output * own);
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

const worlds = keptWith((model: SupplyModel) => kept((holder: string | null) => buildWorldWithout(model, holder)));

/** Everyone but one holder as a target, cached. `null`: an unnamed holder. */
export const worldWithout = (model: SupplyModel, holder: string | null): Target => worlds(model)(holder);

/**
 * A target losing at least as much as the world without any one holder: it makes all it needs, with product weights spanning all holders.
 * Used at the adverse end of the world score.
 */
export const worldEnvelope = keptWith((model: SupplyModel): Target => {
  const all = [null, ...model.economies].map((holder) => worldWithout(model, holder));
  const base = all[0]!;
  const ones = new Float64Array(model.map.technologies.length).fill(1);
  const weight: ByEnd = [
    base.weight[0].map((_, j) => Math.min(...all.map((target) => target.weight[0][j]!))),
    base.weight[1],
    base.weight[2].map((_, j) => Math.max(...all.map((target) => target.weight[2][j]!))),
  ];
  return {
    ...base,
    label: "the world without any one holder",
    share: [ones, ones, ones] as const,
    demand: [ones, ones, ones] as const,
    weight,
  };
});

function buildWorldWithout(model: SupplyModel, holder: string | null): Target {
  const outside = holder === null ? undefined : model.economyIndex.get(holder);
  const members = new Set(model.economies.flatMap((_, index) => (index === outside ? [] : [index])));
  const nowhere = { low: 0, mid: 0, high: 0, known: true, source: null };
  const holds = (role: "make" | "use"): readonly Place[] =>
    holder === null ? model.map.products.map(() => nowhere) : productPlaces(model, holder, membersOf(model, holder), role);
  const [places, use] = [holds("make").map(complement), holds("use").map(complement)];
  const n = model.map.technologies.length;
  const share = byEnd(n);
  for (let t = 0; t < n; t++) {
    const [low, mid, high] = holder === null ? [0, 0, model.unknownMost[t]!] : shareOf(model, t, outside ?? -1);
    share[0][t] = 1 - high;
    share[1][t] = 1 - mid;
    share[2][t] = 1 - low;
  }
  return {
    label: holder === null ? "the world" : `the world without ${holder}`,
    members,
    share,
    published: new Uint8Array(n).fill(1),
    demand: demandArrays(model, places, use),
    ...productWeights(model, places),
    withheld: new Map(),
    imports: new Map(),
  };
}

/** Import origins by technology index, as shares of all imports; origins missing from trade data are absent. */
export type Traded = ReadonlyMap<number, ReadonlyMap<string, number>>;

/** Import origins of an economy or group; empty without trade data. */
export type TradedBy = (code: string) => Traded;

const none: Traded = new Map();

/** Without trade data: imports by world shares. */
export const untraded: TradedBy = () => none;
