import type { Interval } from "../../base/numbers.ts";
import { quantile } from "../../measure/bootstrap.ts";

export interface DrawOptions extends TurnOptions {
  readonly draws: number;
  readonly seed: number;
}

/**
 * Draws and seed of every question on what withholding does, so that the same act has the same figures wherever it is asked. The ends of a
 * middle 80% are then known to about three in a hundred of the draws.
 */
export const [usualDraws, usualSeed] = [200, 1];

/** Numbers by metric and draw: `values[metric]`. */
export interface Draws {
  readonly values: readonly Float64Array[];
  readonly spread: readonly Interval[];
}

export type RunDraw = (draw: { readonly seed: number; readonly draw: number }, into: Float64Array) => void;

/**
 * Runs all draws, yielding in between. Throws the abort reason of the signal.
 * @param metrics numbers per draw
 */
export async function drawAll(run: RunDraw, metrics: number, options: DrawOptions): Promise<Draws> {
  const { draws, seed, onProgress } = options;
  const turns = createTurns(options);
  const values = Array.from({ length: metrics }, () => new Float64Array(draws));
  const row = new Float64Array(metrics);
  for (let draw = 0; draw < draws; draw++) {
    run({ seed, draw }, row);
    for (let m = 0; m < metrics; m++) values[m]![draw] = row[m]!;
    if (turns.due()) await turns.give(draw + 1);
  }
  onProgress?.(draws);
  return { values, spread: draws > 0 ? values.map((numbers) => spreadOf(numbers.slice())) : [] };
}

const coverage = 0.8;

/** Median and middle 80%: `[low, median, high]`, interpolated order statistics. Sorts in place. */
export function spreadOf(numbers: Float64Array): Interval {
  const [first] = numbers;
  if (first !== undefined && numbers.every((each) => each === first)) return [first, first, first];
  const sorted = numbers.sort();
  return [quantile(sorted, (1 - coverage) / 2), quantile(sorted, 0.5), quantile(sorted, (1 + coverage) / 2)];
}

/** Abort and progress of long work. */
export interface TurnOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number) => void) | undefined;
}

/** Longest time between yields, in milliseconds. */
const turn = 40;

/** Yields to other work during long computations. */
export interface Turns {
  due(): boolean;
  /** Reports progress and yields. Throws the abort reason of the signal. */
  give(done: number): Promise<void>;
}

export function createTurns({ signal, onProgress }: TurnOptions): Turns {
  let since = performance.now();
  return {
    due: () => performance.now() - since >= turn,
    async give(done) {
      onProgress?.(done);
      await new Promise((resolve) => setImmediate(resolve));
      signal?.throwIfAborted();
      since = performance.now();
    },
  };
}
