import { pick } from "../../base/collections.ts";
import { quantile } from "../../measure/bootstrap.ts";
import { compileProblem } from "../../plan/compiled-problem.ts";
import { drawn } from "../../plan/economics.ts";
import { frontier, scaled } from "../../plan/frontier.ts";
import { added, type Launches, launched } from "../../plan/launches.ts";
import { regrets, robustness } from "../../plan/robustness.ts";
import { type FoundPlan, type SolvePlanOptions, solvePlan } from "../../plan/solve-plan.ts";
import type { OpenSolver } from "../../plan/solver/open-solver.ts";
import type { RunEffects } from "../scenario/scenario-run.ts";
import { programmeName } from "./plan-labels.ts";
import { plannedProgramme, presentCostOf, usdWorth } from "./plan-programmes.ts";
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
    ...(plan.kind === "plan" ? pick(plan, "value", "bound", "gap") : { value: null, bound: null, gap: null }),
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
    ...pick(found, "draws", "infeasible", "stopped"),
    seed,
    stays: stays.filter(({ part, isIn }) => isIn || part > 0).sort((a, b) => b.part - a.part || (a.programme < b.programme ? -1 : 1)),
  };
}

const draws = 100;
/** The part of the draws that the interval holds. */
const held = 0.8;

/**
 * What the plan as it stands is worth and costs over draws of all inputs: the middle four fifths of them. What turns out to take longer than the plan had
 * room for ends later, and is paid and counted whole. Rejects with the reason of the signal.
 */
export async function planInterval(
  prepared: PreparedPlan,
  { plan }: SolvedProblem,
  seed: number,
  { signal, progress }: RunEffects,
): Promise<PlanReport["interval"]> {
  const years = prepared.choices.years + longest(prepared);
  const launches = lengthened(plan.launches, prepared.choices.years, years);
  const [worths, less] = [new Float64Array(draws), new Float64Array(draws)];
  for (let draw = 0; draw < draws; draw++) {
    const pick = drawn(seed, draw);
    const problem = compileProblem(prepared.make(pick, years).problem);
    worths[draw] = usdWorth(prepared, problem, added(problem, launches)).reduce((sum, { value }) => sum + value, 0);
    less[draw] = worths[draw]! - problem.programmes.reduce((sum, _, i) => sum + presentCostOf(prepared, problem, launches, i, pick), 0);
    progress.report(draw + 1, draws, "draws of the inputs, the plan as it stands");
    await new Promise(setImmediate);
    signal.throwIfAborted();
  }
  const bounds = (values: Float64Array) => {
    const sorted = values.toSorted();
    return { low: quantile(sorted, (1 - held) / 2), high: quantile(sorted, (1 + held) / 2) };
  };
  return { draws, seed, held, worth: bounds(worths), lessCost: bounds(less) };
}

/** Years that no programme exceeds in any draw. */
const longest = ({ inputs }: PreparedPlan): number =>
  Math.ceil(Math.max(...inputs.filter(({ id }) => id === "programme-years").map(({ high }) => high)));

/** The same launches in a problem of more years. */
function lengthened(launches: Launches, before: number, years: number): Launches {
  const programmes = launches.length / before;
  const result = new Float64Array(programmes * years);
  for (let i = 0; i < programmes; i++) result.set(launches.subarray(i * before, (i + 1) * before), i * years);
  return result;
}
