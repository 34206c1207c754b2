import type { Effects } from "../../base/effects.ts";
import { createScenarioRun } from "../../leverage/scenario/run-scenario.ts";
import type { ReadModel } from "../shared/read-model.ts";
import { type AskedScenario, type PlannedScenario, planScenario } from "./planned-scenario.ts";
import type { ResultContext } from "./result-context.ts";
import { runNumbers } from "./simulate-numbers.ts";
import { unknownParties } from "./unknown-parties.ts";

/** How a scenario is run. */
export interface SimulateOptions {
  /** 2,000 if absent. */
  readonly draws?: number | undefined;
  /** 1 if absent; the same seed gives the same answer. */
  readonly seed?: number | undefined;
}

export const usualScenarioDraws = 2_000;
export const usualSeed = 1;

/** Who hears how far it is, and may stop it. */
export type RunEffects = Pick<Effects, "progress" | "signal">;

/** A scenario that was run, with what the numbers are read from. */
export interface RunScenario {
  readonly planned: PlannedScenario;
  /** `null`: nothing acts on supply. */
  readonly context: ResultContext | null;
}

/** Runs a scenario. Throws LM_SCENARIO_INVALID, LM_INTERRUPTED. */
export async function runScenario(
  read: ReadModel,
  asked: AskedScenario,
  { draws, seed }: Required<SimulateOptions>,
  effects: RunEffects,
): Promise<RunScenario> {
  const planned = planScenario(read, asked);
  const { compiled, head } = planned;
  if (compiled === null) return { planned, context: null };
  const run = createScenarioRun(compiled);
  const numbers = await runNumbers(run, {
    draws: draws ?? usualScenarioDraws,
    seed: seed ?? usualSeed,
    signal: effects.signal,
    onProgress: (done) => effects.progress.report(done, draws ?? usualScenarioDraws, `draws of ${head.name}`),
  });
  return {
    planned,
    context: {
      read,
      compiled,
      run,
      numbers,
      withUnknown: null,
      unknown: unknownParties(read, planned),
    },
  };
}
