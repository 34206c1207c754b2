import type { Interval } from "../../base/interval.ts";
import type { CompiledScenario } from "../../leverage/scenario/compile-scenario.ts";
import type { RunnableScenario } from "../../leverage/scenario/run-scenario.ts";
import type { ReadModel } from "../shared/read-model.ts";
import type { SimulateNumbers } from "./simulate-numbers.ts";
import type { UnknownParties } from "./unknown-parties.ts";

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
