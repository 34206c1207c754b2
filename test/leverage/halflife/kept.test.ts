import { describe, expect, it } from "vitest";
import { keptByBoth, keptByLapse, keptByTrend, keptWhole } from "../../../src/leverage/halflife/kept.ts";

const range = (at: number) => ({ low: at, high: at });

describe("what a holder keeps without an act", () => {
  it("goes on as between the editions", () => {
    const kept = keptByTrend({ technology: "t", before: range(0.8), after: range(0.5), months: 48 }, null);
    expect(kept(0)).toBe(1);
    // odds 4, then 1, then 1/4: a share of 0.2
    expect(kept(48)).toBeCloseTo(0.4, 9);
    expect(kept(-48)).toBeCloseTo(1.6, 9);
  });

  it("does not change where all was held before and after, whatever is drawn of the rounding", () => {
    for (let draw = 0; draw < 50; draw++) {
      const kept = keptByTrend({ technology: "t", before: range(1), after: range(1), months: 48 }, { seed: 1, draw });
      expect(kept(240)).toBeCloseTo(1, 9);
    }
  });

  it("draws both shares within their rounding, the same for the same draw", () => {
    const trend = { technology: "t", before: range(0.9), after: range(0.9), months: 48 };
    const drawn = Array.from({ length: 40 }, (_, draw) => keptByTrend(trend, { seed: 3, draw })(48));
    expect(Math.min(...drawn)).toBeLessThan(1);
    expect(Math.max(...drawn)).toBeGreaterThan(1);
    // 0.895 / 0.905 at the least of both, once more of the same
    expect(Math.min(...drawn)).toBeGreaterThan(0.97);
    expect(keptByTrend(trend, { seed: 3, draw: 7 })(48)).toBe(drawn[7]);
  });

  it("lapses year by year, months between, up to the ceiling, and wholly after the last year", () => {
    const kept = keptByLapse([1, 0.5, 0.25], 0.8);
    expect([0, 6, 12, 18, 24, 36, 60].map(kept)).toEqual([1, 0.8, 0.6, 0.5, 0.4, 0.2, 0.2].map((value) => expect.closeTo(value, 12)));
  });

  it("is both at once, and each where the other is nothing", () => {
    const half = () => 0.5;
    expect(keptByBoth(half, half)(3)).toBe(0.25);
    expect(keptByBoth(half, keptWhole)).toBe(half);
    expect(keptByBoth(keptWhole, keptWhole)).toBe(keptWhole);
  });
});
