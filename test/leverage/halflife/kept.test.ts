import { describe, expect, it } from "vitest";
import { createKeptByWalk, keptByBoth, keptByLapse, keptWhole } from "../../../src/leverage/halflife/kept.ts";
import { keepsHalf } from "../../../src/leverage/halflife/odds-walk.ts";

describe("what a holder keeps without an act", () => {
  it("goes on by the drift where nothing is drawn", () => {
    // Odds 4 fall by ln 16 in 4 years to 1/4: a share of 0.2
    const walk = { drift: -Math.log(16) / 4, driftVariance: 1, variance: 1, noise: 1 };
    const kept = createKeptByWalk({ technology: "t", share: 0.8, walk }, 240)(null);
    expect(kept(0)).toBe(1);
    expect(kept(24)).toBeCloseTo(0.5 / 0.8, 9);
    expect(kept(48)).toBeCloseTo(0.25, 9);
  });

  it("draws courses, the same for the same draw, that are down to half as often as the first passage says", () => {
    const walk = { drift: -0.05, driftVariance: 0.001, variance: 0.15, noise: 0.3 };
    const course = createKeptByWalk({ technology: "t", share: 0.7, walk }, 120);
    expect(course({ seed: 3, draw: 7 })(60)).toBe(course({ seed: 3, draw: 7 })(60));
    const draws = 4000;
    let halved = 0;
    for (let draw = 0; draw < draws; draw++) {
      const kept = course({ seed: 1, draw });
      if (Array.from({ length: 121 }, (_, month) => kept(month)).some((part) => part <= 0.5)) halved++;
    }
    // Looked at by months, a little of what comes down between them is missed
    const exact = 1 - keepsHalf(walk, 0.7, 10);
    expect(halved / draws).toBeLessThan(exact + 0.02);
    expect(halved / draws).toBeGreaterThan(exact - 0.04);
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
