import { LevermapError } from "../../base/errors.ts";
import { percent } from "../../base/format.ts";
import { type CompiledProblem, compileProblem } from "../../plan/compiled-problem.ts";
import { launched } from "../../plan/launches.ts";
import { onceLimit } from "../../plan/make-problem/limits.ts";
import type { MadeProblem } from "../../plan/make-problem/make-problem.ts";
import type { ProgrammeReason } from "../../plan/shadow-prices.ts";
import { type ShadowPrices, shadowPrices } from "../../plan/shadow-prices.ts";
import { type FoundPlan, gapOf, type SolvePlanOptions, solvePlan } from "../../plan/solve-plan.ts";
import type { OpenSolver } from "../../plan/solver/open-solver.ts";
import type { RunEffects } from "../scenario/scenario-run.ts";
import { conflictWords } from "./plan-words.ts";
import type { PreparedPlan } from "./prepared-plan.ts";

/** How a plan is solved, instead of what its file says. */
export interface PlanOptions {
  readonly gap?: number | undefined;
  readonly seconds?: number | undefined;
  /** Ends the work too, beside whoever may stop all. */
  readonly signal?: AbortSignal | undefined;
}

/** A plan with the problem that it solves, and the prices of its relaxation; `null` where time was up for them. */
export interface SolvedProblem {
  readonly made: MadeProblem;
  readonly problem: CompiledProblem;
  readonly plan: FoundPlan;
  readonly prices: ShadowPrices | null;
}

/** Technologies of the programmes that are in. */
export const technologiesIn = ({ made, problem, plan }: SolvedProblem): ReadonlySet<string> => {
  const on = new Set(problem.programmes.flatMap(({ id }, i) => (launched(problem, plan.launches, i) > 0 ? [id] : [])));
  return new Set(made.programmes.flatMap(({ programme, cell }) => (on.has(programme.id) ? [cell.technology] : [])));
};

/** The gap and time that count for a plan, and who may stop it. */
export function solveOptions({ asked }: PreparedPlan, { gap, seconds, signal }: PlanOptions, effects: RunEffects): SolvePlanOptions {
  const ends = signal === undefined ? effects.signal : AbortSignal.any([effects.signal, signal]);
  return { gap: gap ?? asked.file.gap, seconds: seconds ?? asked.file.seconds, signal: ends };
}

/** Solves a plan with everything in the middle. Throws LM_PLAN_INFEASIBLE that names bounds that cannot all be kept, LM_PLAN_TIME, LM_INTERRUPTED. */
export async function solvePrepared(
  prepared: PreparedPlan,
  made: MadeProblem,
  solver: OpenSolver,
  options: SolvePlanOptions,
  effects: RunEffects,
): Promise<SolvedProblem> {
  const problem = compileProblem(made.problem);
  const plan = await solvePlan(problem, solver, {
    ...options,
    onProgress: ({ value, bound }) => {
      const done = 1 - Math.min(1, gapOf(value, bound));
      effects.progress.report(Math.floor(done * 1000), 1000, `plan of ${prepared.head.home}: within ${percent(1 - done)}`);
    },
  });
  if (plan.kind === "infeasible")
    throw infeasible(
      prepared,
      plan.conflict.map((each) => conflictWords(prepared, each)),
    );
  return { made, problem, plan, prices: await shadowPrices(problem, solver, options) };
}

/** `a; b; and c`: what is listed may have commas of its own. */
const allOf = (parts: readonly string[]): string =>
  parts.length < 3 ? parts.join(" and ") : `${parts.slice(0, -1).join("; ")}; and ${parts.at(-1)}`;

const infeasible = ({ asked }: PreparedPlan, conflict: readonly string[]): LevermapError =>
  new LevermapError(
    "LM_PLAN_INFEASIBLE",
    conflict.length > 0
      ? `No plan keeps to all of ${asked.place}. One set of bounds that cannot all hold: ${allOf(conflict)}. There may be others.`
      : `No plan keeps to all of ${asked.place}.`,
    { plan: asked.place, conflict },
  );

/** The programme of the same cell that is in, alone or with another partner, where programme `i` is another; a cell is taken once. */
export function inAnotherWay({ made, problem, plan }: SolvedProblem, i: number): string | null {
  const cells = new Map(made.programmes.map(({ programme, cell }) => [programme.id, cell.id]));
  const own = cells.get(problem.programmes[i]!.id);
  const other = problem.programmes.find(({ id }, at) => at !== i && cells.get(id) === own && launched(problem, plan.launches, at) > 0);
  return other?.id ?? null;
}

/** What room in its own cell is worth to the same cell in other ways: no alternative elsewhere. */
export function sameCellPrice({ made, problem }: SolvedProblem, i: number, { limits }: ProgrammeReason): number {
  const { cell } = made.programmes.find(({ programme }) => programme.id === problem.programmes[i]!.id)!;
  return limits.find(({ limit }) => problem.limits[limit]!.id === onceLimit(cell.id))?.value ?? 0;
}
