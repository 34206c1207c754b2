import type { Interval } from "../../base/numbers.ts";
import { firmMix } from "../../leverage/course/making.ts";
import { networkOf } from "../../leverage/course/network.ts";
import type { CourseTarget } from "../../leverage/course/parties.ts";
import type { Draws } from "../../leverage/draw/monte-carlo.ts";
import type { CompiledScenario } from "../../leverage/scenario/compile-scenario.ts";
import { metricsAt, type RunnableScenario, type ScenarioMetric } from "../../leverage/scenario/run-scenario.ts";
import { type MakingGap, makingGap } from "../shared/making-gap.ts";
import type { ReadModel } from "../shared/read-model.ts";
import { partyKind, targetName } from "./planned-scenario.ts";
import type { Series, TargetResult } from "./simulate-report.ts";

/** Targets and senders, by place in the compiled scenario, whose results are unknown: no share of those who act is known of all that is kept from or by them. */
export interface UnknownParties {
  readonly targets: ReadonlySet<number>;
  readonly senders: ReadonlySet<number>;
}

/** All numbers of a scenario that was run at both ends of how stock is used, and in draws. */
interface SimulateNumbers {
  readonly metrics: readonly ScenarioMetric[];
  readonly stockFirst: Float64Array;
  readonly rationed: Float64Array;
  readonly draws: Draws;
}

/** What the results of a scenario are read from. */
export interface ResultContext {
  readonly read: ReadModel;
  readonly compiled: CompiledScenario;
  readonly run: RunnableScenario;
  readonly numbers: SimulateNumbers;
  readonly unknown: UnknownParties;
  /** Loss by target and horizon with technologies without known shares, if there are any and it is asked. */
  readonly withUnknown: readonly (readonly Interval[])[] | null;
}

type Wanted = Parameters<typeof metricsAt>[1];

/** The numbers of one kind at the horizons; `scale` turns them into another unit. */
export const seriesOf = ({ metrics, stockFirst, rationed, draws }: SimulateNumbers, wanted: Wanted, scale = 1): Series =>
  metricsAt(metrics, wanted).map((at) => ({
    stockFirst: stockFirst[at]! * scale,
    rationed: rationed[at]! * scale,
    drawn: draws.spread[at]!.map((end) => end * scale) as unknown as Interval,
  }));

/** Why a target's loss has no value; what all others make together has one. */
export const targetGap = (read: ReadModel, { code, ownsRest }: CourseTarget): MakingGap => (ownsRest ? null : makingGap(read, code));

/** Who target `k` is, and why its loss would have no value. */
export function targetHead(read: ReadModel, compiled: ResultContext["compiled"], target: CourseTarget) {
  const { code } = target;
  return { code, name: targetName(read, compiled, code), kind: partyKind(read, code), gap: targetGap(read, target) };
}

/** Whether the loss over all that target `k` makes can be told: a source says what it makes. */
export const isWholeTold = ({ read, compiled }: ResultContext, k: number): boolean =>
  targetGap(read, compiled.targets[k]!) !== "making-unknown";

/** Final products that anything is read of. */
export const productsOf = ({ run }: ResultContext): readonly number[] => [...new Set(run.metrics.flatMap(({ product }) => product ?? []))];

/** Whether the output that target `k` loses has a known value in USD. */
export const isValued = (context: ResultContext, k: number): boolean =>
  isUseValued(context, k) && targetGap(context.read, context.compiled.targets[k]!) === null;

/** Whether what target `k` lacks of final products can be: a source gives the value of one that is touched. */
export const isUseValued = (context: ResultContext, k: number): boolean =>
  !context.compiled.targets[k]!.designer && productsOf(context).some((t) => !context.run.unvalued.includes(t));

/** Whether additions to capacity can be short at all: a tool is among what the stops touch. */
export function grows({ read, compiled }: ResultContext): boolean {
  const stopped = compiled.question.stops.map(({ technology }) => technology);
  return Array.from(networkOf(read.model, stopped).nodes).some((t) => read.map.technologies[t]!.mode === "capital");
}

/** Whether it is known which final products sender `a` itself lacks; a firm is not an economy that uses any. */
export const ownUseTold = ({ read, compiled, unknown }: ResultContext, a: number): boolean =>
  !read.map.economyOf.has(compiled.senders[a]!) && !unknown.senders.has(a) && !hitsFirmsOnly(compiled, a);

/** Whether all that sender `a` stops is kept from firms without plants: what they would have bought is unknown. */
function hitsFirmsOnly({ question: { stops, targets } }: ResultContext["compiled"], a: number): boolean {
  const own = stops.filter(({ parts }) => parts.some(({ sender }) => sender === a));
  return own.length > 0 && own.every((stop) => stop.targets.every((k) => targets[k]!.designer));
}

/** Final products that the loss of a firm is a part of, and whether its plants make these; `null` for others. */
export function mixOf({ read: { model }, compiled }: ResultContext, k: number): Pick<TargetResult, "mix" | "mixOf"> {
  const target = compiled.targets[k]!;
  if (!target.designer) return { mix: null, mixOf: null };
  const { products, ofPlants } = firmMix(model, target, k, compiled.question.stops);
  return { mix: products.map((j) => model.map.technologies[model.map.products[j]!]!.id), mixOf: ofPlants ? "plants" : "touched" };
}

/**
 * Whether the sales that sender `a` loses can be: it stops nothing, or a source gives the market of something that it stops; of a firm its part of
 * all that it withholds is known.
 */
export function salesTold(context: ResultContext, a: number): boolean {
  const { compiled, run, unknown } = context;
  if (unknown.senders.has(a) || hitsFirmsOnly(compiled, a)) return false;
  if (compiled.asked.some(({ unknownFirms }) => unknownFirms.includes(compiled.senders[a]!))) return false;
  const stopped = compiled.question.stops.flatMap(({ technology, parts }) =>
    parts.some(({ sender }) => sender === a) ? [technology] : [],
  );
  return stopped.length === 0 || stopped.some((t) => !run.unpriced.includes(t));
}
