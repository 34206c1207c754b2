import type { Interval } from "../../base/numbers.ts";
import { quantilesOf } from "../../measure/order-statistics.ts";

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
  const rows = Array.from({ length: Math.min(draws, together) }, () => new Float64Array(metrics));
  for (let first = 0; first < draws; first += together) {
    const after = Math.min(draws, first + together);
    for (let draw = first; draw < after; draw++) {
      run({ seed, draw }, rows[draw - first]!);
      if (turns.due()) await turns.give(draw + 1);
    }
    for (let m = 0; m < metrics; m++) for (let draw = first; draw < after; draw++) values[m]![draw] = rows[draw - first]![m]!;
  }
  onProgress?.(draws);
  return { values, spread: draws > 0 ? values.map(spreadOf) : [] };
}

/** Draws whose numbers are put in place together, as each metric's are far from another's. */
const together = 16;

const coverage = 0.8;
const ends = [(1 - coverage) / 2, 0.5, (1 + coverage) / 2];

/** Median and middle 80% of numbers in any order: `[low, median, high]`, interpolated order statistics. */
export const spreadOf = (numbers: Float64Array): Interval => quantilesOf(numbers, ends) as unknown as Interval;

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
