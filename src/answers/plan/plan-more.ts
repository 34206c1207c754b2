import type { TimeLimit } from "../../base/time-limit.ts";
import { drawn } from "../../plan/economics.ts";
import type { RunEffects } from "../scenario/scenario-run.ts";
import { technologyName } from "../shared/names.ts";
import { programmeName } from "./plan-labels.ts";
import type { PlanReport } from "./plan-report.ts";
import { type Searched, searched } from "./plan-searched.ts";
import { planSensitivity } from "./plan-sensitivity.ts";
import { type ChosenPlan, chosenWorlds, freshSeed, planAsAnswered } from "./plan-solved.ts";
import { savedOnFew } from "./plan-worth.ts";
import type { PreparedPlan } from "./prepared-plan.ts";

/** Worlds of each draw of the inputs. */
const robustWorlds = 200;

/** What is asked for beside a plan. */
export interface PlanRequests {
  /** How many budgets, from none to twice the money. */
  readonly frontier?: number | undefined;
  /** Draws of the inputs: how often problems stay in. */
  readonly draws?: number | undefined;
  /** The plan with one thing changed at a time. */
  readonly sensitivity?: boolean | undefined;
  readonly limit: TimeLimit;
}

/** A plan that was answered, with what is asked for beside it: of that very plan, which is not solved anew. Rejects with the reason of the signal. */
export async function withMore(
  prepared: PreparedPlan,
  report: PlanReport,
  { frontier, draws, sensitivity, limit }: PlanRequests,
  effects: RunEffects,
): Promise<PlanReport> {
  const chosen = planAsAnswered(prepared, report);
  const more = {
    frontier:
      frontier === undefined ? null : await planFrontier(prepared, chosen, { own: report.resilience, points: frontier, limit }, effects),
    robustness: draws === undefined ? null : await planRobustness(prepared, chosen, { draws, limit }, effects),
    sensitivity: sensitivity === true ? await planSensitivity(prepared, chosen, report, effects, limit) : null,
  };
  return { ...report, ...more, timeUp: limit.isUp() ? limit.seconds : report.timeUp };
}

interface Frontier {
  /** What the plan itself saves. */
  readonly own: PlanReport["resilience"];
  readonly points: number;
  readonly limit: TimeLimit;
}

/**
 * Plans over `points` budgets, from none to twice the money of the file, by search on the same worlds. Own losses avoided are told on fresh ones, in proportion to
 * what the plan itself avoids there.
 */
async function planFrontier(
  prepared: PreparedPlan,
  { economics, seed, joint, isIn }: ChosenPlan,
  { own, points, limit }: Frontier,
  { signal, progress }: RunEffects,
): Promise<NonNullable<PlanReport["frontier"]>> {
  const { choices } = prepared;
  const all = choices.money.reduce((sum, each) => sum + each, 0);
  const found: PlanReport["frontier"] = [];
  let best: Searched | null = null;
  const savedBy = (chosen: ReadonlySet<string>): Promise<number> =>
    savedOnFew(prepared, economics, chosen, { seed: freshSeed(seed), signal });
  const ownSaved = await savedBy(new Set(joint.bets.filter(({ id }) => isIn(id)).map(({ id }) => id)));
  let [programmes, saved] = [0, 0];
  for (let point = 0; point < points && !limit.isUp(); point++) {
    const factor = points === 1 ? 1 : (2 * point) / (points - 1);
    const bounded = { ...choices, money: choices.money.map((each) => each * factor) };
    const plan = searched(prepared.joint(economics, { worlds: chosenWorlds, seed, like: joint }, bounded));
    // A plan holds for every larger budget.
    if (plan !== null && (best === null || plan.value > best.value)) {
      best = plan;
      programmes = plan.chosen.size;
      saved = await savedBy(plan.chosen);
    }
    const { value, income, rights } = best ?? { value: 0, income: 0, rights: 0 };
    (found as NonNullable<PlanReport["frontier"]>[number][]).push({
      factor,
      money: factor * all,
      programmes,
      value,
      resilience: own === null ? null : ownSaved > 0 ? (own.mean * saved) / ownSaved : saved,
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
async function planRobustness(
  prepared: PreparedPlan,
  solved: ChosenPlan,
  { draws, limit }: { readonly draws: number; readonly limit: TimeLimit },
  { signal, progress }: RunEffects,
): Promise<NonNullable<PlanReport["robustness"]>> {
  const { facts } = prepared.gathered;
  const inNow = new Set(solved.joint.bets.filter(({ id }) => solved.isIn(id)).map(({ problem }) => problem.id));
  const counts = new Map<string, number>([...inNow].map((id) => [id, 0]));
  let told = 0;
  for (let draw = 0; draw < draws && !(draw > 0 && limit.isUp()); draw++) {
    told++;
    const economics = prepared.economics(drawn(solved.seed, draw));
    const joint = prepared.joint(economics, { worlds: robustWorlds, seed: solved.seed + draw });
    const plan = searched(joint);
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
      part: times / told,
      isIn: inNow.has(problem),
    };
  });
  return { draws: told, stays: stays.sort((a, b) => b.part - a.part || (a.problem < b.problem ? -1 : 1)) };
}
