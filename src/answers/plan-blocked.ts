import { groupBy } from "../base/group-by.ts";
import type { Interval } from "../base/interval.ts";
import type { HomeSales } from "../leverage/build-up.ts";
import type { End } from "../leverage/ends.ts";
import { type ExclusionMarket, type ExclusionWorld, exclusionMarket } from "../leverage/exclusion/exclusion-market.ts";
import type { MarketCluster } from "../leverage/exclusion/market-clusters.ts";
import { productExclusion } from "../leverage/exclusion/product-exclusion.ts";
import { targetOf } from "../leverage/target.ts";
import type { Bounds } from "../measure/bootstrap.ts";
import { closure } from "../measure/closure.ts";
import type { BlockedSales } from "../plan/make-problem/plan-facts.ts";

/** A main group without its space, as cells and claim clusters both have it. */
const bare = (group: string | null): string => (group ?? "").replaceAll(" ", "");

/**
 * What of a home's own sales patents of others could stop, by technology and jurisdiction: the exclusion exposure of what it sells there, over the
 * clusters of all holders but its own, in USD m a year, and what of it would be left without each main group. Licences are unknown, so that it begins at 0.
 */
export function createBlocked(
  world: ExclusionWorld,
  home: HomeSales,
  own: ReadonlySet<string>,
  jurisdictions: readonly string[],
): (t: number, groups: readonly string[]) => readonly BlockedSales[] {
  const { map } = world.model;
  const markets = jurisdictions.map((jurisdiction) => ({
    market: exclusionMarket(world, jurisdiction),
    demand: targetOf(world.model, jurisdiction).demand,
  }));
  const foreign = markets.map(({ market }) =>
    groupBy(
      market.clusters.filter(({ holder, alive }) => !own.has(holder) && alive.length > 0),
      ({ technology }) => technology,
    ),
  );
  const needing = new Map(home.sales.map(({ technology }) => [technology, new Set([technology, ...closure(map, technology, "up")])]));
  return (t, groups) =>
    markets.flatMap(({ market, demand }, m): readonly BlockedSales[] => {
      const clusters = foreign[m]!.get(map.technologies[t]!.id) ?? [];
      const sold = home.sales.filter(({ technology }) => needing.get(technology)!.has(t));
      if (clusters.length === 0 || sold.length === 0) return [];
      const at = (end: End): number => sold.reduce((sum, { technology, usd }) => sum + usd[end] * demand[end][technology]!, 0);
      const value: Bounds = { low: at(0), high: at(2) };
      const exposure = (of: readonly MarketCluster[]): Bounds => exposed(world, market, map.technologies[t]!.id, value, of);
      const all = exposure(clusters);
      if (all.high <= 0) return [];
      const without = groups.flatMap((group): readonly (readonly [string, Interval])[] => {
        const rest = clusters.filter(({ mainGroup }) => bare(mainGroup) !== bare(group));
        if (rest.length === clusters.length) return [];
        const left = rest.length > 0 ? exposure(rest) : { low: 0, high: 0 };
        return [[group, interval(all.low - left.low, all.high - left.high)]];
      });
      return [{ jurisdiction: market.jurisdiction, usd: interval(all.low, all.high), byGroup: new Map(without) }];
    });
}

const interval = (low: number, high: number): Interval => [Math.min(low, high), (low + high) / 2, Math.max(low, high)];

function exposed(world: ExclusionWorld, market: ExclusionMarket, id: string, usd: Bounds, clusters: readonly MarketCluster[]): Bounds {
  const value = { product: id, usd, lacks: null, sources: [], grades: [] };
  return productExclusion(world, market, value, [id], { clusters }).usd ?? { low: 0, high: 0 };
}
