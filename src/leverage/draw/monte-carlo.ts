import type { Interval } from "../../base/interval.ts";
import { spreadOf } from "./spread.ts";
import { createTurns, type TurnOptions } from "./turns.ts";

export interface DrawOptions extends TurnOptions {
  readonly draws: number;
  readonly seed: number;
}

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
