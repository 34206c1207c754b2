import type { MarketCluster } from "../../leverage/exclusion/exclusion-market.ts";
import { bare } from "./plan-blocked.ts";

/** A claim that comes of a programme, by the cell that it is in. */
export interface AddedClaim {
  readonly programme: string;
  readonly technology: string;
  readonly group: string;
}

/** Who holds a further claim of a home: its one holder; of several nobody knows which, so that the home itself stands for it. */
export const furtherHolder = (home: string, holders: ReadonlySet<string>): string => (holders.size === 1 ? [...holders][0]! : home);

/**
 * The clusters of a home in a market with further claims, one a cell, each granted and in force there. A claim in a cell where the home has a cluster joins
 * that one, of several that with most documents: more families of one cluster exclude no more. `holder`: of a claim where the home has none.
 */
export function withClaims(own: readonly MarketCluster[], claims: readonly AddedClaim[], holder: string): readonly MarketCluster[] {
  const others = new Set(own);
  const joined = claims.map(({ programme, technology, group }): MarketCluster => {
    const there = own.filter((cluster) => cluster.technology === technology && bare(cluster.mainGroup) === bare(group));
    const [to] = there.toSorted((a, b) => b.alive.length - a.alive.length);
    if (to !== undefined) others.delete(to);
    return { holder, technology, mainGroup: group, ...to, inForce: [{ low: 1, high: 1 }], alive: [...(to?.alive ?? []), programme] };
  });
  return [...others, ...joined];
}
