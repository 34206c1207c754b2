import { compileJoint } from "../../plan/joint/compiled-joint.ts";
import { createDraft } from "../../plan/joint/draft.ts";
import { effortOf } from "../../plan/joint/improve.ts";
import { openWorlds } from "../../plan/joint/open-worlds.ts";
import { searchPlans } from "../../plan/joint/search-plan.ts";
import { excludedBy } from "../../plan/programmes/bet-worth.ts";
import type { PlanJoint } from "../../plan/programmes/plan-joint.ts";

/** Changes that a search of one of many plans tries. */
const tries = 10;

export interface Searched {
  /** Ids of the programmes that are in. */
  readonly chosen: ReadonlySet<string>;
  readonly isIn: (programme: string) => boolean;
  readonly value: number;
  readonly income: number;
  readonly rights: number;
}

/**
 * The best plan that the search finds, without a bound.
 *
 * @param also programmes of plans to start from as well, as far as they are to choose from and fit
 */
export function searched({ problem, bets, incomes, claims }: PlanJoint, ...also: readonly ReadonlySet<string>[]): Searched | null {
  const compiled = openWorlds(compileJoint(problem));
  const search = searchPlans(compiled);
  const near = (plan: ReadonlySet<string>) =>
    search.near(
      Float64Array.from(bets, ({ id }) => Number(plan.has(id))),
      effortOf(tries),
    );
  const tried = [...also.map(near), search.start(effortOf(tries))].filter((each) => each !== null);
  if (tried.length === 0) return null;
  const found = tried.reduce((best, each) => (each.value > best.value ? each : best));
  const chosen = new Set(bets.filter((_, at) => found.chosen[at] === 1).map(({ id }) => id));
  const isIn = (id: string): boolean => chosen.has(id);
  return {
    chosen,
    isIn,
    value: found.value - createDraft(compiled).value(),
    income: incomes.reduce((sum, each, at) => sum + (found.chosen[at] === 1 ? each : 0), 0),
    rights: excludedBy(claims, isIn),
  };
}
