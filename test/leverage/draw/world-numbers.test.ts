import { describe, expect, it } from "vitest";
import { keyOf } from "../../../src/leverage/draw/random.ts";
import { drawnNumbers, latinNumbers } from "../../../src/leverage/draw/world-numbers.ts";

const keys = ["a", "b", "c"].map(keyOf);
const worlds = 50;

describe("numbers of worlds", () => {
  it("have one in each equal part, for each key, in an order of its own, whoever asks in whatever order", () => {
    const numbers = latinNumbers(7, worlds);
    const places = keys.map((key) => Array.from({ length: worlds }, (_, world) => Math.floor(numbers(world, key) * worlds)));
    for (const each of places) expect([...each].sort((a, b) => a - b)).toEqual(Array.from({ length: worlds }, (_, at) => at));
    expect(places[0]).not.toEqual(places[1]);
    const backwards = latinNumbers(7, worlds);
    for (let world = worlds - 1; world >= 0; world--) expect(backwards(world, keys[2]!)).toBe(numbers(world, keys[2]!));
    expect(latinNumbers(8, worlds)(0, keys[0]!)).not.toBe(numbers(0, keys[0]!));
  });

  it("are 0 to 1, evenly over samples", () => {
    const all = Array.from({ length: 400 }, (_, seed) => latinNumbers(seed, 10)(3, keys[0]!));
    expect(Math.min(...all)).toBeGreaterThan(0);
    expect(Math.max(...all)).toBeLessThan(1);
    expect(all.reduce((sum, each) => sum + each, 0) / all.length).toBeCloseTo(0.5, 1);
  });

  it("make a mean that rests on one rare event at a time far surer, and no mean worse", () => {
    const spread = (of: (u: readonly number[]) => number, numbersOf: (seed: number) => (world: number, key: number) => number): number => {
      const means = Array.from({ length: 200 }, (_, seed) => {
        const numbers = numbersOf(seed);
        let sum = 0;
        for (let world = 0; world < worlds; world++) sum += of(keys.map((key) => numbers(world, key)));
        return sum / worlds;
      });
      const middle = means.reduce((sum, each) => sum + each, 0) / means.length;
      return Math.sqrt(means.reduce((sum, each) => sum + (each - middle) ** 2, 0) / means.length);
    };
    const rare = (u: readonly number[]): number => u.reduce((sum, each) => sum + Number(each < 0.06), 0);
    const together = ([a = 0, b = 0]: readonly number[]): number => Number(a < 0.5 && b < 0.5);
    const latin = (seed: number) => latinNumbers(seed, worlds);
    expect(spread(rare, latin)).toBeLessThan(0.2 * spread(rare, drawnNumbers));
    expect(spread(together, latin)).toBeLessThan(1.1 * spread(together, drawnNumbers));
  });
});
