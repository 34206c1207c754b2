import { groupBy } from "../../base/group-by.ts";
import type { Bounds } from "../../measure/bootstrap.ts";
import { type ExclusionMarket, type ExclusionWorld, exclusionMarket, productTechnologies } from "./exclusion-market.ts";
import { type Claims, type ProductExclusion, productExclusion } from "./product-exclusion.ts";

/** An economy, a group or an organisation with the holders that are its own. */
export interface Claimant {
  readonly id: string;
  readonly holders: ReadonlySet<string>;
}

/** What the holders of one claimant could keep from one market. */
export interface ExclusionCell {
  readonly from: string;
  readonly on: string;
  readonly products: readonly ProductExclusion[];
  /** Sums over the products whose exposure and value are known; `null` if there are none. Each is at most its `V_J`. */
  readonly usd: Bounds | null;
  readonly royaltyUsd: Bounds | null;
  readonly delayYears: Bounds | null;
  /** Documents that may be in force, each once over all products. */
  readonly patents: number;
  readonly clusters: number;
}

export interface ExclusionMatrix {
  readonly cells: readonly ExclusionCell[];
  readonly markets: readonly ExclusionMarket[];
}

/**
 * Exclusion exposure that each claimant has on each market, of all final products or those asked for. Nobody is measured against itself.
 * One product formula over all technologies and holders, product by product; the sum over products counts a chip and what is made of it twice
 * where both are final products of the map. Never added to supply leverage.
 */
export function exclusionMatrix(
  world: ExclusionWorld,
  claimants: readonly Claimant[],
  jurisdictions: readonly string[],
  only: ReadonlySet<string> | null = null,
): ExclusionMatrix {
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

/** Every final product of one market against some claims. */
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
