import { groupBy } from "../../base/collections.ts";
import type { Bounds } from "../../measure/bootstrap.ts";
import { type ExclusionMarket, type ExclusionWorld, exclusionMarket, type MarketCluster, productTechnologies } from "./exclusion-market.ts";
import { type Claims, type ProductExclusion, productExclusion } from "./product-exclusion.ts";

/** An economy, group or organisation with its holders. */
export interface Claimant {
  readonly id: string;
  readonly holders: ReadonlySet<string>;
}

/** What one claimant's holders could exclude from one market. */
export interface ExclusionCell {
  readonly from: string;
  readonly on: string;
  readonly products: readonly ProductExclusion[];
  /** Sums over products of known exposure and value; `null` without any. */
  readonly usd: Bounds | null;
  readonly royaltyUsd: Bounds | null;
  readonly delayYears: Bounds | null;
  /** Documents that may be in force, counted once. */
  readonly patents: number;
  readonly clusters: number;
}

/**
 * Exclusion exposure of each market to each claimant other than itself, over all or selected final products. Sums count a chip and a product
 * containing it twice if both are final products. Never added to supply leverage.
 */
export function exclusionMatrix(
  world: ExclusionWorld,
  claimants: readonly Claimant[],
  jurisdictions: readonly string[],
  only: ReadonlySet<string> | null = null,
): { readonly cells: readonly ExclusionCell[]; readonly markets: readonly ExclusionMarket[] } {
  const markets = jurisdictions.map((jurisdiction) => exclusionMarket(world, jurisdiction));
  const cells = markets.flatMap((market) => {
    const counted = only === null ? market.clusters : market.clusters.filter(({ technology }) => only.has(technology));
    const held = groupBy(counted, ({ holder }) => holder);
    return claimants
      .filter(({ id }) => id !== market.jurisdiction)
      .map(({ id, holders }) => ({
        from: id,
        ...exclusionCell(world, market, { clusters: [...holders].sort().flatMap((holder) => held.get(holder) ?? []) }),
      }));
  });
  const order = new Map(claimants.map(({ id }, at) => [id, at]));
  return { cells: cells.sort((a, b) => order.get(a.from)! - order.get(b.from)!), markets };
}

export function exclusionCell(world: ExclusionWorld, market: ExclusionMarket, claims: Claims): Omit<ExclusionCell, "from"> {
  const needed = productTechnologies(world.model);
  const products = market.values.map((value) => productExclusion(world, market, value, needed.get(value.product)!, claims));
  const ofProducts = new Set([...needed.values()].flat());
  return {
    on: market.jurisdiction,
    products,
    usd: sumOf(products.map(({ usd }) => usd)),
    royaltyUsd: sumOf(products.map(({ royaltyUsd }) => royaltyUsd)),
    delayYears: hullOf(products.map(({ delayYears }) => delayYears)),
    patents: new Set(products.flatMap(({ patents }) => patents)).size,
    clusters: claims.clusters.filter(({ alive, technology }) => alive.length > 0 && ofProducts.has(technology)).length,
  };
}

function sumOf(values: readonly (Bounds | null)[]): Bounds | null {
  const known = values.filter((each) => each !== null);
  if (known.length === 0) return null;
  return known.reduce((sum, { low, high }) => ({ low: sum.low + low, high: sum.high + high }), { low: 0, high: 0 });
}

function hullOf(values: readonly (Bounds | null)[]): Bounds | null {
  const known = values.filter((each) => each !== null);
  if (known.length === 0) return null;
  return { low: Math.min(...known.map(({ low }) => low)), high: Math.max(...known.map(({ high }) => high)) };
}

/** Holders refusing all licences in some technologies and jurisdictions. */
export interface Denial {
  readonly holders: ReadonlySet<string>;
  readonly jurisdictions: readonly string[];
  /** `null`: all technologies. */
  readonly technologies: ReadonlySet<string> | null;
}

/**
 * Effect of refusing licences by jurisdiction: denied claims are surely unlicensed, which raises the low end. Lost market access, not
 * output. `before`: all holders at present licence status; `after`: with the denied claims unlicensed; `alone`: the denied claims alone.
 */
export function denyLicencesIn(world: ExclusionWorld, { holders, jurisdictions, technologies }: Denial) {
  const denied = ({ holder, technology }: MarketCluster): boolean =>
    holders.has(holder) && (technologies === null || technologies.has(technology));
  const licensed = (cluster: MarketCluster): boolean | null => (denied(cluster) ? false : world.licensed(cluster.holder));
  return jurisdictions.map((jurisdiction) => {
    const market = exclusionMarket(world, jurisdiction);
    return {
      jurisdiction,
      before: exclusionCell(world, market, { clusters: market.clusters }),
      after: exclusionCell(world, market, { clusters: market.clusters, licensed }),
      alone: exclusionCell(world, market, { clusters: market.clusters.filter(denied), licensed }),
    };
  });
}
