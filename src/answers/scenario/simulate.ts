import { horizons } from "../../leverage/course/steps.ts";
import { lossWithUnknown } from "../../leverage/scenario/unknown-stops.ts";
import { joinedEvidence } from "../shared/evidence-of.ts";
import type { ReadModel } from "../shared/read-model.ts";
import { missingIn, technologyNames } from "../shared/technology-names.ts";
import { besideOurs, publishedEvidence } from "./compare/published-beside.ts";
import type { PublishedRow } from "./compare/published-models.ts";
import { type AskedScenario, planParts, targetName } from "./planned-scenario.ts";
import { type ResultContext, seriesOf } from "./result-context.ts";
import { sameShortfallLimits } from "./scenario-limits.ts";
import { type RunEffects, runScenario, type SimulateOptions, usualScenarioDraws, usualSeed } from "./scenario-run.ts";
import { simulateEvidence } from "./simulate-evidence.ts";
import { simulateFinding } from "./simulate-finding.ts";
import type { DenialInScenario, MovingInput, SimulateReport } from "./simulate-report.ts";
import { sensitivityIn } from "./simulate-sensitivity.ts";
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
  { draws = usualScenarioDraws, seed = usualSeed }: SimulateOptions,
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
    question: `What does "${planned.head.name}" do over ${horizons.at(-1)! / 12} years, to whom and at what cost?`,
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
