import type { DrawnInput } from "./inputs.ts";
import { uniform } from "./random.ts";

/** Share of an answer's variance explained by one input. */
export interface SensitivityIndex {
  readonly input: DrawnInput;
  /** First-order index `Var(E[Y | X]) / Var(Y)`, 0..1. */
  readonly part: number;
  /** Mean answer in the lowest and highest tenth of the input. */
  readonly atLow: number;
  readonly atHigh: number;
}

const bins = 20;

/**
 * First-order sensitivity from given data (Plischke 2010), corrected for noise; inputs below noise are left out, greatest first. Drawn
 * numbers are regenerated from keys. O(inputs · draws).
 *
 * @param answer by draw
 */
export function sensitivityOf(answer: Float64Array, inputs: readonly DrawnInput[], seed: number): readonly SensitivityIndex[] {
  const draws = answer.length;
  const mean = answer.reduce((sum, value) => sum + value, 0) / draws;
  const variance = answer.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  if (variance <= 0 || draws < 10 * bins) return [];
  const noise = (bins - 1) / (draws - 1);
  const found = inputs.map((input) => {
    const [sums, counts] = [new Float64Array(bins), new Float64Array(bins)];
    for (let draw = 0; draw < draws; draw++) {
      const bin = Math.min(bins - 1, Math.floor(uniform(seed, draw, input.key) * bins));
      sums[bin]! += answer[draw]!;
      counts[bin]! += 1;
    }
    let between = 0;
    for (let bin = 0; bin < bins; bin++) if (counts[bin]! > 0) between += counts[bin]! * (sums[bin]! / counts[bin]! - mean) ** 2;
    const ends = (first: number): number => (sums[first]! + sums[first + 1]!) / Math.max(1, counts[first]! + counts[first + 1]!);
    return { input, part: (between / variance - noise) / (1 - noise), atLow: ends(0), atHigh: ends(bins - 2) };
  });
  return found.filter(({ part }) => part > noiseFactor * noise).sort((a, b) => b.part - a.part);
}

/** Correction for the maximum over many inputs without effect. */
const noiseFactor = 2;
