import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coveredByStock, horizonOf } from "../../../src/leverage/course/stock-use.ts";
import { runs } from "../worlds.ts";

const unknown = Number.POSITIVE_INFINITY;
const positive = (max: number) => fc.double({ min: 0, max, noNaN: true });

describe("the horizon of a stock", () => {
  it("solves h - 1 + e^-h = z", () => {
    for (let exponent = -9; exponent <= 4; exponent += 0.25) {
      const z = 10 ** exponent;
      const h = horizonOf(z);
      expect(h + Math.expm1(-h)).toBeCloseTo(z, exponent < 0 ? 12 : 9);
    }
  });
});

describe("what a stock covers of a lack", () => {
  it("is all until it is gone where stock is used first", () => {
    expect([1, 2, 3, 0.5].map((stock) => coveredByStock(stock, 1, 2, 0, unknown))).toEqual([0.5, 1, 1, 0.25]);
  });

  // T from `x (T - k (1 - e^{-T/k})) = R` by bisection in another language: 9.614615682184501 and 12.906719719586924.
  it.each([
    [3, 1, 12, 0.46801170544628734],
    [3, 0.6, 12, 0.21343357931597254],
    [2, 1, 6, 0.4231861827382726],
  ])("leaves of %d months at a lack of %d and care of %d months a lack of %d in the first month", (stock, lack, care, left) => {
    expect(lack - coveredByStock(stock, lack, 1, care, unknown)).toBeCloseTo(left, 12);
  });

  it("does not depend on how a stretch is cut into steps", () => {
    fc.assert(
      fc.property(positive(12), positive(1), positive(20), fc.integer({ min: 1, max: 12 }), (stock, lack, care, parts) => {
        let left = stock;
        for (let i = 0; i < parts; i++) left -= coveredByStock(left, lack, 12 / parts, care, unknown) * (12 / parts);
        expect(stock - left).toBeCloseTo(12 * coveredByStock(stock, lack, 12, care, unknown), 6);
      }),
      runs(300),
    );
  });

  it("is no more than the stock and the lack; more stock covers more, a greater lack leaves more lacking and less in stock", () => {
    fc.assert(
      fc.property(
        positive(12),
        positive(3),
        positive(0.5),
        positive(0.5),
        positive(20),
        fc.double({ min: 0.1, max: 12, noNaN: true }),
        fc.option(positive(30)),
        (stock, added, lack, more, care, width, later) => {
          const left = later === null ? unknown : width + later;
          const covered = coveredByStock(stock, lack, width, care, left);
          expect(covered).toBeLessThanOrEqual(lack);
          expect(covered * width).toBeLessThanOrEqual(stock + 1e-12);
          const richer = coveredByStock(stock + added, lack, width, care, left);
          expect(richer).toBeGreaterThanOrEqual(covered - 1e-9);
          expect((richer - covered) * width).toBeLessThanOrEqual(added + 1e-9);
          const greater = coveredByStock(stock, lack + more, width, care, left);
          expect(greater).toBeGreaterThanOrEqual(covered - 1e-9);
          expect(lack + more - greater).toBeGreaterThanOrEqual(lack - covered - 1e-9);
        },
      ),
      runs(2000),
    );
  });

  it("is at least its even part of a lack whose end is known", () => {
    expect(coveredByStock(4, 1, 1, 100, 5)).toBe(0.8);
    expect(coveredByStock(5, 1, 1, 100, 5)).toBe(1);
  });
});
