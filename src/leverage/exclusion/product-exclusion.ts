import { groupBy } from "../../base/group-by.ts";
import type { Bounds } from "../../measure/bootstrap.ts";
import {
  type ExclusionExposure,
  type ExclusionQuestion,
  exclusionExposure,
  type HolderTerms,
  type TechnologyTerms,
} from "./exclusion-exposure.ts";
import type { ExclusionMarket, ExclusionWorld } from "./exclusion-market.ts";
import type { MarketCluster } from "./market-clusters.ts";
import type { ValueAtStake } from "./value-at-stake.ts";

/** The claims of one market that count, and what is known of the licence of a claim; without `licensed` what is known of its holder. */
export interface Claims {
  readonly clusters: readonly MarketCluster[];
  readonly licensed?: (cluster: MarketCluster) => boolean | null;
}

/** Why there is no exposure to tell: nothing is loaded of the product's technologies at all, nothing of that jurisdiction, nothing granted of those holders. */
export type ExclusionGap = "no-patents" | "no-patents-there" | "none-of-holders";

/** Exclusion exposure of one final product in one jurisdiction. */
export interface ProductExclusion {
  readonly product: string;
  readonly value: ValueAtStake;
  /** `E_J / V_J`; `null` where `gap` says why it is unknown, which is never 0. */
  readonly part: Bounds | null;
  readonly gap: ExclusionGap | null;
  /** USD a year; `null` also where the value at stake is unknown. */
  readonly usd: Bounds | null;
  readonly royaltyUsd: Bounds | null;
  readonly delayYears: Bounds | null;
  readonly holders: readonly (ExclusionExposure["holders"][number] & { readonly patents: number })[];
  /** Clusters with a document that may be in force, and those documents. */
  readonly clusters: number;
  readonly patents: readonly string[];
  /** Technologies of the product, those of them with a loaded document anywhere, and in the jurisdiction. */
  readonly technologies: number;
  readonly technologiesLoaded: number;
  readonly technologiesThere: number;
  /** What the exposure was computed from, for draws; `null` where it is unknown. */
  readonly question: ExclusionQuestion | null;
}

/** One product over all its technologies and the holders that count, by the one formula of {@link exclusionExposure}. */
export function productExclusion(
  world: ExclusionWorld,
  market: ExclusionMarket,
  value: ValueAtStake,
  needed: readonly string[],
  claims: Claims,
): ProductExclusion {
  const technologies = new Set(needed);
  const loaded = needed.filter((id) => world.loaded.has(id));
  const there = needed.filter((id) => market.covered.has(id));
  const clusters = claims.clusters.filter(({ technology }) => technologies.has(technology));
  const alive = clusters.filter((cluster) => cluster.alive.length > 0);
  const gap =
    loaded.length === 0 ? "no-patents" : there.length === 0 ? "no-patents-there" : clusters.length === 0 ? "none-of-holders" : null;
  const question = gap === null ? questionOf(world, market, value, clusters, claims) : null;
  const found = question && exclusionExposure(question);
  const known = value.usd !== null && found !== null;
  const byHolder = groupBy(alive, ({ holder }) => holder);
  return {
    product: value.product,
    value,
    part: found?.part ?? null,
    gap,
    usd: known ? found.usd : null,
    royaltyUsd: known && alive.length > 0 ? found.royaltyUsd : null,
    delayYears: alive.length > 0 ? (found?.delayYears ?? null) : null,
    holders: (found?.holders ?? []).map((each) => ({
      ...each,
      patents: documentsOf(byHolder.get(each.holder) ?? []).length,
    })),
    clusters: alive.length,
    patents: documentsOf(alive),
    technologies: needed.length,
    technologiesLoaded: loaded.length,
    technologiesThere: there.length,
    question,
  };
}

const documentsOf = (clusters: readonly MarketCluster[]): readonly string[] => [...new Set(clusters.flatMap(({ alive }) => alive))].sort();

function questionOf(
  world: ExclusionWorld,
  market: ExclusionMarket,
  value: ValueAtStake,
  clusters: readonly MarketCluster[],
  { licensed }: Claims,
): ExclusionQuestion {
  const { terms } = world;
  const kindOf = kindsOf(world);
  const technologies = [...new Set(clusters.map(({ technology }) => technology))];
  const holders = [...new Set(clusters.map(({ holder }) => holder))];
  return {
    value: { low: 1, high: 1, ...value.usd, key: `value|${market.jurisdiction}|${value.product}` },
    clusters: clusters.map(({ holder, technology, inForce }, at) => ({
      holder,
      technology,
      inForce,
      ...(licensed && { licensed: licensed(clusters[at]!) }),
    })),
    technologies: new Map(
      technologies.map((id): [string, TechnologyTerms] => [
        id,
        { valid: terms.valid(market.offices), readOn: terms.readOn(kindOf(id)), designAround: terms.designAround(kindOf(id)) },
      ]),
    ),
    holders: new Map(
      holders.map((id): [string, HolderTerms] => [
        id,
        { granted: terms.granted(market.offices, world.holderKind(id)), licensed: world.licensed(id) },
      ]),
    ),
    royalty: terms.royalty(),
    delay: terms.delay(technologies.map(kindOf)),
  };
}

/** The kind of each technology of the map. */
export const kindsOf = ({ model: { map } }: Pick<ExclusionWorld, "model">) => {
  return (id: string): string => map.technologies[map.indexOf.get(id) ?? -1]?.kind ?? "unknown";
};
