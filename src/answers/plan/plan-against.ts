import type { MarketCluster } from "../../leverage/exclusion/exclusion-market.ts";
import { exclusionCell, exclusionMatrix } from "../../leverage/exclusion/exclusion-matrix.ts";
import { launched } from "../../plan/launches.ts";
import { cellReport, usualExclusionHolders } from "../exclusion/exclusion.ts";
import { bare } from "./plan-blocked.ts";
import type { PlanReport } from "./plan-report.ts";
import type { SolvedProblem } from "./plan-solved.ts";
import type { PreparedPlan } from "./prepared-plan.ts";

/**
 * Exclusion exposure of a named target to the patents of the home, as it is and as it would be if a patent of every programme that is in were granted and in
 * force there. Told beside the plan, which never seeks it.
 */
export function planAgainst({ read, names, exclusion }: PreparedPlan, { problem, plan, made }: SolvedProblem): PlanReport["against"] {
  const { against, home } = names;
  if (against === null) return null;
  const { world, data, own } = exclusion;
  const { cells, markets } = exclusionMatrix(world, [{ id: home, holders: own }], [against]);
  const [cell, market] = [cells[0]!, markets[0]!];
  const on = new Set(problem.programmes.filter((_, i) => launched(problem, plan.launches, i) > 0).map(({ id }) => id));
  const added = made.programmes.flatMap(({ programme, cell: { technology, group } }) =>
    on.has(programme.id) ? [{ programme: programme.id, technology, group }] : [],
  );
  const technologies = added.map(({ technology }) => technology);
  const there = { ...market, covered: new Set([...market.covered, ...technologies]) };
  const after = exclusionCell({ ...world, loaded: new Set([...world.loaded, ...technologies]) }, there, {
    clusters: withClaims(
      market.clusters.filter(({ holder }) => own.has(holder)),
      added,
      furtherHolder(home, own),
    ),
  });
  return {
    today: cellReport({ read, data, world, top: usualExclusionHolders, draws: null }, cell),
    withPlan: after.usd,
  };
}

/** A claim that comes of a programme, by the cell that it is in. */
interface AddedClaim {
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
