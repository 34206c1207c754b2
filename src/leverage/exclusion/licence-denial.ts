import { type ExclusionWorld, exclusionMarket } from "./exclusion-market.ts";
import { type ExclusionCell, exclusionCell } from "./exclusion-matrix.ts";
import type { MarketCluster } from "./market-clusters.ts";

/** Holders refusing all licences in some technologies and jurisdictions. */
export interface Denial {
  readonly holders: ReadonlySet<string>;
  readonly jurisdictions: readonly string[];
  /** `null`: all technologies. */
  readonly technologies: ReadonlySet<string> | null;
}

export interface DeniedMarket {
  readonly jurisdiction: string;
  /** All holders at present licence status. */
  readonly before: Omit<ExclusionCell, "from">;
  /** All holders, with the denied claims unlicensed. */
  readonly after: Omit<ExclusionCell, "from">;
  /** The denied claims alone. */
  readonly alone: Omit<ExclusionCell, "from">;
}

/**
 * Effect of refusing licences by jurisdiction: denied claims are surely unlicensed, which raises the low end. Lost market access, not
 * output.
 */
export function denyLicencesIn(world: ExclusionWorld, { holders, jurisdictions, technologies }: Denial): readonly DeniedMarket[] {
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
