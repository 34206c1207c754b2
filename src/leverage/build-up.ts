import { has } from "../base/collections.ts";
import { clamp, type Interval } from "../base/numbers.ts";
import type { Technology } from "../measure/supply/supply-map.ts";
import { homeSetting } from "./chokepoint-score.ts";
import { createComposer } from "./composition.ts";
import { atEnds, type ByEnd, corners, type End, type Ends } from "./ends.ts";
import { seatOf } from "./members.ts";
import type { SupplyModel } from "./model.ts";
import { createParameterLookup } from "./parameters.ts";
import { isDenied, potentialMaking } from "./potential.ts";
import { reachAgainst } from "./reach.ts";
import { createSaleOutput, type Supplies, saleNeed } from "./sale-need.ts";
import type { Traded } from "./target.ts";
import { type Target, targetOf } from "./target.ts";
import { leastDemand } from "./target-need.ts";
import type { Act, Withholding } from "./withholding.ts";

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
export function firmShare(model: SupplyModel, firm: string, t: number): Share | null {
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

/** No tolerance for small effects on final products: a home may sell other things. */
const everything = Number.NEGATIVE_INFINITY;

/** Loss of a home's sales from one foreign holder withholding a technology, by additional own supply. */
export interface LossByOwnShare {
  /** A control in force withholds it already, beyond a licence requirement. */
  readonly withheldNow: boolean;
  /** Additional own share of world supply, 0..1, ascending from 0. */
  readonly points: readonly { readonly share: number; readonly usd: Interval }[];
}

/** Sales lost together, and the home as a user of their inputs. */
interface Loser {
  readonly target: Target;
  readonly sales: readonly HomeSale[];
  /** Home's share of its place's needs by technology; additional own supply serves that first. */
  readonly part: (t: number) => number;
}

/**
 * Loss of a home's sales, USD m a year, if the costliest foreign holder withholds a technology for good (as in the chokepoint score), at
 * several amounts of additional own supply, which reduces all others in proportion. Final products need what is used where chips are made;
 * other sales what their makers use. `null`: no known share, or a final product.
 */
export function createBuildUp(withholding: Withholding, home: HomeSales): (t: number, shares: readonly number[]) => LossByOwnShare | null {
  const { model } = withholding;
  const composer = createComposer(model);
  const outputOf = createSaleOutput(model, composer, home.supplies.share);
  const setting = homeSetting(withholding, home.target, reachAgainst(model, home.place));
  const isProduct = ({ technology }: HomeSale): boolean => model.productRank[technology]! >= 0;
  const suppliers = home.sales.filter((sale) => !isProduct(sale)).map((sale) => supplierOf(model, home, sale));
  return (t, shares) => {
    const seeds = withholding.seeds(t);
    if (seeds.length === 0 || model.productRank[t]! >= 0) return null;
    const denied = [t, ...seeds].find((node) => isDenied(home.target, node));
    const products = denied === undefined ? home.sales.filter(isProduct) : potentialProducts(model, home, denied);
    const losers = [
      { target: home.target, sales: products, part: () => 1 },
      ...suppliers.filter(
        ({ target, sales: [sale] }) => sale!.technology !== t && seeds.some((seed) => target.demand[2][seed]! > leastDemand),
      ),
    ].filter(({ sales }) => sales.length > 0);
    const acts = setting.holders(t).map((holder) => setting.act(holder));
    const points = shares.map((share) => {
      const after = ({ target, part }: Loser): Target => (share === 0 ? target : built(target, seeds, (seed) => share / part(seed)));
      const raised = losers.map((loser) => ({ ...loser, after: after(loser) }));
      const lossOf = (act: Act, ends: Ends, end: End): number =>
        raised.reduce((lost, { target, after, sales }) => {
          const displaced: Act = { ...act, target: after, displacedFrom: target };
          composer.run(after, ends, seeds, (node, output) => withholding.shortfall(displaced, node, ends, output), everything);
          return sales.reduce((sum, { technology, usd }) => sum + usd[end] * (1 - outputOf(technology, ends.weights)), lost);
        }, 0);
      const usd = corners.map((ends, end) => acts.reduce((most, act) => Math.max(most, lossOf(act, ends, end as End)), 0));
      return { share, usd: usd.sort((a, b) => a - b) as unknown as Interval };
    });
    return { withheldNow: denied !== undefined, points };
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

/** A home as supplier of one product. Additional supply of indirect inputs goes to all makers at its place. */
function supplierOf(model: SupplyModel, home: HomeSales, sale: HomeSale): Loser {
  const [, need] = saleNeed(model, sale.technology, home.target);
  const [, own] = saleNeed(model, sale.technology, home.supplies);
  return {
    target: supplierTarget(model, home, sale),
    sales: [sale],
    part: (t) => (own[t]! > leastDemand ? Math.min(1, own[t]! / Math.max(leastDemand, need[t]!)) : 1),
  };
}

/** The target with a larger share of world supply of these technologies. */
function built(target: Target, seeds: readonly number[], more: (seed: number) => number): Target {
  const share = target.share.map((own) => {
    const raised = own.slice();
    for (const seed of seeds) raised[seed] = Math.min(1, own[seed]! + more(seed));
    return raised;
  });
  const self = target.self.map((part, end) => {
    const raised = part.slice();
    for (const seed of seeds)
      raised[seed] = Math.min(1, part[seed]! + more(seed) / Math.max(leastDemand, target.demand[end as End][seed]!));
    return raised;
  });
  return { ...target, share: share as unknown as Target["share"], self: self as unknown as Target["self"] };
}

/** Where a control already withholds a technology, products count at their potential production. */
function potentialProducts(model: SupplyModel, { target, sales }: HomeSales, denied: number): readonly HomeSale[] {
  const making = potentialMaking(model, target, denied);
  const products = sales.filter(({ technology }) => model.productRank[technology]! >= 0);
  if (making === null || products.length === 0) return products;
  const marketOf = publishedMarkets(model);
  return model.map.products.flatMap((node, j): readonly HomeSale[] => {
    const market = marketOf(model.map.technologies[node]!);
    if (market === null) return [];
    return [{ technology: node, usd: atEnds((end) => making[end][j]! * market.usd[end]), sources: [market.source as string] }];
  });
}
