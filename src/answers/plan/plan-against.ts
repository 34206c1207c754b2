import { exclusionCell, exclusionMatrix } from "../../leverage/exclusion/exclusion-matrix.ts";
import { launched } from "../../plan/launches.ts";
import { usualExclusionHolders } from "../exclusion/exclusion.ts";
import { cellReport } from "../exclusion/exclusion-cells.ts";
import { furtherHolder, withClaims } from "./plan-added-claims.ts";
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
