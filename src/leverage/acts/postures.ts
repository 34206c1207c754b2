import { sum } from "../../base/numbers.ts";

/** How an authority treats applications for licences: nearly all are granted, some are, or nearly none. */
export const postures = ["granted", "partial", "refused"] as const;

/** Probability of each posture, in the order of `postures`; sums to 1. */
export type PostureWeights = readonly [granted: number, partial: number, refused: number];

/** Distribution of the withheld fraction under a posture, 0..1. */
interface Shape {
  readonly mean: number;
  readonly density: (x: number) => number;
  readonly below: (x: number) => number;
  readonly quantile: (u: number) => number;
}

/** Beta(1, 20), Beta(2, 2) and Beta(6, 1), whose distribution functions have closed inverses. */
const shapes: readonly [Shape, Shape, Shape] = [
  {
    mean: 1 / 21,
    density: (x) => 20 * (1 - x) ** 19,
    below: (x) => 1 - (1 - x) ** 20,
    quantile: (u) => 1 - (1 - u) ** (1 / 20),
  },
  {
    mean: 1 / 2,
    density: (x) => 6 * x * (1 - x),
    below: (x) => x * x * (3 - 2 * x),
    quantile: (u) => 0.5 - Math.sin(Math.asin(1 - 2 * u) / 3),
  },
  { mean: 6 / 7, density: (x) => 6 * x ** 5, below: (x) => x ** 6, quantile: (u) => u ** (1 / 6) },
];

/** Mean of the withheld fraction over the postures. */
export const meanFraction = (weights: PostureWeights): number => sum(shapes.map(({ mean }, i) => weights[i]! * mean));

/** Probability that the withheld fraction is at most `x`. */
export const fractionBelow = (weights: PostureWeights, x: number): number => sum(shapes.map(({ below }, i) => weights[i]! * below(x)));

/** The withheld fraction of one uniform number: its place among the weights gives the posture, the rest the fraction. */
export function fractionAt([granted, partial, refused]: PostureWeights, u: number): number {
  if (u < granted) return shapes[0].quantile(u / granted);
  if (u < granted + partial) return shapes[1].quantile((u - granted) / partial);
  return shapes[2].quantile(refused > 0 ? Math.min(1, (u - granted - partial) / refused) : 1);
}

/** What an earlier act under a licence policy withheld, by one measurement. */
export interface ObservedAct {
  /** Measurements of one act share its weight. */
  readonly act: string;
  readonly class: string;
  /** Day since which it was known, `YYYY-MM-DD`; `null`: unknown, never used. */
  readonly known: string | null;
  /** Withheld fraction, 0..1. */
  readonly low: number;
  readonly high: number;
}

/**
 * Posture weights of a class of licence policy from acts known before a day: the mean of a Dirichlet(1, 1, 1) prior and one count an act,
 * shared over the postures by their likelihood.
 */
export function postureWeights(observed: readonly ObservedAct[], licenceClass: string, day: string): PostureWeights {
  const counts: [number, number, number] = [1, 1, 1];
  const used = observed.filter((each) => each.class === licenceClass && each.known !== null && each.known < day);
  for (const act of new Set(used.map((each) => each.act))) {
    const rows = used.filter((each) => each.act === act);
    for (const row of rows)
      likelihoods(row).forEach((part, i) => {
        counts[i]! += part / rows.length;
      });
  }
  const all = sum(counts);
  return counts.map((count) => count / all) as [number, number, number];
}

/** How likely each posture makes an observation, as parts of 1; of a point by density. */
function likelihoods({ low, high }: ObservedAct): readonly number[] {
  const each = shapes.map(({ density, below }) => (high > low ? below(high) - below(low) : density(low)));
  const all = sum(each);
  return each.map((likelihood) => likelihood / all);
}
