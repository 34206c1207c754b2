import type { HeldCluster } from "../../corpus/claim-clusters.ts";
import type { JurisdictionOffices } from "../../link/regional-offices.ts";
import type { Bounds } from "../../measure/bootstrap.ts";
import type { InForce } from "../../measure/patents/in-force.ts";

/** The documents of a claim cluster that may be in force in one jurisdiction. */
export interface MarketCluster extends Omit<HeldCluster, "documents"> {
  readonly inForce: readonly Bounds[];
  readonly alive: readonly string[];
}

export interface DocumentStatus {
  readonly office: ReadonlyMap<string, string>;
  readonly inForce: ReadonlyMap<string, InForce>;
}

/**
 * Clusters with a granted document at an office of the jurisdiction (applications claim nothing yet). Unknown status is [0, 1]; documents of
 * offices whose patents may have no effect there count from 0.
 */
export function marketClusters(
  clusters: readonly HeldCluster[],
  { office, inForce }: DocumentStatus,
  { own, other }: JurisdictionOffices,
): readonly MarketCluster[] {
  const here = (document: string): Bounds | null => {
    const at = office.get(document) ?? "";
    if (!own.includes(at) && !other.includes(at)) return null;
    const status = inForce.get(document);
    if (status?.basis === "not-granted") return null;
    const q = status?.q ?? { low: 0, high: 1 };
    return own.includes(at) ? q : { low: 0, high: q.high };
  };
  return clusters.flatMap(({ documents, ...cluster }) => {
    const found = documents.flatMap((document) => {
      const q = here(document);
      return q === null ? [] : [{ document, q }];
    });
    if (found.length === 0) return [];
    const alive = found.filter(({ q }) => q.high > 0).map(({ document }) => document);
    return [{ ...cluster, inForce: found.map(({ q }) => q), alive }];
  });
}
