import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { OddsWalk } from "../../../src/leverage/halflife/odds-walk.ts";
import { runs } from "../worlds.ts";
import { gasHolding, middleHalfLife, type Setting } from "./world.ts";

/** Log odds fall by so much a year, for certain. */
const fallingBy = (drop: number): OddsWalk => ({ drift: -drop, driftVariance: 0, variance: 0, noise: 0 });

describe("the half-life of a hold", () => {
  it("starts at the part of its need that the target lacks", () => {
    expect(middleHalfLife(gasHolding({ share: 0.8 })).start).toBeCloseTo(0.8, 9);
    expect(middleHalfLife(gasHolding({ share: 1 })).start).toBe(1);
  });

  it("is when the exponential of qualification reaches half", () => {
    // x falls to half of x(0) where f∞ (1 - e^{-τ/Q}) = 1/2; f∞ = 1: τ = Q ln 2 = 8.3, so month 9
    expect(middleHalfLife(gasHolding({ share: 0.5, fungibility: 1, qualification: 12 })).months.refill).toBe(9);
    expect(middleHalfLife(gasHolding({ share: 0.5, fungibility: 0.49, qualification: 12 })).months.refill).toBe(Number.POSITIVE_INFINITY);
  });

  it("is half the lead time where new makers come for certain, and never where they do not", () => {
    // The logistic curve of a build-up, taken from 0, stands at a little under one half at half the lead time: first whole month after it
    expect(middleHalfLife(gasHolding({ lead: 24, ceiling: 1, chance: 1 })).months.refill).toBe(13);
    expect(middleHalfLife(gasHolding({ lead: 24, ceiling: 1, chance: 0 })).months.refill).toBe(Number.POSITIVE_INFINITY);
    expect(middleHalfLife(gasHolding({ lead: 0, ceiling: 0.6, chance: 1 })).months.refill).toBe(0);
  });

  it("is when the holder's share, its log odds falling in a line, is half of what it was", () => {
    const holding = gasHolding({ share: 0.8 });
    const gas = holding.technology;
    const falling = { technology: "gas", share: 0.8, walk: fallingBy(Math.log(9 / 4) / 4) };
    const { months } = middleHalfLife(holding, { walks: new Map([[gas, falling]]), lapse: null });
    // odds as from 9 to 4 in 48 months; a share of 0.4 has odds of 2/3: 48 · ln(4 / (2/3)) / ln(9 / 4) = 106.06
    expect(months.entrants).toBe(107);
    expect(months.together).toBe(107);
    expect(months.lapse).toBeUndefined();
  });

  it("is when half the patents have lapsed where all that they cover can be made elsewhere", () => {
    const left = Array.from({ length: 21 }, (_, year) => 1 - year / 20);
    expect(middleHalfLife(gasHolding({ ceiling: 1 }), { walks: new Map(), lapse: left }).months.lapse).toBe(120);
    expect(middleHalfLife(gasHolding({ ceiling: 0.4 }), { walks: new Map(), lapse: left }).months.lapse).toBe(Number.POSITIVE_INFINITY);
  });

  it("is unknown where nothing is lost", () => {
    const { start, months } = middleHalfLife(gasHolding({ share: 0 }));
    expect([start, months.refill]).toEqual([0, Number.NaN]);
  });

  it("is never later by all together than by each alone that takes away", () => {
    const part = fc.double({ min: 0, max: 1, noNaN: true });
    const setting: fc.Arbitrary<Setting> = fc.record({
      share: fc.double({ min: 0.05, max: 0.95, noNaN: true }),
      spare: fc.double({ min: 0, max: 0.3, noNaN: true }),
      fungibility: part,
      qualification: fc.integer({ min: 0, max: 40 }),
      lead: fc.integer({ min: 0, max: 120 }),
      ceiling: part,
      chance: part,
    });
    const falling = fc.record({ share: fc.double({ min: 0.3, max: 0.99, noNaN: true }), walk: part.map(fallingBy) });
    const lapses = fc.array(part, { minLength: 20, maxLength: 20 }).map((list) => [1, ...list.sort((a, b) => b - a)]);
    fc.assert(
      fc.property(setting, falling, lapses, (of, course, lapse) => {
        const holding = gasHolding(of);
        const { months } = middleHalfLife(holding, { walks: new Map([[holding.technology, { technology: "gas", ...course }]]), lapse });
        for (const by of ["refill", "entrants", "lapse"]) {
          if (!Number.isNaN(months[by]!)) expect(months.together!).toBeLessThanOrEqual(months[by]!);
        }
      }),
      runs(200),
    );
  });
});
