import type { CompiledProblem } from "./compiled-problem.ts";
import { type Launches, launched } from "./launches.ts";
import { planValue } from "./plan-value.ts";
import { type SolvePlanOptions, solvePlan } from "./solve-plan.ts";
import type { OpenSolver } from "./solver/open-solver.ts";

/** How often programmes are in the optimal plan over random draws. */
export interface Robustness {
  readonly draws: number;
  /** Infeasible draws; they select nothing. */
  readonly infeasible: number;
  /** Draws stopped by time before the gap was proved. */
  readonly stopped: number;
  /** Share of all draws that select each programme. */
  readonly stays: Float64Array;
}

/** Solves drawn problems of the same programmes, distributed over solvers. */
export async function robustness(
  draw: (number: number) => CompiledProblem,
  draws: number,
  solvers: readonly OpenSolver[],
  options: SolvePlanOptions,
  onDraw: (done: number) => void = () => undefined,
): Promise<Robustness> {
  let [next, infeasible, stopped, done] = [0, 0, 0, 0];
  let counts = new Float64Array(0);
  const work = async (solver: OpenSolver): Promise<void> => {
    while (next < draws) {
      const problem = draw(next++);
      const plan = await solvePlan(problem, solver, options);
      if (counts.length === 0) counts = new Float64Array(problem.programmes.length);
      if (plan.kind === "infeasible") infeasible++;
      else {
        if (plan.stopped) stopped++;
        problem.programmes.forEach((_, i) => {
          if (launched(problem, plan.launches, i) > 0) counts[i]!++;
        });
      }
      onDraw(++done);
    }
  };
  await Promise.all(solvers.map(work));
  return { draws, infeasible, stopped, stays: counts.map((count) => count / draws) };
}

/** Loss of a plan in a scenario against the plan optimal for it. */
export interface Regret {
  readonly scenario: string;
  readonly value: number;
  /** Value of the plan optimal for the scenario. */
  readonly best: number;
  readonly regret: number;
}

/** Regret by scenario (Savage 1951); at least 0, within the solver's gap. */
export async function regrets(
  problem: CompiledProblem,
  launches: Launches,
  solver: OpenSolver,
  options: SolvePlanOptions,
): Promise<readonly Regret[]> {
  const result: Regret[] = [];
  for (const scenario of problem.scenarios) {
    const alone: CompiledProblem = { ...problem, scenarios: [{ ...scenario, probability: 1 }], risk: null };
    const value = planValue(alone, launches);
    const plan = await solvePlan(alone, solver, { ...options, known: launches });
    const best = plan.kind === "plan" ? Math.max(plan.value, value) : value;
    result.push({ scenario: scenario.id, value, best, regret: best - value });
  }
  return result;
}
