import type { Interval } from "../../base/interval.ts";
import type { Draws } from "../../leverage/draw/monte-carlo.ts";
import { metricsAt, type RunnableScenario, type ScenarioMetric } from "../../leverage/scenario/run-scenario.ts";
import type { Figure, Series } from "./simulate-report.ts";

/** All numbers of a scenario that was run in the middle and in draws. */
export interface SimulateNumbers {
  readonly metrics: readonly ScenarioMetric[];
  readonly stockFirst: Float64Array;
  readonly rationed: Float64Array;
  readonly draws: Draws;
}

export interface RunOptions {
  readonly draws: number;
  readonly seed: number;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number) => void) | undefined;
}

/** Runs a scenario at both ends of how stock is used, and in draws. Throws what the signal was aborted with. */
export async function runNumbers(run: RunnableScenario, options: RunOptions): Promise<SimulateNumbers> {
  return { metrics: run.metrics, stockFirst: run.run(0), rationed: run.run(1), draws: await run.draw(options) };
}

type Wanted = Parameters<typeof metricsAt>[1];

/** The numbers of one kind at the horizons; `scale` turns them into another unit. */
export function seriesOf({ metrics, stockFirst, rationed, draws }: SimulateNumbers, wanted: Wanted, scale = 1): Series {
  return metricsAt(metrics, wanted).map(
    (at): Figure => ({
      stockFirst: stockFirst[at]! * scale,
      rationed: rationed[at]! * scale,
      drawn: draws.spread[at]!.map((end) => end * scale) as unknown as Interval,
    }),
  );
}
