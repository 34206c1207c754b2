import type { CompiledProblem } from "./compiled-problem.ts";
import type { Launches } from "./launches.ts";
import { type FoundPlan, gapOf, type SolvedPlan, type SolvePlanOptions, solvePlan } from "./solve-plan.ts";
import type { OpenSolver } from "./solver/open-solver.ts";

export interface FrontierPoint {
  /** Multiplier of every year's money. */
  readonly factor: number;
  readonly plan: SolvedPlan;
}

/** The problem with every year's money (and limits tied to it), or all people, multiplied. */
export const scaled = (problem: CompiledProblem, factor: number, of: "money" | "people"): CompiledProblem => ({
  ...problem,
  limits: problem.limits.map((limit) => (of === "money" && limit.ofMoney ? { ...limit, most: factor * limit.most } : limit)),
  resources: problem.resources.map((resource, r) =>
    (r === 0) === (of === "money") ? { ...resource, available: resource.available.map((each) => factor * each) } : resource,
  ),
});

/**
 * Best plans for several budgets. Each solve starts from the plan of a smaller budget, so value never falls as money grows. Budgets are
 * distributed over the solvers in turn.
 */
export async function frontier(
  problem: CompiledProblem,
  factors: readonly number[],
  solvers: readonly OpenSolver[],
  options: SolvePlanOptions,
  onPoint: (done: number) => void = () => undefined,
): Promise<readonly FrontierPoint[]> {
  const budgets = [...new Set(factors)].sort((a, b) => a - b);
  const points: FrontierPoint[] = [];
  let next = 0;
  const work = async (solver: OpenSolver): Promise<void> => {
    while (next < budgets.length) {
      const factor = budgets[next++]!;
      const plan = await solvePlan(scaled(problem, factor, "money"), solver, { ...options, known: knownBelow(points, factor) });
      points.push({ factor, plan });
      onPoint(points.length);
    }
  };
  await Promise.all(solvers.map(work));
  return raised(points.sort((a, b) => a.factor - b.factor));
}

/** Plan of the greatest smaller budget solved so far. */
function knownBelow(points: readonly FrontierPoint[], factor: number): Launches | undefined {
  const below = points.filter((point) => point.factor < factor && point.plan.kind === "plan").sort((a, b) => b.factor - a.factor)[0];
  return below?.plan.kind === "plan" ? below.plan.launches : undefined;
}

/** Replaces a plan by that of a smaller budget where the latter is worth more. */
function raised(points: readonly FrontierPoint[]): readonly FrontierPoint[] {
  const result: FrontierPoint[] = [];
  for (const { factor, plan } of points) {
    const before = result.at(-1)?.plan;
    result.push({
      factor,
      plan: before?.kind === "plan" && plan.kind === "plan" && before.value > plan.value ? withLaunchesOf(before, plan) : plan,
    });
  }
  return result;
}

const withLaunchesOf = ({ launches, amounts, value }: FoundPlan, plan: FoundPlan): FoundPlan => ({
  ...plan,
  launches,
  amounts,
  value,
  gap: gapOf(value, plan.bound),
});
