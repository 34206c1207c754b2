import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bootstrapInterval, percentileInterval } from "../../src/measure/bootstrap.ts";
import { createRandom } from "../../src/measure/random.ts";
import { runs } from "../leverage/worlds.ts";

describe("percentileInterval", () => {
  it("holds the stated part of the values", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 60 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, level) => {
          const { low, high } = percentileInterval(Float64Array.from(values), level)!;
          const below = values.filter((value) => value < low).length;
          const above = values.filter((value) => value > high).length;
          const tail = ((1 - level) / 2) * (values.length - 1);
          expect(below).toBeLessThanOrEqual(tail + 1 + 1e-9);
          expect(above).toBeLessThanOrEqual(tail + 1 + 1e-9);
          expect(low).toBeLessThanOrEqual(high + 1e-6);
        },
      ),
      runs(300),
    );
  });

  it("lies between neighbours as type 7 does, and leaves NaN out", () => {
    expect(percentileInterval(Float64Array.of(4, Number.NaN, 1, 3, 2), 0.5)).toEqual({ low: 1.75, high: 3.25 });
    expect(percentileInterval(Float64Array.of(Number.NaN), 0.8)).toBeNull();
  });
});

describe("bootstrapInterval", () => {
  const mean = (values: readonly number[]) => (sample: Int32Array) => sample.reduce((sum, i) => sum + values[i]!, 0) / sample.length;

  it("covers the mean of a normal population about as often as it says", () => {
    const draw = createRandom(11);
    let covered = 0;
    for (let trial = 0; trial < 300; trial++) {
      const values = Array.from({ length: 40 }, () => 5 + draw.normal());
      const { low, high } = bootstrapInterval(40, mean(values), { random: createRandom(trial), draws: 200 })!;
      if (low <= 5 && 5 <= high) covered++;
    }
    expect(covered / 300).toBeGreaterThan(0.72);
    expect(covered / 300).toBeLessThan(0.86);
  });

  it("comes out the same from the same seed, is a point for equal values and null for none", () => {
    const once = () => bootstrapInterval(5, mean([1, 2, 3, 4, 50]), { random: createRandom(9) });
    expect(once()).toEqual(once());
    expect(bootstrapInterval(3, mean([2, 2, 2]), { random: createRandom(1) })).toEqual({ low: 2, high: 2 });
    expect(bootstrapInterval(0, mean([]), { random: createRandom(1) })).toBeNull();
  });
});
