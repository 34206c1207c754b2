import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { substitute } from "../../src/leverage/ces.ts";
import { weightsAt } from "../../src/leverage/composition.ts";
import { familyOf } from "./oracle.ts";
import { runs } from "./worlds.ts";

const unit = fc.oneof(fc.constantFrom(0, 0.5, 1), fc.double({ min: 0, max: 1, noNaN: true }));
const share = fc.double({ min: 0.01, max: 1, noNaN: true });
const sigma = fc.oneof(fc.constantFrom(0, 0.2, 1, 2, 8, Number.POSITIVE_INFINITY), fc.double({ min: 0.05, max: 20, noNaN: true }));
const families = fc.array(fc.tuple(unit, share), { minLength: 1, maxLength: 5 });

describe("substitute", () => {
  it("equals the power mean written out", () => {
    fc.assert(
      fc.property(families, sigma, (family, elasticity) => {
        const has = family.map(([value]) => value);
        const weights = family.map(([, weight]) => weight);
        const parts = family.map(([value, weight]) => ({ has: value, weight }));
        expect(substitute(has, weights, elasticity)).toBeCloseTo(familyOf(parts, elasticity), 8);
      }),
      runs(2000),
    );
  });

  it("lies between the scarcest and the most available, and never falls as σ grows", () => {
    fc.assert(
      fc.property(families, sigma, sigma, (family, one, other) => {
        const has = family.map(([value]) => value);
        const weights = family.map(([, weight]) => weight);
        const value = substitute(has, weights, Math.min(one, other));
        expect(value).toBeGreaterThanOrEqual(Math.min(...has) - 1e-9);
        expect(value).toBeLessThanOrEqual(Math.max(...has) + 1e-9);
        expect(substitute(has, weights, Math.max(one, other))).toBeGreaterThanOrEqual(value - 1e-9);
      }),
      runs(2000),
    );
  });

  it("takes no root of what rounding leaves", () => {
    for (const elasticity of [0.2, 1 - 1e-7, 1]) expect(substitute([1e-16, 1], [0.1, 0.9], elasticity)).toBe(0);
    expect(substitute([1e-16, 1], [0.1, 0.9], 2)).toBeCloseTo(0.81, 12);
  });

  it.each([1 - 1e-5, 1 - 1e-7, 1, 1 + 1e-7, 1 + 1e-5])("has no step at σ = 1: %d", (elasticity) => {
    expect(substitute([0.2, 0.9], [0.3, 0.7], elasticity)).toBeCloseTo(0.2 ** 0.3 * 0.9 ** 0.7, 5);
    expect(substitute([0, 0.9], [0.3, 0.7], elasticity)).toBe(0);
  });

  it("is the scarcest at σ = 0 and near it", () => {
    expect(substitute([0.2, 0.9], [0.01, 0.99], 0)).toBe(0.2);
    expect(substitute([0.2, 0.9], [0.01, 0.99], 1e-6)).toBeCloseTo(0.2, 5);
  });

  it("is the weighted sum at σ = ∞, also where a variety is gone", () => {
    expect(substitute([0, 0.5], [1, 3], Number.POSITIVE_INFINITY)).toBeCloseTo(0.375, 12);
  });

  it("drops varieties of no weight and counts one of any weight at σ ≤ 1", () => {
    expect(substitute([0, 1], [0, 1], 0.5)).toBe(1);
    expect(substitute([0, 1], [1e-6, 1], 0.5)).toBe(0);
    expect(substitute([0, 1], [0.5, 0.5], 2)).toBeCloseTo(0.25, 12);
  });

  it("refuses a family without any weight", () => {
    expect(() => substitute([1, 1], [0, 0], 1)).toThrow(RangeError);
  });
});

describe("weightsAt", () => {
  const has = [0.1, 0.9, 0.5];

  it("puts what is open on the scarcest, or on the most available", () => {
    const adverse = weightsAt(has, [0.2, 0.2, 0.2], [1, 1, 0.3], 2);
    [0.6, 0.2, 0.2].forEach((weight, i) => {
      expect(adverse[i]).toBeCloseTo(weight, 12);
    });
    const favourable = weightsAt(has, [0.2, 0.2, 0.2], [1, 0.4, 0.3], 0);
    [0.3, 0.4, 0.3].forEach((weight, i) => {
      expect(favourable[i]).toBeCloseTo(weight, 12);
    });
  });

  it("bounds the family over every weight within the intervals", () => {
    const bounds = fc.array(fc.tuple(unit, fc.double({ min: 0, max: 0.4, noNaN: true })), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(bounds, sigma, fc.array(unit, { minLength: 3, maxLength: 3 }), (family, elasticity, tilt) => {
        const values = family.map(([value]) => value);
        const low = family.map(([, least]) => (least * 2) / 3);
        const rest = 1 - low.reduce((sum, value) => sum + value, 0);
        const parts = tilt.map((value) => value + 0.01);
        const all = parts.reduce((sum, value) => sum + value, 0);
        const drawn = low.map((least, i) => least + (rest * parts[i]!) / all);
        const value = substitute(values, drawn, elasticity);
        const high = [1, 1, 1];
        expect(substitute(values, weightsAt(values, low, high, 2), elasticity)).toBeLessThanOrEqual(value + 1e-9);
        expect(substitute(values, weightsAt(values, low, high, 0), elasticity)).toBeGreaterThanOrEqual(value - 1e-9);
      }),
      runs(2000),
    );
  });
});
