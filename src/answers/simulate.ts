import type { Effects } from "../base/effects.ts";
import { horizons } from "../leverage/course/steps.ts";
import { createScenarioRun } from "../leverage/scenario/run-scenario.ts";
import { lossWithUnknown } from "../leverage/scenario/unknown-bound.ts";
import { joinedEvidence } from "./evidence-of.ts";
import { type AskedScenario, type PlannedScenario, planParts, planScenario, targetName } from "./planned-scenario.ts";
import type { ReadModel } from "./read-model.ts";
import type { ResultContext } from "./result-context.ts";
import { simulateEvidence } from "./simulate-evidence.ts";
import { simulateFinding } from "./simulate-finding.ts";
import { runNumbers, seriesOf } from "./simulate-numbers.ts";
import type { DenialInScenario, SimulateReport } from "./simulate-report.ts";
import { sensitivityIn } from "./simulate-sensitivity.ts";
import { senderResult, targetResult } from "./simulate-targets.ts";
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

/** Who is told how far it is, and may stop it. */
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
  const { compiled, named, head } = planned;
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
      withUnknown: lossWithUnknown(compiled, named.scenario),
      unknown: unknownParties(read, planned),
    },
  };
}

/**
 * What a scenario does over five years: to whom, at what cost to whom, and how sure. Throws LM_SCENARIO_INVALID, LM_INTERRUPTED.
 * @param read as of the day of the scenario
 */
export async function answerSimulate(
  read: ReadModel,
  asked: AskedScenario,
  { draws = usualScenarioDraws, seed = usualSeed }: SimulateOptions,
  patents: readonly DenialInScenario[],
  effects: RunEffects,
): Promise<SimulateReport> {
  const { planned, context } = await runScenario(read, asked, { draws, seed }, effects);
  const targets = context
    ? context.compiled.targets.flatMap((_, k) => (context.unknown.targets.has(k) ? [] : [targetResult(context, k)]))
    : [];
  const unknownTargets = context ? unknownTargetsOf(context) : [];
  const senders = context ? context.compiled.senders.map((_, a) => senderResult(context, a)) : [];
  const parts = planParts(read, planned, patents);
  return {
    ...parts,
    question: `What does "${planned.head.name}" do over ${horizons.at(-1)! / 12} years, to whom and at what cost?`,
    finding: simulateFinding(parts, { targets, unknownTargets, senders }),
    draws,
    seed,
    targets,
    unknownTargets,
    senders,
    otherSales: context && buyersKnown(context) ? seriesOf(context.numbers, { kind: "otherSales" }) : null,
    unpriced: context ? context.run.unpriced.map((t) => read.map.technologies[t]!.id) : [],
    sensitivity: context ? sensitivityIn(context, seed) : [],
    evidence: joinedEvidence([simulateEvidence(read, planned, context), ...patents.flatMap(({ report }) => report?.evidence ?? [])]),
  };
}

/** Whether of any target it is known what it buys: of a firm it is not. */
const buyersKnown = ({ compiled }: ResultContext): boolean => compiled.targets.some(({ designer }) => !designer);

const unknownTargetsOf = ({ read, compiled, unknown }: ResultContext): SimulateReport["unknownTargets"] =>
  compiled.targets.flatMap(({ code }, k) => (unknown.targets.has(k) ? [{ code, name: targetName(read, compiled, code) }] : []));
