import type { CompiledProblem } from "./compiled-problem.ts";
import { type Launches, launched } from "./launches.ts";
import { planValue } from "./plan-value.ts";
import { type SolvePlanOptions, solvePlan } from "./solve-plan.ts";
import type { OpenSolver } from "./solver/open-solver.ts";

/** How often programmes are in the best plan when what is uncertain is drawn. */
export interface Robustness {
  readonly draws: number;
  /** Draws in which nothing keeps to the bounds; nothing is on in them. */
  readonly infeasible: number;
  /** Draws whose time was up before the gap was proved. */
  readonly stopped: number;
  /** By programme: in what part of all draws it is on. */
  readonly stays: Float64Array;
}

/** Solves drawn problems of the same programmes, dealt out among solvers. */
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

/** What a plan misses if a scenario comes true, against the plan made for that scenario alone. */
export interface Regret {
  readonly scenario: string;
  readonly value: number;
  /** Value of the best plan for it. */
  readonly best: number;
  readonly regret: number;
}

/** Regret in each scenario of a problem (Savage 1951); never below 0, and within the gap of the solver. */
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
