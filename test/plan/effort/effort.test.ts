import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawnNumbers } from "../../../src/leverage/draw/world-numbers.ts";
import { afterReply, chanceToWin } from "../../../src/plan/effort/contest.ts";
import { hurdle } from "../../../src/plan/effort/success.ts";
import { chanceItWorks } from "../../../src/plan/effort/works.ts";

const curve = { ceiling: 0.8, scale: 500, steepness: 2 };

describe("the chance that a programme works", () => {
  it("is 0 without effort, 63% of its ceiling at its scale, and S-shaped: slopes rise, then fall", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.05, max: 1, noNaN: true }),
        fc.double({ min: 10, max: 1e4, noNaN: true }),
        fc.double({ min: 1.2, max: 4, noNaN: true }),
        (ceiling, scale, steepness) => {
          const at = (effort: number): number => chanceItWorks(effort, { ceiling, scale, steepness });
          expect(at(0)).toBe(0);
          expect(at(scale)).toBeCloseTo(ceiling * (1 - Math.exp(-1)), 12);
          const bend = scale * (1 - 1 / steepness) ** (1 / steepness);
          const slope = (effort: number): number => at(effort * 1.001) - at(effort * 0.999);
          const per = (effort: number): number => slope(effort) / effort;
          expect(per(bend * 0.5)).toBeLessThan(per(bend * 0.9));
          expect(per(bend * 1.2)).toBeGreaterThan(per(bend * 2));
          expect(at(100 * scale)).toBeLessThanOrEqual(ceiling);
        },
      ),
    );
  });

  it("refuses curves that are none", () => {
    for (const bad of [{ ceiling: 1.1 }, { scale: 0 }, { steepness: 1 }])
      expect(() => chanceItWorks(1, { ...curve, ...bad })).toThrow(RangeError);
    expect(() => chanceItWorks(-1, curve)).toThrow(RangeError);
  });
});

describe("the contest for claims", () => {
  it("is even against one equal, .8 with twice the effort and r = 2, .4 where the rival replies by half", () => {
    expect(chanceToWin(1, [1], 1)).toBe(0.5);
    expect(chanceToWin(2, [1], 2)).toBeCloseTo(0.8, 12);
    expect(chanceToWin(1, afterReply([1], 1, 0.5), 1)).toBeCloseTo(0.4, 12);
  });

  it.each([
    [1500, 0.02, 0.17],
    [600, 0.05, 0.34],
    [300, 0.09, 0.51],
  ])("of %s families a year of others over five years gives the scale of the method", (families, thousand, tenThousand) => {
    const others = [families * 5 * 6.5];
    expect(chanceToWin(1000, others, 1)).toBeCloseTo(thousand, 2);
    expect(chanceToWin(10_000, others, 1)).toBeCloseTo(tenThousand, 2);
  });

  it("with what works vanishes as effort does, and is never certain", () => {
    const value = (effort: number): number => chanceItWorks(effort, curve) * chanceToWin(effort, [300, 20], 1.5);
    expect(value(1e-3)).toBeLessThan(1e-9);
    expect(chanceToWin(0, [1], 1)).toBe(0);
    expect(chanceToWin(1e300, [1], 2)).toBeLessThanOrEqual(1);
    expect(() => chanceToWin(1, [], 1)).toThrow(RangeError);
    expect(() => chanceToWin(1, [0], 1)).toThrow(RangeError);
  });

  it("falls with each rival's effort and rises with one's own", () => {
    const effort = fc.double({ min: 1, max: 1e4, noNaN: true });
    fc.assert(
      fc.property(
        effort,
        fc.array(effort, { minLength: 1, maxLength: 6 }),
        fc.double({ min: 1, max: 2, noNaN: true }),
        (own, rivals, r) => {
          const chance = chanceToWin(own, rivals, r);
          expect(chanceToWin(own * 1.1, rivals, r)).toBeGreaterThan(chance);
          expect(chanceToWin(own, afterReply(rivals, own, 0.3), r)).toBeLessThan(chance);
        },
      ),
    );
  });
});

describe("technical success", () => {
  const worlds = 40_000;
  const both = (shared: readonly [string, string], correlation: number): number => {
    let count = 0;
    for (let world = 0; world < worlds; world++)
      if (
        hurdle(drawnNumbers(1), world, shared[0], "a", correlation) < 0.5 &&
        hurdle(drawnNumbers(1), world, shared[1], "b", correlation) < 0.5
      )
        count++;
    return count / worlds;
  };

  it("comes together within a kind, by the arcsine law: 14.92 of two complements of 50 at ρ = .3, 12.5 for two kinds", () => {
    const standardError = Math.sqrt(0.21 / worlds);
    const joint = 0.25 + Math.asin(0.3) / (2 * Math.PI);
    expect(50 * joint).toBeCloseTo(14.92, 2);
    expect(Math.abs(both(["tool|H", "tool|H"], 0.3) - joint)).toBeLessThan(4 * standardError);
    expect(Math.abs(both(["tool|H", "tool|G"], 0.3) - 0.25)).toBeLessThan(4 * standardError);
  });

  it("is as likely as its chance, whatever the correlation", () => {
    for (const correlation of [0, 0.6]) {
      let count = 0;
      for (let world = 0; world < 10_000; world++) if (hurdle(drawnNumbers(7), world, "material|H", "c", correlation) < 0.2) count++;
      expect(Math.abs(count / 10_000 - 0.2)).toBeLessThan(4 * Math.sqrt(0.16 / 10_000));
    }
  });
});
