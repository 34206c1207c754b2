import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { crps, skill, uniformCrps, weightedCrps } from "../../src/measure/crps.ts";

const samples = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 1, maxLength: 40 });
const ascending = (list: readonly number[]): Float64Array => Float64Array.from(list).sort();

/** The definition, pair by pair. */
function bruteForce(list: readonly number[], value: number): number {
  const n = list.length;
  const distance = list.reduce((sum, each) => sum + Math.abs(each - value), 0) / n;
  const spread = list.reduce((sum, a) => sum + list.reduce((inner, b) => inner + Math.abs(a - b), 0), 0) / (n * n);
  return distance - spread / 2;
}

/** The integral of the squared distance between the distribution and the step at the value. */
function integral(list: readonly number[], value: number): number {
  const places = [...list, value].sort((a, b) => a - b);
  return places.slice(1).reduce((sum, place, i) => {
    const from = places[i]!;
    const below = list.filter((each) => each <= from).length / list.length;
    return sum + (place - from) * (below - (value <= from ? 1 : 0)) ** 2;
  }, 0);
}

describe("crps", () => {
  it("is that of all pairs and of the integral over the distribution", () => {
    fc.assert(
      fc.property(samples, fc.double({ min: -4, max: 4, noNaN: true }), (list, value) => {
        const score = crps(ascending(list), value);
        expect(score).toBeCloseTo(bruteForce(list, value), 9);
        expect(score).toBeCloseTo(integral(list, value), 9);
      }),
    );
  });

  it("is the distance for a forecast without width, and never below 0", () => {
    expect(crps(Float64Array.of(0.3, 0.3, 0.3), 1)).toBeCloseTo(0.7, 12);
    fc.assert(fc.property(samples, fc.double({ min: -4, max: 4, noNaN: true }), (list, value) => crps(ascending(list), value) > -1e-12));
  });

  it("is best for the distribution that is true", () => {
    const uniform = Float64Array.from({ length: 1000 }, (_, i) => (i + 0.5) / 1000);
    const mean = (forecast: Float64Array): number => uniform.reduce((sum, truth) => sum + crps(forecast, truth), 0) / uniform.length;
    expect(mean(uniform)).toBeCloseTo(1 / 6, 3);
    expect(mean(uniform)).toBeLessThan(mean(uniform.map((value) => value / 2)));
    expect(mean(uniform)).toBeLessThan(mean(Float64Array.of(0.5)));
  });
});

describe("skill", () => {
  it("is 1 for a perfect forecast, 0 for the reference, below 0 for worse", () => {
    expect(skill([0, 0], [0.5, 0.5])).toBe(1);
    expect(skill([0.5, 0.5], [0.5, 0.5])).toBe(0);
    expect(skill([1, 0.5], [0.5, 0.5])).toBe(-0.5);
  });

  it("is unknown where the reference was never wrong", () => {
    expect(skill([0.1], [0])).toBeNull();
    expect(skill([], [])).toBeNull();
  });
});

describe("weightedCrps", () => {
  it("is that of a sample where all weigh the same", () => {
    fc.assert(
      fc.property(samples, fc.double({ min: -4, max: 4, noNaN: true }), (list, value) => {
        const even = list.map((each) => ({ value: each, weight: 1 / list.length }));
        expect(weightedCrps(even, value)).toBeCloseTo(crps(ascending(list), value), 9);
      }),
    );
  });

  it("by hand: 0 with weight 3/4 and 1 with 1/4, at 1, is 3/4 - 3/16", () => {
    const forecast = [
      { value: 0, weight: 0.75 },
      { value: 1, weight: 0.25 },
    ];
    expect(weightedCrps(forecast, 1)).toBeCloseTo(0.5625, 12);
    expect(weightedCrps(forecast, 0)).toBeCloseTo(0.0625, 12);
  });
});

describe("uniformCrps", () => {
  it("is 1/3 at the ends, 1/12 in the middle, and that of a fine even sample", () => {
    expect([uniformCrps(0), uniformCrps(1), uniformCrps(0.5)].map((each) => each.toFixed(12))).toEqual(
      [1 / 3, 1 / 3, 1 / 12].map((each) => each.toFixed(12)),
    );
    const even = Float64Array.from({ length: 2000 }, (_, i) => (i + 0.5) / 2000);
    for (const value of [0.1, 0.37, 0.8]) expect(uniformCrps(value)).toBeCloseTo(crps(even, value), 5);
  });
});
