import type { Interval } from "../../base/interval.ts";
import type { Draws } from "../../leverage/draw/monte-carlo.ts";
import type { CompiledScenario } from "../../leverage/scenario/compile-scenario.ts";
import { metricsAt, type RunnableScenario, type ScenarioMetric } from "../../leverage/scenario/run-scenario.ts";
import type { ReadModel } from "../shared/read-model.ts";
import type { Series } from "./simulate-report.ts";

/** Targets and senders, by place in the compiled scenario, whose results are unknown: no share of those who act is known of all that is kept from or by them. */
export interface UnknownParties {
  readonly targets: ReadonlySet<number>;
  readonly senders: ReadonlySet<number>;
}

/** All numbers of a scenario that was run at both ends of how stock is used, and in draws. */
export interface SimulateNumbers {
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
