import { has } from "../base/collections.ts";
import { clamp, type Interval } from "../base/numbers.ts";
import type { Technology } from "../measure/supply/supply-map.ts";
import { atEnds, type ByEnd, type End } from "./ends.ts";
import { seatOf } from "./members.ts";
import type { SupplyModel } from "./model.ts";
import { createParameterLookup } from "./parameters.ts";
import { type Target, type Traded, targetOf } from "./target.ts";
import { leastDemand } from "./target-need.ts";

/** A product that a home sells and its value, USD m a year: least, middle, most. */
export interface HomeSale {
  readonly technology: number;
  readonly usd: Interval;
  /** Documents of the market and of the home's share. */
  readonly sources: readonly string[];
}

/** A home as a potential target, with what it sells. */
export interface HomeSales {
  /** The economy or group cut off: itself or, for an organisation, that of its seat. */
  readonly place: string;
  readonly target: Target;
  /** Home's own supply of each technology. */
  readonly supplies: Supplies;
  readonly sales: readonly HomeSale[];
}

const millions = 1000;

/**
 * What a home sells: final products with a known value, and supply of other priced technologies beyond its own use, so that inputs of its
 * own products count once. An organisation sells all that it supplies and makes no final products here. Items without a figure are left out.
 */
export function homeSales(model: SupplyModel, home: string, trade: Traded): HomeSales {
  const place = seatOf(model, home);
  const target = targetOf(model, place, trade);
  const isFirm = model.map.economyOf.has(home);
  const marketOf = publishedMarkets(model);
  const sales = model.map.technologies.flatMap((technology): readonly HomeSale[] => {
    const market = marketOf(technology);
    if (market === null) return [];
    const share = isFirm ? firmShare(model, home, technology.index) : placeShare(model, target, technology.index);
    if (share === null || share.ends[2] <= 0) return [];
    const usd = atEnds((end) => share.ends[end] * market.usd[end]);
    return [{ technology: technology.index, usd, sources: [market.source, ...share.sources].filter((each) => each !== null) }];
  });
  return { place, target, supplies: isFirm ? firmSupplies(model, home) : target, sales };
}

/** World market of a technology that a document gives, USD m a year. */
function publishedMarkets({ map }: SupplyModel) {
  const lookup = createParameterLookup(map);
  return (technology: Technology): { readonly usd: Interval; readonly source: string | null } | null => {
    const market = lookup(technology, "market-size");
    if (market === null || !("source" in market.row)) return null;
    return { usd: atEnds((end) => market.ends[end] * millions), source: market.row.source };
  };
}

interface Share {
  readonly ends: Interval;
  readonly sources: readonly (string | null)[];
}

/** For final products the home's production; otherwise supply beyond own use, published figures only. */
function placeShare(model: SupplyModel, target: Target, t: number): Share | null {
  const j = model.productRank[t]!;
  if (j >= 0) {
    if (target.made[j] !== 1) return null;
    return { ends: atEnds((end) => target.weight[end][j]! / model.productValue[end][j]!), sources: [] };
  }
  const rows = (model.map.technologies[t]!.supply?.rows ?? []).filter(({ low, holder }) => {
    const at = model.economyIndex.get(seatOf(model, holder));
    return low !== null && at !== undefined && target.members.has(at);
  });
  if (rows.length === 0) return null;
  const beyond = (end: End): number => Math.max(0, target.share[end][t]! - target.demand[(2 - end) as End][t]!);
  return { ends: atEnds(beyond), sources: rows.map(({ source }) => source) };
}

/** Newest published world share of a firm on any basis; `null` if none. */
function firmShare(model: SupplyModel, firm: string, t: number): Share | null {
  const [own] = model.map.technologies[t]!.shareRows.flatMap(({ rows }) => rows)
    .filter(has("low"))
    .filter(has("high"))
    .filter(({ holder }) => holder === firm)
    .sort((a, b) => (b.year ?? 0) - (a.year ?? 0));
  return own ? { ends: [own.low, (own.low + own.high) / 2, own.high], sources: [own.source] } : null;
}

/** A variety without figures takes those of its family. */
function firmSupplies(model: SupplyModel, firm: string): Supplies {
  const own = model.map.technologies.map(({ index }) => firmShare(model, firm, index)?.ends ?? null);
  const familyOf = new Map(model.map.varieties.map(({ variety, parent }) => [variety, parent]));
  const ends = own.map((share, t) => share ?? own[familyOf.get(t) ?? t] ?? [0, 0, 0]);
  return {
    share: atEnds((end) => Float64Array.from(ends, (each) => each[end])),
    published: new Uint8Array(ends.length).fill(1),
  };
}

/** A home as supplier of one product: the target whose need is that of the product's makers, already withheld or not. */
export function supplierTarget(model: SupplyModel, { target }: HomeSales, sale: HomeSale): Target {
  const need = saleNeed(model, sale.technology, target);
  return {
    ...target,
    demand: need.map((part) => part.map((each) => clamp(each, leastDemand, 1))) as unknown as ByEnd,
    withheld: new Map(),
  };
}

/** Supply of a party by technology, as world shares; `published`: 1 for figures. */
interface Supplies {
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
