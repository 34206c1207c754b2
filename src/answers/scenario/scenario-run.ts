import type { Effects } from "../../base/effects.ts";
import { usualDraws, usualSeed } from "../../leverage/draw/monte-carlo.ts";
import { createScenarioRun } from "../../leverage/scenario/run-scenario.ts";
import { targetsOf } from "../../leverage/scenario/scenario-parties.ts";
import type { ReadModel } from "../shared/read-model.ts";
import { type AskedScenario, type PlannedScenario, planScenario } from "./planned-scenario.ts";
import type { ResultContext, UnknownParties } from "./scenario-told.ts";
import type { PlannedTechnology } from "./simulate-report.ts";

/** How a scenario is run. */
export interface SimulateOptions {
  /** 200 if absent. */
  readonly draws?: number | undefined;
  /** 1 if absent; the same seed gives the same answer. */
  readonly seed?: number | undefined;
}

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
  { draws = usualDraws, seed = usualSeed }: SimulateOptions,
  effects: RunEffects,
): Promise<RunScenario> {
  const planned = planScenario(read, asked);
  const { compiled, head } = planned;
  if (compiled === null) return { planned, context: null };
  const run = createScenarioRun(compiled);
  const drawn = await run.draw({
    draws,
    seed,
    signal: effects.signal,
    onProgress: (done) => effects.progress.report(done, draws, `draws of ${head.name}`),
  });
  const numbers = { metrics: run.metrics, stockFirst: run.run(0), rationed: run.run(1), draws: drawn };
  return { planned, context: { read, compiled, run, numbers, withUnknown: null, unknown: unknownParties(read, planned) } };
}

/** Whether all that could be run is left out since no share is known. */
const isUnknown = (technologies: readonly Pick<PlannedTechnology, "state">[]): boolean =>
  technologies.some(({ state }) => state === "shares unknown") && technologies.every(({ state }) => state !== "modelled");

/** Finds the parties of a scenario whose results are unknown. */
function unknownParties(read: ReadModel, { compiled, named, measures }: PlannedScenario): UnknownParties {
  const unknown = (count: number, acts: (party: number, measure: number) => boolean): ReadonlySet<number> =>
    new Set(
      Array.from({ length: count }, (_, party) => party).filter((party) =>
        isUnknown(measures.flatMap(({ technologies }, i) => (acts(party, i) ? technologies : []))),
      ),
    );
  if (compiled === null) return { targets: new Set(), senders: new Set() };
  const { targets, senders, followers } = compiled;
  const hit = named.supply.map(({ measure }) => new Set(targetsOf(read.model, measure, targets)));
  return {
    targets: unknown(targets.length, (k, i) => hit[i]!.has(k)),
    senders: unknown(senders.length, (a, i) => {
      const { kind, senders: own } = measures[i]!;
      return kind !== "capacity" && (own.includes(senders[a]!) || followers.has(senders[a]!));
    }),
  };
}
