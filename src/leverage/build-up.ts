import { clamp, type Interval } from "../base/interval.ts";
import { homeSetting } from "./chokepoint-score.ts";
import { createComposer } from "./composition.ts";
import { type ByEnd, corners, type End, type Ends } from "./ends.ts";
import { seatOf } from "./members.ts";
import type { SupplyModel } from "./model.ts";
import { createParameterLookup } from "./parameters.ts";
import { isDenied, potentialMaking } from "./potential.ts";
import { reachAgainst } from "./reach.ts";
import { type Supplies, saleNeed } from "./sale-need.ts";
import { createSaleOutput } from "./sale-output.ts";
import { leastDemand, type Target, targetOf } from "./target.ts";
import type { Traded } from "./traded.ts";
import type { Act, Withholding } from "./withholding.ts";

/** Something that a home sells and what that is worth, USD m a year: least, middle, most. */
export interface HomeSale {
  readonly technology: number;
  readonly usd: Interval;
  /** Documents of the market and of the home's share of it. */
  readonly sources: readonly string[];
}

/** A home as one that may be cut off: where it stands, and what it sells. */
export interface HomeSales {
  /** The economy or group that is cut off: itself or, of an organisation, that of its seat. */
  readonly place: string;
  readonly target: Target;
  /** What the home itself supplies of each technology. */
  readonly supplies: Supplies;
  readonly sales: readonly HomeSale[];
}

const millions = 1000;

/**
 * What a home sells: the final products of which a source says that it makes them and that have a value, and of any technology that has a market
 * what it supplies beyond its own use, so that what goes into its own products is counted once. An organisation makes no final product here: all
 * that it supplies is sold. What has no figure is left out.
 */
export function homeSales(model: SupplyModel, home: string, trade: Traded): HomeSales {
  const place = seatOf(model, home);
  const target = targetOf(model, place, trade);
  const isFirm = model.map.economyOf.has(home);
  const lookup = createParameterLookup(model.map);
  const sales = model.map.technologies.flatMap((technology): readonly HomeSale[] => {
    const market = lookup(technology, "market-size");
    if (market === null || !("source" in market.row)) return [];
    const share = isFirm ? firmShare(model, home, technology.index) : placeShare(model, target, technology.index);
    if (share === null || share.ends[2] <= 0) return [];
    const usd = [0, 1, 2].map((end) => share.ends[end as End] * market.ends[end as End] * millions);
    return [
      {
        technology: technology.index,
        usd: usd as unknown as Interval,
        sources: [market.row.source, ...share.sources].filter((each): each is string => typeof each === "string"),
      },
    ];
  });
  return { place, target, supplies: isFirm ? firmSupplies(model, home) : target, sales };
}

interface Share {
  readonly ends: Interval;
  readonly sources: readonly (string | null)[];
}

/** Of a final product what the place makes; of anything else what it supplies beyond its own use, from published figures alone. */
function placeShare(model: SupplyModel, target: Target, t: number): Share | null {
  const j = model.productRank[t]!;
  if (j >= 0) {
    if (target.made[j] !== 1) return null;
    const ends = [0, 1, 2].map((end) => target.weight[end as End][j]! / model.productValue[end as End][j]!);
    return { ends: ends as unknown as Interval, sources: [] };
  }
  const rows = (model.map.technologies[t]!.supply?.rows ?? []).filter(({ low, holder }) => {
    const at = model.economyIndex.get(seatOf(model, holder));
    return low !== null && at !== undefined && target.members.has(at);
  });
  if (rows.length === 0) return null;
  const beyond = (end: End): number => Math.max(0, target.share[end][t]! - target.demand[(2 - end) as End][t]!);
  return { ends: [beyond(0), beyond(1), beyond(2)], sources: rows.map(({ source }) => source) };
}

/** The newest published share of world supply of a firm, whatever it was counted by; `null` where no source tells. */
export function firmShare(model: SupplyModel, firm: string, t: number): Share | null {
  const [own] = model.map.technologies[t]!.shareRows.flatMap(({ rows }) => rows)
    .filter(({ holder, low, high }) => holder === firm && low !== null && high !== null)
    .sort((a, b) => (b.year ?? 0) - (a.year ?? 0));
  return own ? { ends: [own.low!, (own.low! + own.high!) / 2, own.high!], sources: [own.source] } : null;
}

/** What no source tells of a variety is taken from its family; nothing is known otherwise to be made. */
function firmSupplies(model: SupplyModel, firm: string): Supplies {
  const own = model.map.technologies.map(({ index }) => firmShare(model, firm, index)?.ends ?? null);
  const familyOf = new Map(model.map.varieties.map(({ variety, parent }) => [variety, parent]));
  const ends = own.map((share, t) => share ?? own[familyOf.get(t) ?? t] ?? [0, 0, 0]);
  return {
    share: [0, 1, 2].map((end) => Float64Array.from(ends, (each) => each[end]!)) as unknown as ByEnd,
    published: new Uint8Array(ends.length).fill(1),
  };
}

/** Nothing is left out for mattering little to final products: a home may sell other things. */
const everything = Number.NEGATIVE_INFINITY;

/** What a home would lose of its sales if one foreign holder withheld a technology, by how much of world supply it has built up itself. */
export interface LossByOwnShare {
  /** A control in force withholds it already, and not merely behind a licence. */
  readonly withheldNow: boolean;
  /** What more of world supply is its own, 0..1, rising from 0. */
  readonly points: readonly { readonly share: number; readonly usd: Interval }[];
}

/** Sales that are lost together, and the home as one that needs what they rest on. */
interface Loser {
  readonly target: Target;
  readonly sales: readonly HomeSale[];
  /** Of what the place needs of each technology, the part that the home needs itself: what it builds up serves that first. */
  readonly part: (t: number) => number;
}

/**
 * Loss of a home's sales, USD m a year, from a technology withheld for good by the foreign holder who costs it most, as the chokepoint score has it
 * (stock used up, base decayed, no recovery), at several amounts of own supply built up. What the home builds up, all others lose in proportion.
 * Final products need what is used where chips are made; anything else that is sold, what its makers take. `null`: nobody's share of it is known, or
 * it is a final product, which is lost to its users.
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

/** A home as the supplier of one thing. Of what is needed not by itself but by those who supply it, what it builds up goes to all makers of its place. */
function supplierOf(model: SupplyModel, { target, supplies }: HomeSales, sale: HomeSale): Loser {
  const need = saleNeed(model, sale.technology, target);
  const [, own] = saleNeed(model, sale.technology, supplies);
  return {
    target: {
      ...target,
      demand: need.map((part) => part.map((each) => clamp(each, leastDemand, 1))) as unknown as ByEnd,
      withheld: new Map(),
    },
    sales: [sale],
    part: (t) => (own[t]! > leastDemand ? Math.min(1, own[t]! / Math.max(leastDemand, need[1][t]!)) : 1),
  };
}

/** The target with so much more of world supply of these technologies. */
function built(target: Target, seeds: readonly number[], more: (seed: number) => number): Target {
  const share = target.share.map((own) => {
    const raised = own.slice();
    for (const seed of seeds) raised[seed] = Math.min(1, own[seed]! + more(seed));
    return raised;
  });
  return { ...target, share: share as unknown as Target["share"] };
}

/** Where a control already withholds a technology, final products count at what the home would make of them. */
function potentialProducts(model: SupplyModel, { target, sales }: HomeSales, denied: number): readonly HomeSale[] {
  const making = potentialMaking(model, target, denied);
  const products = sales.filter(({ technology }) => model.productRank[technology]! >= 0);
  if (making === null || products.length === 0) return products;
  const lookup = createParameterLookup(model.map);
  return model.map.products.flatMap((node, j): readonly HomeSale[] => {
    const market = lookup(model.map.technologies[node]!, "market-size");
    if (market === null || !("source" in market.row)) return [];
    const usd = [0, 1, 2].map((end) => making[end as End][j]! * market.ends[end as End] * millions);
    return [{ technology: node, usd: usd as unknown as Interval, sources: [market.row.source as string] }];
  });
}
