import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { productEnvelope } from "../../../src/plan/joint/envelope.ts";

const range = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }));
const factors = fc
  .array(range, { minLength: 1, maxLength: 5 })
  .map((ranges) => ranges.map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) })));
const inside = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 });

describe("the envelope of a product", () => {
  it("is .65 of two inputs that degrade by half at .8 and .4, where the product is .63", () => {
    const half = { low: 0.5, high: 1 };
    expect(productEnvelope([0.9, 0.7], [half, half], [])).toBeCloseTo(0.65, 12);
  });

  it("is nowhere below the product, equals it at the corners, and lies below each of its own tangents", () => {
    fc.assert(
      fc.property(factors, inside, inside, (ranges, here, there) => {
        const at = (u: readonly number[]) => ranges.map(({ low, high }, i) => low + u[i]! * (high - low));
        const product = (values: readonly number[]): number => values.reduce((all, value) => all * value, 1);
        const [a, b, slopes] = [at(here), at(there), [] as number[]];
        const envelope = productEnvelope(a, ranges, slopes);
        expect(envelope).toBeGreaterThanOrEqual(product(a) - 1e-12);
        const tangent = envelope + b.reduce((sum, value, i) => sum + slopes[i]! * (value - a[i]!), 0);
        expect(productEnvelope(b, ranges, [])).toBeLessThanOrEqual(tangent + 1e-9);
        const corner = at(here.map((u) => (u < 0.5 ? 0 : 1)));
        expect(productEnvelope(corner, ranges, [])).toBeCloseTo(product(corner), 9);
      }),
      { numRuns: 500 },
    );
  });
});
