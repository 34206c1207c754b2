import { number, percent } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { horizons } from "../../leverage/course/steps.ts";
import { usualDraws, usualSeed } from "../../leverage/draw/monte-carlo.ts";
import { type SensitivityIndex, sensitivityOf } from "../../leverage/draw/sensitivity.ts";
import { metricsAt } from "../../leverage/scenario/run-scenario.ts";
import { lossWithUnknown } from "../../leverage/scenario/unknown-stops.ts";
import { joinedEvidence } from "../shared/evidence-of.ts";
import { missingIn } from "../shared/missing-in.ts";
import { technologyNames } from "../shared/names.ts";
import type { ReadModel } from "../shared/read-model.ts";
import { besideOurs, publishedEvidence } from "./compare/published-beside.ts";
import type { PublishedRow } from "./compare/published-models.ts";
import { type AskedScenario, planParts, targetName } from "./planned-scenario.ts";
import { sameShortfallLimits } from "./scenario-limits.ts";
import { type RunEffects, runScenario, type SimulateOptions } from "./scenario-run.ts";
import { type ResultContext, seriesOf } from "./scenario-told.ts";
import { simulateEvidence } from "./simulate-evidence.ts";
import { simulateFinding } from "./simulate-finding.ts";
import type { DenialInScenario, MovingInput, ScenarioSensitivity, SimulateReport } from "./simulate-report.ts";
import { senderResult, targetResult } from "./simulate-targets.ts";

/** What stands beside a scenario: what its denials of licences do by patents, and what others published on its question. */
export interface BesideScenario {
  readonly patents: readonly DenialInScenario[];
  readonly published: readonly PublishedRow[];
}

/**
 * What a scenario does over five years: to whom, at what cost to whom, and how sure. Throws LM_SCENARIO_INVALID, LM_INTERRUPTED.
 * @param read as of the day of the scenario
 */
export async function answerSimulate(
  read: ReadModel,
  asked: AskedScenario,
  { draws = usualDraws, seed = usualSeed }: SimulateOptions,
  { patents, published }: BesideScenario,
  effects: RunEffects,
): Promise<SimulateReport> {
  const { planned, context: ran } = await runScenario(read, asked, { draws, seed }, effects);
  const bounded = ran && (await lossWithUnknown(ran.compiled, planned.named.scenario, { draws, seed, signal: effects.signal }));
  const context = ran && { ...ran, withUnknown: bounded };
  const targets = context
    ? context.compiled.targets.flatMap((_, k) => (context.unknown.targets.has(k) ? [] : [targetResult(context, k)]))
    : [];
  const unknownTargets = context ? unknownTargetsOf(context) : [];
  const senders = context ? context.compiled.senders.map((_, a) => senderResult(context, a)) : [];
  const unpriced = context ? context.run.unpriced.map((t) => read.map.technologies[t]!.id) : [];
  const sensitivity = context ? sensitivityIn(context, seed) : [];
  const evidence = simulateEvidence(read, planned, context);
  const parts = planParts(read, planned, patents);
  const { finding, unknown } = simulateFinding(parts, { targets, unknownTargets, senders, unpriced });
  return {
    ...parts,
    question: say("simulate.what-does-do-over", { name: planned.head.name, horizons: String(horizons.at(-1)! / 12) }),
    finding,
    draws,
    seed,
    targets,
    unknownTargets,
    senders,
    otherSales: context && buyersKnown(context) ? seriesOf(context.numbers, { kind: "otherSales" }) : null,
    unpriced,
    sensitivity,
    names: technologyNames(read, [
      ...unpriced,
      ...targets.flatMap(({ unvalued }) => unvalued),
      ...sensitivity.flatMap(({ inputs, narrows }) => [...inputs, ...(narrows ? [narrows] : [])].flatMap((input) => toldIn(read, input))),
    ]),
    published: besideOurs(published, { planned, context }),
    evidence: joinedEvidence([
      { ...evidence, limits: [...evidence.limits, ...unknown, ...sameShortfallLimits(targets), ...(bounded ? [boundLimit] : [])] },
      ...patents.flatMap(({ report }) => report?.evidence ?? []),
      publishedEvidence(read, published),
    ]),
  };
}

const boundLimit =
  "Supply of unknown holders is left out. Its greatest effect is given for running output alone, not for new capacity, use of withheld products or costs.";

/** Technologies that an input names: the one that it is of, and the one that is missing there. */
function toldIn({ map }: ReadModel, { technology, input }: MovingInput): readonly string[] {
  const missing = missingIn(input);
  return [...(technology === null ? [] : [technology]), ...(missing !== null && map.indexOf.has(missing) ? [missing] : [])];
}

/** Whether of any target it is known what it buys: of a firm it is not. */
const buyersKnown = ({ compiled }: ResultContext): boolean => compiled.targets.some(({ designer }) => !designer);

const unknownTargetsOf = ({ read, compiled, unknown, withUnknown }: ResultContext): SimulateReport["unknownTargets"] =>
  compiled.targets.flatMap(({ code }, k) =>
    unknown.targets.has(k) ? [{ code, name: targetName(read, compiled, code), withUnknown: withUnknown?.[k] ?? null }] : [],
  );

const shown = 8;
/** An input that explains less of the variance narrows nothing by itself. */
const leastNarrowing = 0.05;
const months = [12, 60];
const kinds = ["loss", "growth", "useUsd"] as const;

/**
 * Which inputs move the loss of each target most at 12 and at 60 months: of running output, or, where none is lost in any draw, of new capacity or of use.
 */
function sensitivityIn(context: ResultContext, seed: number): readonly ScenarioSensitivity[] {
  const { compiled, numbers, run, unknown } = context;
  return compiled.targets.flatMap(({ code }, k) => {
    if (unknown.targets.has(k)) return [];
    const of = kinds.find((kind) => moves(context, k, kind));
    if (of === undefined) return [];
    const at = metricsAt(numbers.metrics, { kind: of, target: k });
    return months.map((month) => {
      const values = numbers.draws.values[at[horizons.indexOf(month as 12)]!]!;
      const lost = values.some((value) => isShown(of, value));
      const found = lost ? sensitivityOf(values, run.drawn, seed).map(told) : [];
      return {
        target: code,
        of,
        month,
        lost,
        inputs: found.slice(0, shown),
        narrows: found.find((input) => isOpen(input) && input.part >= leastNarrowing) ?? null,
      };
    });
  });
}

const moves = ({ numbers }: ResultContext, k: number, kind: (typeof kinds)[number]): boolean =>
  metricsAt(numbers.metrics, { kind, target: k }).some((at) => numbers.draws.spread[at]![2] > 0);

/** Whether a loss is more than nothing as it is shown. */
const isShown = (of: (typeof kinds)[number], value: number): boolean => (of === "useUsd" ? number(value) !== "0" : percent(value) !== "0%");

/** Whether a fact that can be found out would take its place. */
const isOpen = ({ basis }: MovingInput): boolean => basis === "assumed" || basis === "unknown";

function told({ input: { technology, name, low, high, basis, source }, part, atLow, atHigh }: SensitivityIndex): MovingInput {
  return { technology, input: name, low, high, basis, source, part, atLow, atHigh };
}
