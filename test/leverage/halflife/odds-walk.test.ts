import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keepsHalf, sharesAfter } from "../../../src/leverage/halflife/odds-walk.ts";
import { runs } from "../worlds.ts";

const still = { drift: 0, driftVariance: 0, variance: 0, noise: 0 };

describe("a share that walks", () => {
  it("is normal in its log odds", () => {
    // Odds 4 fall by ln 2 a year to 2, then 1
    const fallen = sharesAfter({ ...still, drift: -Math.log(2) }, 0.8, 2, 1);
    expect(fallen[0]).toBeCloseTo(0.5, 9);
    // Of two equally likely shares, those at the quartiles: odds 1 ± 0.6745 · sqrt(0.5 + 4 · 0.25 + 4 · 0.25² · 4)
    const deviation = 0.6744897501960817 * Math.sqrt(0.5 + 4 * 0.25 + 16 * 0.0625);
    const spread = sharesAfter({ drift: 0, noise: 0.5, variance: 0.25, driftVariance: 0.0625 }, 0.5, 4, 2);
    expect([...spread]).toEqual([expect.closeTo(1 / (1 + Math.exp(deviation)), 9), expect.closeTo(1 / (1 + Math.exp(-deviation)), 9)]);
  });

  it("comes down to half by the principle of reflection where it has no drift", () => {
    // ln odds of 2/3 less those of 1/3: ln 4; twice the chance to end below: 2 Φ(-ln 4 / 2) in 4 years of variance 1
    expect(1 - keepsHalf({ ...still, variance: 1 }, 2 / 3, 4)).toBeCloseTo(2 * 0.24411, 4);
    expect(keepsHalf(still, 0.8, 100)).toBe(1);
    // ln 4 down at 1 a year, for certain
    expect([1.3, 1.4].map((years) => keepsHalf({ ...still, drift: -1 }, 2 / 3, years))).toEqual([1, 0]);
  });

  it("never comes back: survival falls, and lies between none and all", () => {
    const part = fc.double({ min: 0, max: 1, noNaN: true });
    const walks = fc.record({ drift: fc.double({ min: -1, max: 1, noNaN: true }), driftVariance: part, variance: part, noise: part });
    const ages = fc.tuple(part, part).map(([a, b]) => [20 * Math.min(a, b), 20 * Math.max(a, b)] as const);
    fc.assert(
      fc.property(walks, fc.double({ min: 0.05, max: 0.95, noNaN: true }), ages, (walk, share, [early, late]) => {
        const [first, last] = [keepsHalf(walk, share, early), keepsHalf(walk, share, late)];
        expect(first).toBeLessThanOrEqual(1);
        expect(last).toBeGreaterThanOrEqual(0);
        expect(last).toBeLessThanOrEqual(first + 1e-9);
      }),
      runs(500),
    );
  });
});
