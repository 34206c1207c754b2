import { groupBy } from "../../base/collections.ts";
import type { Bounds } from "../../measure/bootstrap.ts";
import {
  type ExclusionExposure,
  type ExclusionQuestion,
  exclusionExposure,
  type HolderTerms,
  type TechnologyTerms,
} from "./exclusion-exposure.ts";
import type { ExclusionMarket, ExclusionWorld, MarketCluster, ValueAtStake } from "./exclusion-market.ts";

/** Claims in one market, and the licence status of a claim; without `licensed` that of its holder. */
export interface Claims {
  readonly clusters: readonly MarketCluster[];
  readonly licensed?: (cluster: MarketCluster) => boolean | null;
}

/** Why exposure is unknown: nothing loaded of its technologies, nothing in the jurisdiction, nothing granted to those holders. */
export type ExclusionGap = "no-patents" | "no-patents-there" | "none-of-holders";

export interface ProductExclusion {
  readonly product: string;
  readonly value: ValueAtStake;
  /** `E_J / V_J`; `null` where `gap` gives the reason. */
  readonly part: Bounds | null;
  readonly gap: ExclusionGap | null;
  /** USD a year; `null` also if the value at stake is unknown. */
  readonly usd: Bounds | null;
  readonly royaltyUsd: Bounds | null;
  readonly delayYears: Bounds | null;
  readonly holders: readonly (ExclusionExposure["holders"][number] & { readonly patents: number })[];
  /** Clusters and documents that may be in force. */
  readonly clusters: number;
  readonly patents: readonly string[];
  /** Technologies of the product, in total, with documents anywhere, and with documents in the jurisdiction. */
  readonly technologies: number;
  readonly technologiesLoaded: number;
  readonly technologiesThere: number;
  /** The question, for draws; `null` if unknown. */
  readonly question: ExclusionQuestion | null;
}

/** Exposure of one product over all its technologies and the relevant holders. */
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
    holders: (found?.holders ?? []).map((each) => ({ ...each, patents: documentsOf(byHolder.get(each.holder) ?? []).length })),
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
    clusters: clusters.map((cluster) => {
      const { holder, technology, inForce } = cluster;
      return { holder, technology, inForce, ...(licensed && { licensed: licensed(cluster) }) };
    }),
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

export const kindsOf =
  ({ model: { map } }: Pick<ExclusionWorld, "model">) =>
  (id: string): string =>
    map.technologies[map.indexOf.get(id) ?? -1]?.kind ?? "unknown";
