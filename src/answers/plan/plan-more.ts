import { compileProblem } from "../../plan/compiled-problem.ts";
import { drawn } from "../../plan/economics.ts";
import { frontier, scaled } from "../../plan/frontier.ts";
import { launched } from "../../plan/launches.ts";
import { regrets, robustness } from "../../plan/robustness.ts";
import { type FoundPlan, type SolvePlanOptions, solvePlan } from "../../plan/solve-plan.ts";
import type { OpenSolver } from "../../plan/solver/open-solver.ts";
import type { RunEffects } from "../scenario/scenario-run.ts";
import { programmeName } from "./plan-labels.ts";
import { plannedProgramme } from "./plan-programmes.ts";
import type { PlanReport } from "./plan-report.ts";
import type { SolvedProblem } from "./plan-solved.ts";
import type { PreparedPlan } from "./prepared-plan.ts";

/** The part by which money and people are raised. */
const raise = 1.05;

/** What 5% more money, or 5% more people, adds, on solving again from the plan that stands. */
export async function withMore(
  { problem, plan }: SolvedProblem,
  hasFields: boolean,
  solver: OpenSolver,
  options: SolvePlanOptions,
): Promise<PlanReport["more"]> {
  const gain = async (of: "money" | "people"): Promise<PlanReport["more"]["money"]> => {
    const more = await solvePlan(scaled(problem, raise, of), solver, { ...options, known: plan.launches });
    if (more.kind !== "plan") return { value: 0, within: toleranceOf(plan) };
    return { value: Math.max(0, more.value - plan.value), within: toleranceOf(plan, more) };
  };
  return { money: await gain("money"), people: hasFields ? await gain("people") : null };
}

/** How far the difference of two plans may be off: either may fall short of the best by its gap. */
export const toleranceOf = (...plans: readonly Pick<FoundPlan, "bound" | "value" | "gap">[]): number =>
  Math.max(...plans.map(({ bound, value, gap }) => (gap > 0 ? bound - value : 0)));

/** Plans over `points` budgets, from none to twice the money of the file. */
export async function planFrontier(
  { problem }: SolvedProblem,
  points: number,
  solvers: readonly OpenSolver[],
  options: SolvePlanOptions,
  effects: RunEffects,
): Promise<NonNullable<PlanReport["frontier"]>> {
  const factors = Array.from({ length: points }, (_, i) => (points === 1 ? 1 : (2 * i) / (points - 1)));
  const money = problem.resources[0]!.available.reduce((sum, each) => sum + each, 0);
  const found = await frontier(problem, factors, solvers, options, (done) => effects.progress.report(done, points, "budgets"));
  return found.map(({ factor, plan }) => ({
    factor,
    money: factor * money,
    value: plan.kind === "plan" ? plan.value : null,
    bound: plan.kind === "plan" ? plan.bound : null,
    gap: plan.kind === "plan" ? plan.gap : null,
    programmes: plan.kind === "plan" ? problem.programmes.filter((_, i) => launched(problem, plan.launches, i) > 0).length : 0,
  }));
}

/** What the plan misses where something turns out otherwise, against the plan made for that alone. */
export async function planRegrets(
  { problem, plan }: SolvedProblem,
  solver: OpenSolver,
  options: SolvePlanOptions,
): Promise<NonNullable<PlanReport["regrets"]>> {
  const found = await regrets(problem, plan.launches, solver, options);
  return found.map((each) => ({ ...each, probability: problem.scenarios.find(({ id }) => id === each.scenario)!.probability }));
}

export interface PlanDraws {
  readonly draws: number;
  readonly seed: number;
}

/** Programmes that are in the plan or in that of at least one draw, with how often they are. */
export async function planRobustness(
  prepared: PreparedPlan,
  { problem, plan }: SolvedProblem,
  { draws, seed }: PlanDraws,
  solvers: readonly OpenSolver[],
  options: SolvePlanOptions,
  effects: RunEffects,
): Promise<NonNullable<PlanReport["robustness"]>> {
  const draw = (number: number) => compileProblem(prepared.make(drawn(seed, number)).problem);
  const found = await robustness(draw, draws, solvers, options, (done) => effects.progress.report(done, draws, "draws of the inputs"));
  const made = new Map(prepared.made.programmes.map((each) => [each.programme.id, each]));
  const stays = problem.programmes.map(({ id }, i) => ({
    programme: id,
    name: programmeName(plannedProgramme(prepared, made.get(id)!)),
    part: found.stays[i] ?? 0,
    isIn: launched(problem, plan.launches, i) > 0,
  }));
  return {
    draws: found.draws,
    infeasible: found.infeasible,
    stopped: found.stopped,
    seed,
    stays: stays.filter(({ part, isIn }) => isIn || part > 0).sort((a, b) => b.part - a.part || (a.programme < b.programme ? -1 : 1)),
  };
}
