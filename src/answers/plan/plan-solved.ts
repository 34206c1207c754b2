import { LevermapError } from "../../base/errors.ts";
import { percent } from "../../base/format.ts";
import type { TimeLimit } from "../../base/time-limit.ts";
import { nearNames } from "../../link/near-name.ts";
import { type Economics, middle } from "../../plan/economics.ts";
import { type CompiledJoint, compileJoint } from "../../plan/joint/compiled-joint.ts";
import { createDraft, type Draft } from "../../plan/joint/draft.ts";
import { openWorlds } from "../../plan/joint/open-worlds.ts";
import { type SolvedJoint, solveJoint } from "../../plan/joint/solve-joint.ts";
import type { BetChoices } from "../../plan/programmes/bet-facts.ts";
import { betsOf } from "../../plan/programmes/candidate-bets.ts";
import type { PlanJoint } from "../../plan/programmes/plan-joint.ts";
import type { OpenSolver } from "../../plan/solver/open-solver.ts";
import type { RunEffects } from "../scenario/scenario-run.ts";
import { meant } from "../shared/names.ts";
import { invalidPlan } from "./plan-file.ts";
import type { PlanReport } from "./plan-report.ts";
import type { PreparedPlan } from "./prepared-plan.ts";

/** How a plan is solved, instead of what its file says. */
export interface PlanOptions {
  readonly gap?: number | undefined;
  /** Rounds of cuts for the bound. */
  readonly rounds?: number | undefined;
  /** Time for the whole answer. */
  readonly limit?: TimeLimit | undefined;
  /** 1 if absent. */
  readonly seed?: number | undefined;
  /** Ends the work too, beside whoever may stop all. */
  readonly signal?: AbortSignal | undefined;
}

/** Worlds that a plan is chosen on. */
export const chosenWorlds = 2000;

/** Changes that each search for a plan tries. */
export const searchTries = 60;

/** A plan with every input in the middle, and the problem that it is chosen for. */
export interface ChosenPlan {
  readonly joint: PlanJoint;
  readonly compiled: CompiledJoint;
  readonly economics: Economics;
  /** Ids of the programmes that are in. */
  readonly isIn: (programme: string) => boolean;
  /** A draft of the plan as found. */
  readonly draft: Draft;
  readonly seed: number;
}

/** A plan as it was solved. */
export interface SolvedPlan extends ChosenPlan {
  readonly found: SolvedJoint;
}

/** The seed of the worlds that a plan is valued on, none of which it was chosen on. */
export const freshSeed = (seed: number): number => seed + 1_000_003;

/** Effects of a run that somebody else may stop too. */
export const stoppedBy = (effects: RunEffects, signal: AbortSignal | undefined): RunEffects =>
  signal === undefined ? effects : { ...effects, signal: AbortSignal.any([effects.signal, signal]) };

/** Solves a plan with everything in the middle. Throws LM_PLAN_INVALID, LM_PLAN_INFEASIBLE, LM_INTERRUPTED. */
export async function solvePrepared(
  prepared: PreparedPlan,
  solver: OpenSolver,
  asked: PlanOptions,
  effects: RunEffects,
): Promise<SolvedPlan> {
  const { choices } = prepared;
  const { file, place } = prepared.asked;
  const seed = asked.seed ?? 1;
  const economics = prepared.economics(middle);
  checkRequired(prepared, economics, choices);
  const joint = prepared.joint(economics, { worlds: chosenWorlds, seed }, choices);
  const compiled = openWorlds(compileJoint(joint.problem));
  const { signal } = stoppedBy(effects, asked.signal);
  signal.throwIfAborted();
  const found = await solveJoint(compiled, solver, {
    gap: asked.gap ?? file.gap,
    rounds: asked.rounds ?? file.rounds,
    limit: asked.limit,
    tries: searchTries,
    signal,
    onProgress: ({ gain, bound }) => {
      const done = bound > 0 ? Math.min(1, gain / bound) : 1;
      effects.progress.report(Math.floor(done * 1000), 1000, `plan of ${prepared.head.home}: within ${percent(1 - done)}`);
    },
  }).catch((thrown: unknown) => {
    if (thrown instanceof LevermapError && thrown.code === "LM_PLAN_INFEASIBLE") throw infeasible(place, choices.required);
    throw thrown;
  });
  const chosen = new Set(joint.bets.filter((_, at) => found.chosen[at] === 1).map(({ id }) => id));
  return { ...chosenPlan({ joint, compiled, economics, seed }, chosen), found };
}

/** The plan that an answer tells, on the worlds that it was chosen on: nothing is solved anew. */
export function planAsAnswered(prepared: PreparedPlan, { programmes, worlds: { seed } }: PlanReport): ChosenPlan {
  const economics = prepared.economics(middle);
  const joint = prepared.joint(economics, { worlds: chosenWorlds, seed });
  return chosenPlan({ joint, compiled: openWorlds(compileJoint(joint.problem)), economics, seed }, new Set(programmes.map(({ id }) => id)));
}

function chosenPlan(of: Omit<ChosenPlan, "isIn" | "draft">, chosen: ReadonlySet<string>): ChosenPlan {
  const draft = createDraft(of.compiled);
  draft.apply(of.joint.bets.flatMap(({ id }, at) => (chosen.has(id) ? [{ programme: at, sign: 1 as const }] : [])));
  return { ...of, isIn: (id) => chosen.has(id), draft };
}

const infeasible = (place: string, required: readonly string[]): LevermapError =>
  new LevermapError(
    "LM_PLAN_INFEASIBLE",
    `No plan keeps to all of ${place}: what is required (${required.join(", ")}) takes more money, researchers or room in a cap than there is.`,
    { plan: place, conflict: [...required] },
  );

/** Throws LM_PLAN_INVALID that names what is required and is no programme, LM_PLAN_INFEASIBLE for two sizes of one problem. */
function checkRequired(prepared: PreparedPlan, economics: Economics, choices: BetChoices): void {
  const { place } = prepared.asked;
  if (choices.required.length === 0) return;
  const bets = betsOf(prepared.gathered.facts, choices, economics);
  const known = new Map(bets.map((bet) => [bet.id, bet.problem.id]));
  const missing = choices.required.filter((id) => !known.has(id));
  if (missing.length > 0)
    throw invalidPlan(
      place,
      missing.map((id) => `required: no programme "${id}" that ends within the years${meant(nearNames(id, [...known.keys()], 2))}`),
    );
  const problems = choices.required.map((id) => known.get(id)!);
  if (new Set(problems).size < problems.length) throw infeasible(place, choices.required);
}
