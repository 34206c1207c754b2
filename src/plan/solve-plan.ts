import { LevermapError } from "../base/errors.ts";
import { epsilon } from "../base/numbers.ts";
import type { CompiledProblem } from "./compiled-problem.ts";
import { isFeasible } from "./feasible.ts";
import { greedyPlan } from "./greedy.ts";
import { added, type Launches } from "./launches.ts";
import { conflictsOf, type PlanConflict } from "./plan-conflict.ts";
import { launchesOf, type PlanModel, planModel, startOf } from "./plan-model.ts";
import { planValue } from "./plan-value.ts";
import type { OpenSolver } from "./solver/open-solver.ts";
import { quickBound } from "./value-bound.ts";

export interface SolvePlanOptions {
  /** Stops when the plan is within this part of the best that there can be. */
  readonly gap: number;
  /** Stops after so long, with the best plan so far. */
  readonly seconds: number;
  /** A plan to start from, beside the greedy one: that of a smaller budget. */
  readonly known?: Launches | undefined;
  readonly onProgress?: ((progress: PlanProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** How far a search is: the best plan so far and what no plan can exceed. */
export interface PlanProgress {
  readonly value: number;
  readonly bound: number;
}

/** A plan with how near the best it is, or why there is none. */
export type SolvedPlan = FoundPlan | { readonly kind: "infeasible"; readonly conflict: readonly PlanConflict[] };

export interface FoundPlan {
  readonly kind: "plan";
  readonly launches: Launches;
  /** By target. */
  readonly amounts: Float64Array;
  readonly value: number;
  /** No plan is worth more. */
  readonly bound: number;
  /** As `gapOf`; 0 where they differ by rounding error. */
  readonly gap: number;
  /** What the plain way gets; `null` where it leaves out what is required. */
  readonly greedy: number | null;
  /** Whether time was up before the gap that was asked for was reached. */
  readonly stopped: boolean;
}

/** How far a value may be from the best, as a part of the bound; of the value where that is further from 0, since what is required may cost more than it adds. */
export const gapOf = (value: number, bound: number): number =>
  bound > value ? (bound - value) / Math.max(Math.abs(bound), Math.abs(value)) : 0;

/**
 * The plan of most value, within a gap. There is always one: the greedy plan, or one that was known, stands until the solver finds a better one. Rejects with the reason
 * of the signal.
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
