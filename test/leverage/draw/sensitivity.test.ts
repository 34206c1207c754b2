import { describe, expect, it } from "vitest";
import type { DrawnInput } from "../../../src/leverage/draw/inputs.ts";
import { keyOf, uniform } from "../../../src/leverage/draw/random.ts";
import { sensitivityOf } from "../../../src/leverage/draw/sensitivity.ts";

const input = (name: string): DrawnInput => ({
  key: keyOf(name),
  technology: null,
  name,
  low: 0,
  high: 1,
  basis: "assumed",
  source: null,
});
const inputs = ["one", "two", "none"].map(input);
const seed = 4;
const drawn = (name: string, draw: number): number => uniform(seed, draw, keyOf(name));
const answers = (of: (draw: number) => number, draws = 20_000): Float64Array => Float64Array.from({ length: draws }, (_, draw) => of(draw));

describe("what inputs explain of an answer", () => {
  it("is 0.8 and 0.2 of 2 one + two, whose variances are as four to one, and nothing of what is not in it", () => {
    const found = sensitivityOf(
      answers((draw) => 2 * drawn("one", draw) + drawn("two", draw)),
      inputs,
      seed,
    );
    expect(found.map(({ input: { name } }) => name)).toEqual(["one", "two"]);
    expect(found.map(({ part }) => part)).toEqual([expect.closeTo(0.8, 1.5), expect.closeTo(0.2, 1.5)]);
    const [first] = found;
    // The mean of the lowest tenth of an even number is 0.05, of the highest 0.95; the other adds a half.
    expect(first!.atLow).toBeCloseTo(0.6, 1);
    expect(first!.atHigh).toBeCloseTo(2.4, 1);
  });

  it("is reported of an input whose effect turns back, at whose ends the answer is the same", () => {
    const [found] = sensitivityOf(
      answers((draw) => (drawn("one", draw) - 0.5) ** 2),
      inputs,
      seed,
    );
    expect(found!.input.name).toBe("one");
    expect(found!.part).toBeGreaterThan(0.95);
    expect(found!.atLow).toBeCloseTo(found!.atHigh, 1);
  });

  it("is nothing of what inputs do only together", () => {
    const sign = (name: string, draw: number): number => (drawn(name, draw) < 0.5 ? -1 : 1);
    expect(
      sensitivityOf(
        answers((draw) => sign("one", draw) * sign("two", draw)),
        inputs,
        seed,
      ),
    ).toEqual([]);
  });

  it("is not reported of an answer that is the same in all draws, nor of few draws", () => {
    expect(
      sensitivityOf(
        answers(() => 3),
        inputs,
        seed,
      ),
    ).toEqual([]);
    expect(
      sensitivityOf(
        answers((draw) => drawn("one", draw), 199),
        inputs,
        seed,
      ),
    ).toEqual([]);
  });
});
