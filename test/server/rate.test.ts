import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RateGate } from "../../src/server/rate.ts";

describe("RateGate", () => {
  it("never lets more through than burst and rate allow", () => {
    const steps = fc.array(fc.integer({ min: 0, max: 2000 }), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 10 }), (waits, burst, perSecond) => {
        let now = 0;
        const gate = new RateGate({ burst, perSecond }, () => now);
        let passed = 0;
        for (const wait of waits) {
          now += wait;
          if (gate.wait("a") === 0) passed++;
        }
        expect(passed).toBeLessThanOrEqual(burst + (now / 1000) * perSecond + 1e-6);
      }),
    );
  });

  it("opens again after the time it names", () => {
    let now = 0;
    const gate = new RateGate({ burst: 1, perSecond: 2 }, () => now);
    expect(gate.wait("a")).toBe(0);
    const wait = gate.wait("a");
    expect(wait).toBeCloseTo(0.5);
    now += wait * 1000 + 1;
    expect(gate.wait("a")).toBe(0);
  });

  it("keeps addresses apart and forgets the oldest", () => {
    const gate = new RateGate({ burst: 1, perSecond: 0.001 }, () => 0);
    expect([gate.wait("a"), gate.wait("b")]).toEqual([0, 0]);
    expect(gate.wait("a")).toBeGreaterThan(0);
    for (let index = 0; index < 1001; index++) gate.wait(`other-${index}`);
    expect(gate.wait("b")).toBe(0);
  });
});
