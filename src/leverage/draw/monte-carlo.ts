import type { Interval } from "../../base/interval.ts";
import { spreadOf } from "./spread.ts";

/** What is drawn, how often, and who may stop it. */
export interface DrawOptions {
  readonly draws: number;
  readonly seed: number;
  readonly signal?: AbortSignal | undefined;
  /** Told the draws that are done. */
  readonly onProgress?: ((done: number) => void) | undefined;
}

/** Numbers of all draws: `values[metric]` has one of each draw, in order. */
export interface Draws {
  readonly values: readonly Float64Array[];
  readonly spread: readonly Interval[];
}

/** Runs one draw and writes its numbers. */
export type RunDraw = (draw: { readonly seed: number; readonly draw: number }, into: Float64Array) => void;

/** As long as this, in milliseconds, nothing else is let in: progress, an interrupt. */
const turn = 40;

/**
 * Runs all draws, letting others in between. Throws what the signal was aborted with.
 * @param metrics how many numbers a draw gives
 */
export async function drawAll(run: RunDraw, metrics: number, { draws, seed, signal, onProgress }: DrawOptions): Promise<Draws> {
  const values = Array.from({ length: metrics }, () => new Float64Array(draws));
  const row = new Float64Array(metrics);
  let since = performance.now();
  for (let draw = 0; draw < draws; draw++) {
    run({ seed, draw }, row);
    for (let m = 0; m < metrics; m++) values[m]![draw] = row[m]!;
    if (performance.now() - since < turn) continue;
    onProgress?.(draw + 1);
    await new Promise((resolve) => setImmediate(resolve));
    signal?.throwIfAborted();
    since = performance.now();
  }
  onProgress?.(draws);
  return { values, spread: values.map((numbers) => spreadOf(numbers.slice())) };
}
