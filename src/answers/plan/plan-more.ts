import { drawn } from "../../plan/economics.ts";
import { compileJoint } from "../../plan/joint/compiled-joint.ts";
import { createDraft } from "../../plan/joint/draft.ts";
import { searchPlans } from "../../plan/joint/search-plan.ts";
import { excludedBy } from "../../plan/programmes/bet-worth.ts";
import type { PlanJoint } from "../../plan/programmes/plan-joint.ts";
import type { RunEffects } from "../scenario/scenario-run.ts";
import { technologyName } from "../shared/names.ts";
import { programmeName } from "./plan-labels.ts";
import type { PlanReport } from "./plan-report.ts";
import { chosenWorlds, type SolvedPlan } from "./plan-solved.ts";
import type { PreparedPlan } from "./prepared-plan.ts";

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
  const compiled = compileJoint(problem);
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

/** Plans over `points` budgets, from none to twice the money of the file, by search on the same worlds. */
export async function planFrontier(
  prepared: PreparedPlan,
  { economics, seed, joint }: SolvedPlan,
  points: number,
  { signal, progress }: RunEffects,
): Promise<NonNullable<PlanReport["frontier"]>> {
  const { choices } = prepared;
  const all = choices.money.reduce((sum, each) => sum + each, 0);
  const found: PlanReport["frontier"] = [];
  let best: Searched | null = null;
  let programmes = 0;
  for (let point = 0; point < points; point++) {
    const factor = points === 1 ? 1 : (2 * point) / (points - 1);
    const bounded = { ...choices, money: choices.money.map((each) => each * factor) };
    const plan = searched(prepared.joint(economics, { worlds: chosenWorlds, seed }, bounded), choices.weights.resilience);
    // A plan holds for every larger budget.
    if (plan !== null && (best === null || plan.value > best.value)) {
      best = plan;
      programmes = joint.bets.filter(({ id }) => plan.isIn(id)).length;
    }
    const { value, resilience, income, rights } = best ?? { value: 0, resilience: 0, income: 0, rights: 0 };
    (found as NonNullable<PlanReport["frontier"]>[number][]).push({
      factor,
      money: factor * all,
      programmes,
      value,
      resilience,
      income,
      rights,
    });
    progress.report(point + 1, points, "budgets");
    await new Promise(setImmediate);
    signal.throwIfAborted();
  }
  return found;
}

/** How often each problem is taken up when the plan is chosen anew over draws of the inputs, on the worlds of each draw. */
export async function planRobustness(
  prepared: PreparedPlan,
  solved: SolvedPlan,
  draws: number,
  { signal, progress }: RunEffects,
): Promise<NonNullable<PlanReport["robustness"]>> {
  const { facts } = prepared.gathered;
  const inNow = new Set(solved.joint.bets.filter(({ id }) => solved.isIn(id)).map(({ problem }) => problem.id));
  const counts = new Map<string, number>([...inNow].map((id) => [id, 0]));
  for (let draw = 0; draw < draws; draw++) {
    const economics = prepared.economics(drawn(solved.seed, draw));
    const joint = prepared.joint(economics, { worlds: chosenWorlds / 2, seed: solved.seed + draw });
    const plan = searched(joint, prepared.choices.weights.resilience);
    if (plan !== null)
      for (const { id, problem } of joint.bets) if (plan.isIn(id)) counts.set(problem.id, (counts.get(problem.id) ?? 0) + 1);
    progress.report(draw + 1, draws, "draws of the inputs");
    await new Promise(setImmediate);
    signal.throwIfAborted();
  }
  const problems = new Map(facts.problems.map((problem) => [problem.id, problem]));
  const stays = [...counts].map(([problem, times]) => {
    const { name, technology } = problems.get(problem)!;
    return {
      problem,
      name: programmeName({ name, technologyName: technologyName(prepared.read, technology) }),
      part: times / draws,
      isIn: inNow.has(problem),
    };
  });
  return { draws, stays: stays.sort((a, b) => b.part - a.part || (a.problem < b.problem ? -1 : 1)) };
}
