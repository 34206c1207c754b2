import { groupBy } from "../../base/collections.ts";
import type { Interval } from "../../base/numbers.ts";
import type { HomeSales } from "../../leverage/build-up.ts";
import type { End } from "../../leverage/ends.ts";
import {
  type ExclusionMarket,
  type ExclusionWorld,
  exclusionMarket,
  type MarketCluster,
} from "../../leverage/exclusion/exclusion-market.ts";
import { productExclusion } from "../../leverage/exclusion/product-exclusion.ts";
import { targetOf } from "../../leverage/target.ts";
import type { Bounds } from "../../measure/bootstrap.ts";
import { closure } from "../../measure/supply/topology.ts";
import type { BlockedSales } from "../../plan/make-problem/plan-facts.ts";

/** A main group without its space, as cells and claim clusters both have it. */
export const bare = (group: string | null): string => (group ?? "").replaceAll(" ", "");

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
  const needing = neededBy(world, home);
  const joint = markets.map(({ market, demand }, m) => jointPart(world, home, market, demand, needing, foreign[m]!));
  return (t, groups) =>
    markets.flatMap(({ market, demand }, m): readonly BlockedSales[] => {
      const clusters = foreign[m]!.get(map.technologies[t]!.id) ?? [];
      const value = soldThere(home, demand, needing, t);
      if (clusters.length === 0 || value.high <= 0) return [];
      const exposure = (of: readonly MarketCluster[]): Bounds => {
        const { low, high } = exposed(world, market, [map.technologies[t]!.id], value, of);
        return { low: low * joint[m]!, high: high * joint[m]! };
      };
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

type Demand = ReturnType<typeof targetOf>["demand"];
type NeededBy = ReadonlyMap<number, ReadonlySet<number>>;

/** For each thing sold the technologies that a claim on it may stand in: itself and all it rests on. */
const neededBy = ({ model: { map } }: ExclusionWorld, { sales }: HomeSales): NeededBy =>
  new Map(sales.map(({ technology }) => [technology, new Set([technology, ...closure(map, technology, "up")])]));

/** What the home sells in a jurisdiction that rests on a technology, USD m a year. */
function soldThere({ sales }: HomeSales, demand: Demand, needing: NeededBy, t: number): Bounds {
  const sold = sales.filter(({ technology }) => needing.get(technology)!.has(t));
  const at = (end: End): number => sold.reduce((sum, { technology, usd }) => sum + usd[end] * demand[end][technology]!, 0);
  return { low: at(0), high: at(2) };
}

/**
 * What one product is exposed to over all its technologies at once, as a part of the sum over them one by one: claims on several technologies of a
 * product can stop it only once.
 */
function jointPart(
  world: ExclusionWorld,
  home: HomeSales,
  market: ExclusionMarket,
  demand: Demand,
  needing: NeededBy,
  foreign: ReadonlyMap<string, readonly MarketCluster[]>,
): number {
  const { technologies } = world.model.map;
  let [joint, apart] = [0, 0];
  for (const { technology, usd } of home.sales) {
    const value = { low: usd[0] * demand[0][technology]!, high: usd[2] * demand[2][technology]! };
    const ids = [...needing.get(technology)!].map((t) => technologies[t]!.id).filter((id) => foreign.has(id));
    if (ids.length === 0) continue;
    const all = ids.flatMap((id) => foreign.get(id)!);
    joint += exposed(world, market, ids, value, all).high;
    for (const id of ids) apart += exposed(world, market, [id], value, foreign.get(id)!).high;
  }
  return apart > 0 ? Math.min(1, joint / apart) : 1;
}

const interval = (low: number, high: number): Interval => [Math.min(low, high), (low + high) / 2, Math.max(low, high)];

function exposed(
  world: ExclusionWorld,
  market: ExclusionMarket,
  ids: readonly string[],
  usd: Bounds,
  clusters: readonly MarketCluster[],
): Bounds {
  const value = { product: ids[0]!, usd, lacks: null, sources: [], grades: [] };
  return productExclusion(world, market, value, ids, { clusters }).usd ?? { low: 0, high: 0 };
}
