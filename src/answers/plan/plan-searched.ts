import { compileJoint } from "../../plan/joint/compiled-joint.ts";
import { createDraft } from "../../plan/joint/draft.ts";
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
  readonly resilience: number;
  readonly income: number;
  readonly rights: number;
}

/**
 * The best plan that the search finds, without a bound.
 *
 * @param also programmes of a plan to start from as well, as far as they are to choose from and fit
 */
export function searched({ problem, bets, incomes, claims }: PlanJoint, weight: number, also?: ReadonlySet<string>): Searched | null {
  const compiled = openWorlds(compileJoint(problem));
  const search = searchPlans(compiled);
  const near =
    also === undefined
      ? null
      : search.near(
          Float64Array.from(bets, ({ id }) => Number(also.has(id))),
          { left: tries },
        );
  const fresh = search.start({ left: tries });
  const found = near !== null && near.value >= (fresh?.value ?? near.value) ? near : fresh;
  if (found === null) return null;
  const draft = createDraft(compiled);
  const before = draft.parts();
  const worth = draft.value();
  draft.apply(bets.flatMap((_, at) => (found.chosen[at] === 1 ? [{ programme: at, sign: 1 as const }] : [])));
  const chosen = new Set(bets.filter((_, at) => found.chosen[at] === 1).map(({ id }) => id));
  const isIn = (id: string): boolean => chosen.has(id);
  return {
    chosen,
    isIn,
    value: found.value - worth,
    resilience: weight > 0 ? (draft.parts().sales - before.sales) / weight : 0,
    income: incomes.reduce((sum, each, at) => sum + (found.chosen[at] === 1 ? each : 0), 0),
    rights: excludedBy(claims, isIn),
  };
}
