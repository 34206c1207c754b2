import { describe, expect, it } from "vitest";
import { keyOf, nearNormal, uniform } from "../../../src/leverage/draw/random.ts";
import { rankedReplies } from "../../../src/leverage/game/best-reply.ts";
import { splitEstimateOf } from "../../../src/leverage/game/estimate.ts";

const [draws, seeds] = [40, 300];
const candidates = Array.from({ length: 20 }, (_, i) => i);

/** Replies of which each is worth 1 less 0.5, and all else is noise. */
function repliesOf(seed: number) {
  const noise = (name: string, i: number) =>
    Float64Array.from({ length: draws }, (_, draw) => nearNormal(uniform(seed, draw, keyOf(`${name}|${i}`))));
  const harms = candidates.map((i) => noise("harm", i).map((each) => 1 + each / 5));
  const costs = candidates.map((i) => noise("cost", i).map((each) => 0.5 + each / 5));
  const nets = harms.map((harm, i) => harm.map((each, draw) => each - costs[i]![draw]!));
  const split = (of: readonly Float64Array[]) => of.map((drawn) => splitEstimateOf(0, drawn));
  return {
    nets,
    drawn: { technologies: candidates, isCosted: candidates.map(() => true), harm: split(harms), cost: split(costs), net: split(nets) },
  };
}

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
const standardError = (numbers: readonly number[]): number => {
  const middle = mean(numbers);
  return Math.sqrt(numbers.reduce((sum, each) => sum + (each - middle) ** 2, 0) / (numbers.length - 1) / numbers.length);
};
const median = (numbers: Float64Array): number => {
  const sorted = numbers.toSorted();
  return (sorted[(draws - 1) >> 1]! + sorted[draws >> 1]!) / 2;
};

describe("the best of replies that differ by noise alone", () => {
  it("is valued without bias by the draws that did not choose it, and too high by those that did", () => {
    const found = Array.from({ length: seeds }, (_, seed) => repliesOf(seed));
    const valued = found.map(({ drawn }) => rankedReplies(drawn).replies[0]!.net!.interval[1]);
    const inSample = found.map(({ nets }) => Math.max(...nets.map(median)));
    expect(Math.abs(mean(valued) - 0.5)).toBeLessThan(2 * standardError(valued));
    expect(mean(inSample) - 0.5).toBeGreaterThan(20 * standardError(inSample));
  });

  it("is chosen by even draws and shown by odd ones, and by the middle where there is less than one of each", () => {
    const two = (even: number, odd: number) => splitEstimateOf(9, Float64Array.of(even, odd, even, odd));
    const numbers = {
      technologies: [0, 1],
      isCosted: [true, true],
      harm: [two(1, 8), two(2, 5)],
      cost: [two(0, 0), two(0, 0)],
      net: [two(1, 8), two(2, 5)],
    };
    const { replies, best } = rankedReplies(numbers);
    expect([best, ...replies.map(({ net }) => net!.interval[1])]).toEqual([1, 5, 8]);
    expect(splitEstimateOf(9, Float64Array.of(4))).toEqual({ choice: 9, shown: { middle: 9, interval: [9, 9, 9] } });
  });

  it("is none whose cost is unknown: such a one stands last, by its harm, without a cost and a net", () => {
    const one = (...numbers: number[]) => numbers.map((number) => splitEstimateOf(number, new Float64Array()));
    const numbers = { technologies: [0, 1, 2], harm: one(1, 9, 5), cost: one(3, 0, 0), net: one(-2, 9, 5) };
    const { replies, best } = rankedReplies({ ...numbers, isCosted: [true, false, false] });
    expect(replies.map(({ technology }) => technology)).toEqual([0, 1, 2]);
    expect(replies.map(({ net }) => net?.middle ?? null)).toEqual([-2, null, null]);
    expect([best, replies[1]!.cost]).toEqual([null, null]);
  });
});
