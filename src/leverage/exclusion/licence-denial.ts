import { type ExclusionWorld, exclusionMarket } from "./exclusion-market.ts";
import { type ExclusionCell, exclusionCell } from "./exclusion-matrix.ts";
import type { MarketCluster } from "./market-clusters.ts";

/** Holders that refuse every licence of their claims in some technologies, in some jurisdictions. */
export interface Denial {
  readonly holders: ReadonlySet<string>;
  readonly jurisdictions: readonly string[];
  /** `null`: all technologies. */
  readonly technologies: ReadonlySet<string> | null;
}

/** One jurisdiction of a denial. */
export interface DeniedMarket {
  readonly jurisdiction: string;
  /** All holders, as licences stand. */
  readonly before: Omit<ExclusionCell, "from">;
  /** All holders, with the denied claims known to be unlicensed. */
  readonly after: Omit<ExclusionCell, "from">;
  /** The denied claims alone. */
  readonly alone: Omit<ExclusionCell, "from">;
}

/**
 * What refusing licences does, jurisdiction by jurisdiction. Of the denied claims it is no longer open whether they are licensed, so that the low
 * end rises from 0; the high end does not move where licences were unknown before. Market access lost, not output.
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
