import { LevermapError } from "../base/errors.ts";
import { epsilon } from "../base/numbers.ts";
import type { CompiledProblem } from "./compiled-problem.ts";
import { greedyPlan } from "./greedy.ts";
import { added, isFeasible, type Launches } from "./launches.ts";
import { conflictsOf, launchesOf, type PlanConflict, type PlanModel, planModel, startOf } from "./plan-model.ts";
import { amountsValue, planValue } from "./plan-value.ts";
import type { OpenSolver } from "./solver/open-solver.ts";

export interface SolvePlanOptions {
  /** Relative gap to stop at. */
  readonly gap: number;
  /** Time limit; returns the best plan so far. */
  readonly seconds: number;
  /** A start plan besides the greedy one. */
  readonly known?: Launches | undefined;
  readonly onProgress?: ((progress: { readonly value: number; readonly bound: number }) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** A plan with its optimality gap, or why there is none. */
export type SolvedPlan = FoundPlan | { readonly kind: "infeasible"; readonly conflict: readonly PlanConflict[] };

export interface FoundPlan {
  readonly kind: "plan";
  readonly launches: Launches;
  readonly amounts: Float64Array;
  readonly value: number;
  /** Proved upper bound. */
  readonly bound: number;
  /** As `gapOf`; 0 where they differ by rounding error. */
  readonly gap: number;
  /** Value of the greedy plan; `null` if it misses a requirement. */
  readonly greedy: number | null;
  /** Whether the time limit was reached first. */
  readonly stopped: boolean;
}

/** Relative gap of a value to its bound, over the larger absolute value. */
export const gapOf = (value: number, bound: number): number =>
  bound > value ? (bound - value) / Math.max(Math.abs(bound), Math.abs(value)) : 0;

/**
 * The best plan within a gap. Falls back to the greedy or start plan until the solver improves on it. Rejects with the reason of the signal.
 */
export async function solvePlan(problem: CompiledProblem, solver: OpenSolver, options: SolvePlanOptions): Promise<SolvedPlan> {
  const began = performance.now();
  const worthOf = (launches: Launches): number => planValue(problem, launches);
  const greedy = greedyPlan(problem);
  const starts = [greedy, ...(options.known === undefined ? [] : [options.known])].filter((each) => isFeasible(problem, each));
  let best = starts.toSorted((a, b) => worthOf(b) - worthOf(a))[0] ?? null;
  const atMost = quickBound(problem);
  let bound = atMost;
  const tell = (): void => options.onProgress?.({ value: best === null ? 0 : worthOf(best), bound });
  const consider = (plan: PlanModel, solution: ArrayLike<number>): void => {
    const launches = launchesOf(plan, problem, solution);
    if (isFeasible(problem, launches) && (best === null || worthOf(launches) > worthOf(best))) best = launches;
  };
  tell();
  const plan = planModel(problem);
  const found = await solver.solve(
    plan.model,
    {
      gap: options.gap,
      seconds: Math.max(0, options.seconds - (performance.now() - began) / 1000),
      start: best === null ? null : startOf(plan, problem, best),
      relaxed: false,
    },
    {
      onBetter: (solution) => {
        consider(plan, solution);
        tell();
      },
      onBound: (proved) => {
        bound = Math.min(bound, proved * plan.units.value);
        tell();
      },
    },
    options.signal,
  );
  if (found.status === "infeasible") return { kind: "infeasible", conflict: conflictsOf(problem, plan, found.conflict) };
  if (found.solution !== null) consider(plan, found.solution);
  if (best === null) throw new LevermapError("LM_PLAN_TIME", "Time was up before any plan that keeps to what is required was found.");
  const launches: Launches = best;
  const value = worthOf(launches);
  const proved = Math.max(value, Math.min(bound, found.bound * plan.units.value));
  return {
    kind: "plan",
    launches,
    amounts: added(problem, launches),
    value,
    bound: proved,
    gap: proved - value > epsilon * atMost ? gapOf(value, proved) : 0,
    greedy: starts.includes(greedy) ? worthOf(greedy) : null,
    stopped: found.status === "stopped",
  };
}

/**
 * A quick upper bound before charges: each target as if all money were spent on it, divisible programmes in their best years (the linear
 * knapsack of Dantzig 1957).
 */
function quickBound(problem: CompiledProblem): number {
  const amounts = problem.targets.map((_, k) => greatestAmount(problem, k));
  return amountsValue(problem, amounts);
}

function greatestAmount({ programmes, resources, years }: CompiledProblem, k: number): number {
  const all = resources[0]!.available.reduce((sum, each) => sum + each, 0);
  const offers = programmes.flatMap(({ adds, takes, launches }) => {
    const byLaunch = adds.find(({ target }) => target === k)?.byLaunch;
    if (byLaunch === undefined || launches.length === 0) return [];
    const money = takes.find(({ resource }) => resource === 0)?.byYear ?? [];
    const cost = (year: number): number => money.slice(0, years - year).reduce((sum, each) => sum + each, 0);
    return [{ gain: Math.max(...launches.map((year) => byLaunch[year]!)), cost: Math.min(...launches.map(cost)) }];
  });
  let [left, amount] = [all, 0];
  for (const { gain, cost } of offers.toSorted((a, b) => b.gain * a.cost - a.gain * b.cost)) {
    const part = cost > 0 ? Math.min(1, left / cost) : 1;
    amount += part * gain;
    left -= part * cost;
  }
  return amount;
}
