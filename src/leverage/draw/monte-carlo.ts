import type { Interval } from "../../base/interval.ts";
import { spreadOf } from "./spread.ts";
import { createTurns, type TurnOptions } from "./turns.ts";

/** What is drawn, how often, and who may stop it; progress is told in draws. */
export interface DrawOptions extends TurnOptions {
  readonly draws: number;
  readonly seed: number;
}

/** Numbers of all draws: `values[metric]` has one of each draw, in order. */
export interface Draws {
  readonly values: readonly Float64Array[];
  readonly spread: readonly Interval[];
}

/** Runs one draw and writes its numbers. */
export type RunDraw = (draw: { readonly seed: number; readonly draw: number }, into: Float64Array) => void;

/**
 * Runs all draws, letting others in between. Throws what the signal was aborted with.
 * @param metrics how many numbers a draw gives
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
