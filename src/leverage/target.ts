import { clamp } from "../base/interval.ts";
import { inForce } from "../measure/supply-map.ts";
import type { End } from "./ends.ts";
import type { SupplyModel } from "./model.ts";
import { weightedMean } from "./weighted-mean.ts";

type ByEnd = readonly [Float64Array, Float64Array, Float64Array];

/** A control in force that already keeps a technology from the target. */
export interface Withheld {
  readonly issuer: string;
  readonly class: string;
  readonly since: string | null;
  readonly citation: string;
  readonly source: string | null;
}

/** What the kernels need to know of a target: an economy, a group as the sum of its members, or the world but one holder. */
export interface Target {
  readonly label: string;
  /** Economies of the target, by index. */
  readonly members: ReadonlySet<number>;
  /** Own share of supply of each technology: least, expected, most. */
  readonly share: ByEnd;
  /** 1 where the own share is a published figure, so that none of the unknown can be the target's. */
  readonly published: Uint8Array;
  /** Share of world use of each technology by end of `demand` (0 least). */
  readonly demand: ByEnd;
  /** Weight of each final product in the target's output, in the order of `map.products`. */
  readonly weight: ByEnd;
  /** 1: made, 0: figure unknown, -1: known not to be made. */
  readonly made: Int8Array;
  readonly withheld: ReadonlyMap<number, readonly Withheld[]>;
  /** Import shares by origin where bilateral trade is loaded: technology -> economy -> part of imports. */
  readonly imports: ReadonlyMap<number, ReadonlyMap<string, number>>;
}

/** A share of world use that is no more than this is none; what is asked of it is taken as the limit towards none. */
export const leastDemand = 1e-4;

/** The economies a code stands for: a group's members, or the economy itself. */
export function membersOf(model: SupplyModel, code: string): readonly string[] {
  return model.map.groups.get(code) ?? [code];
}

/** The profile of an economy or a group as target. O(technologies + shares). */
export function targetOf(model: SupplyModel, code: string, imports: ReadonlyMap<number, ReadonlyMap<string, number>> = new Map()): Target {
  const codes = membersOf(model, code);
  const members = new Set(codes.flatMap((member) => model.economyIndex.get(member) ?? []));
  const places = productPlaces(model, code, codes, "make");
  const withheld = withheldFrom(model, new Set([code, ...codes]));
  const demand = demandByUse(model, places, code, codes);
  return { label: code, members, ...ownShares(model, members, codes), demand, ...productWeights(model, places), withheld, imports };
}

const worlds = new WeakMap<SupplyModel, Map<string | null, Target>>();

/** Everybody but one holder, as one target, kept: for the world score. `null`: a holder nobody has named. */
export function worldWithout(model: SupplyModel, holder: string | null): Target {
  const known = worlds.get(model) ?? new Map<string | null, Target>();
  worlds.set(model, known);
  const target = known.get(holder) ?? buildWorldWithout(model, holder);
  known.set(holder, target);
  return target;
}

const envelopes = new WeakMap<SupplyModel, Target>();

/**
 * A target that loses at least as much as the world without any one holder: it makes all it needs itself, and the weight of each
 * product lies between the least and the greatest over all holders. The adverse end of the world score is taken against it.
 */
export function worldEnvelope(model: SupplyModel): Target {
  const known = envelopes.get(model);
  if (known) return known;
  const all = [null, ...model.economies].map((holder) => worldWithout(model, holder));
  const base = all[0]!;
  const ones = new Float64Array(model.map.technologies.length).fill(1);
  const weight: ByEnd = [
    base.weight[0].map((_, j) => Math.min(...all.map((target) => target.weight[0][j]!))),
    base.weight[1],
    base.weight[2].map((_, j) => Math.max(...all.map((target) => target.weight[2][j]!))),
  ];
  const envelope = { ...base, label: "the world without any one holder", share: [ones, ones, ones] as const, weight };
  envelopes.set(model, envelope);
  return envelope;
}

function buildWorldWithout(model: SupplyModel, holder: string | null): Target {
  const outside = holder === null ? undefined : model.economyIndex.get(holder);
  const members = new Set(model.economies.flatMap((_, index) => (index === outside ? [] : [index])));
  const nowhere = { low: 0, mid: 0, high: 0, known: true };
  const placesOf = (role: "make" | "use"): readonly Place[] =>
    (holder === null ? model.map.products.map(() => nowhere) : productPlaces(model, holder, membersOf(model, holder), role)).map(
      complement,
    );
  const [places, use] = [placesOf("make"), placesOf("use")];
  const n = model.map.technologies.length;
  const share: ByEnd = [new Float64Array(n), new Float64Array(n), new Float64Array(n)];
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

interface Place {
  readonly low: number;
  readonly mid: number;
  readonly high: number;
  readonly known: boolean;
}

function complement(place: Place): Place {
  return { low: 1 - place.high, mid: 1 - place.mid, high: 1 - place.low, known: true };
}

/** Share of making (or using) each final product; unknown: from nothing to what the known figures leave. */
function productPlaces(model: SupplyModel, code: string, codes: readonly string[], role: "make" | "use"): readonly Place[] {
  return model.map.products.map((node) => {
    const id = model.map.technologies[node]!.id;
    const rows = latestPlaces(model, id, role);
    const direct = rows.get(code);
    if (direct) return { low: direct.low, mid: (direct.low + direct.high) / 2, high: direct.high, known: true };
    const parts = codes.map((member) => rows.get(member));
    if (parts.every((part) => part !== undefined)) return sum(parts as { low: number; high: number }[]);
    const known = parts.reduce((total, part) => total + (part?.low ?? 0), 0);
    const rest = clamp(
      1 - [...rows.entries()].reduce((total, [economy, row]) => total + (isGroup(model, economy, rows) ? 0 : row.low), 0),
      0,
      1,
    );
    const groups = [...rows].filter(([economy]) => model.map.groups.get(economy)?.includes(code));
    const ceiling = groups.reduce((least, [, row]) => Math.min(least, row.high), rest);
    return { low: known, mid: known + ceiling / (blankMakers + 1), high: Math.min(1, known + ceiling), known: false };
  });
}

/** How many economies without a figure are taken to share the rest of a final product, beside the home. */
const blankMakers = 5;

function isGroup(model: SupplyModel, economy: string, rows: ReadonlyMap<string, unknown>): boolean {
  return (model.map.groups.get(economy) ?? []).some((member) => rows.has(member));
}

function sum(parts: readonly { low: number; high: number }[]): Place {
  const low = parts.reduce((total, part) => total + part.low, 0);
  const high = Math.min(
    1,
    parts.reduce((total, part) => total + part.high, 0),
  );
  return { low, mid: (low + high) / 2, high, known: true };
}

type PlaceRows = ReadonlyMap<string, { readonly low: number; readonly high: number }>;

const places = new WeakMap<SupplyModel, ReadonlyMap<string, PlaceRows>>();

/** The newest figure of each economy for one product and role; all are sorted out once. */
function latestPlaces(model: SupplyModel, product: string, role: string): PlaceRows {
  const known = places.get(model) ?? sortPlaces(model);
  places.set(model, known);
  return known.get(`${product}|${role}`) ?? new Map();
}

function sortPlaces(model: SupplyModel): ReadonlyMap<string, PlaceRows> {
  const sorted = new Map<string, Map<string, { low: number; high: number; year: number }>>();
  for (const { product, role, economy, low, high, year } of model.map.rows.product_place) {
    if (low === null || high === null) continue;
    const key = `${product}|${role}`;
    const latest = sorted.get(key) ?? sorted.set(key, new Map()).get(key)!;
    const before = latest.get(economy);
    if (!before || (year ?? 0) >= before.year) latest.set(economy, { low, high, year: year ?? 0 });
  }
  return sorted;
}

function productWeights(model: SupplyModel, places: readonly Place[]): { weight: ByEnd; made: Int8Array } {
  const [least, middle, most] = model.productValue;
  return {
    weight: [
      Float64Array.from(places, (place, i) => place.low * least[i]!),
      Float64Array.from(places, (place, i) => place.mid * middle[i]!),
      Float64Array.from(places, (place, i) => place.high * most[i]!),
    ],
    made: Int8Array.from(places, (place) => (place.known ? (place.high > 0 ? 1 : -1) : 0)),
  };
}

function demandByUse(model: SupplyModel, makes: readonly Place[], code: string, codes: readonly string[]): ByEnd {
  return demandArrays(model, makes, productPlaces(model, code, codes, "use"));
}

/** `d_B(t) = Σ V_j z_Bj / Σ V_j` over the final products that need `t`; a final product by its use. */
function demandArrays(model: SupplyModel, makes: readonly Place[], uses: readonly Place[]): ByEnd {
  const parts = (["low", "mid", "high"] as const).map((name) => Float64Array.from(makes, (place) => place[name]));
  const bySet = model.productSets.map((set) =>
    parts.map((part, end) =>
      set.length > 0 ? clamp(weightedMean(set, part, model.productValue, end as End), leastDemand, 1) : leastDemand,
    ),
  );
  const arrays: ByEnd = [0, 1, 2].map((end) => Float64Array.from(model.productSet, (id) => bySet[id]![end]!)) as unknown as ByEnd;
  model.map.products.forEach((node, j) => {
    arrays[0][node] = clamp(uses[j]!.low, leastDemand, 1);
    arrays[1][node] = clamp(uses[j]!.mid, leastDemand, 1);
    arrays[2][node] = clamp(uses[j]!.high, leastDemand, 1);
  });
  return arrays;
}

/** A holder's share: least, expected, most; all of them 0 for one the row does not name. */
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

interface OwnFigures {
  readonly low: number;
  readonly mid: number;
  readonly high: number;
  /** How many members have a figure, and how many the row names. */
  readonly figures: number;
  readonly named: number;
}

/** Adds up the members' entries of one technology. */
function ownFigures(model: SupplyModel, t: number, members: ReadonlySet<number>): OwnFigures {
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

/** A member that the row does not name may have any of the unknown; only where all have a figure is none of it theirs. */
function ownShares(model: SupplyModel, members: ReadonlySet<number>, codes: readonly string[]): Pick<Target, "share" | "published"> {
  const n = model.map.technologies.length;
  const share: ByEnd = [new Float64Array(n), new Float64Array(n), new Float64Array(n)];
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

/** A member of a region without a figure of its own holds at most the region's share. */
function regionCeiling(model: SupplyModel, t: number, codes: readonly string[]): number {
  const regions = model.map.technologies[t]!.supply?.regions ?? [];
  const around = regions.filter(({ region }) => codes.every((code) => model.map.groups.get(region)?.includes(code)));
  return around.reduce((least, { share }) => Math.min(least, share), 1);
}

function withheldFrom(model: SupplyModel, names: ReadonlySet<string>): ReadonlyMap<number, readonly Withheld[]> {
  const found = new Map<number, Withheld[]>();
  for (const row of model.map.rows.withheld) {
    const t = model.map.indexOf.get(row.technology);
    const start = row.effective ?? row.published;
    if (t === undefined || !names.has(row.target) || !inForce(start, row.until, model.map.asOf)) continue;
    const control: Withheld = { issuer: row.issuer, class: row.class, since: start, citation: row.citation, source: row.source };
    found.get(t)?.push(control) ?? found.set(t, [control]);
  }
  for (const list of found.values()) list.sort((a, b) => (a.since ?? "").localeCompare(b.since ?? ""));
  return found;
}

/**
 * Part of the target's need of `u` that it makes itself: what it loses when its own output falls. In-house: all of it; where nothing
 * is known of the providers: from nothing to all.
 */
export function ownPart(model: SupplyModel, target: Target, u: number, unknown: End, demand: End): number {
  if (model.inHouse[u]) return 1;
  if (model.map.technologies[u]!.supply === null) return unknown / 2;
  const need = target.demand[(2 - demand) as End][u]!;
  return Math.min(1, target.share[unknown][u]! / need);
}
