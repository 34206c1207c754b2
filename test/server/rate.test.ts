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

  it("fills no further than a burst, however long nobody asked", () => {
    let now = 0;
    const gate = new RateGate({ burst: 3, perSecond: 10 }, () => now);
    expect(gate.wait("a")).toBe(0);
    now += 3_600_000;
    expect([1, 2, 3].map(() => gate.wait("a"))).toEqual([0, 0, 0]);
    expect(gate.wait("a")).toBeCloseTo(0.1);
  });

  it("asks no more than a burst for one question, and takes what it costs", () => {
    let now = 0;
    const gate = new RateGate({ burst: 4, perSecond: 2 }, () => now);
    expect(gate.wait("a", 100)).toBe(0);
    expect(gate.wait("a", 100)).toBeCloseTo(2);
    now += 1000;
    expect(gate.wait("a", 3)).toBeCloseTo(0.5);
    expect(gate.wait("a", 2)).toBe(0);
    expect(gate.wait("a", 0)).toBe(0);
  });

  it("takes nothing for a question that it refuses", () => {
    let now = 0;
    const gate = new RateGate({ burst: 2, perSecond: 1 }, () => now);
    expect(gate.wait("a", 2)).toBe(0);
    for (let again = 0; again < 5; again++) expect(gate.wait("a")).toBeCloseTo(1);
    now += 1000;
    expect(gate.wait("a")).toBe(0);
  });

  it("forgets the address heard of longest ago, one for each that is new, and no sooner than there are a thousand", () => {
    const gate = new RateGate({ burst: 1, perSecond: 0.001 }, () => 0);
    for (let index = 0; index < 1000; index++) gate.wait(`${index}`);
    expect(gate.wait("0")).toBeGreaterThan(0);
    gate.wait("new");
    expect(gate.wait("0")).toBeGreaterThan(0);
    expect(gate.wait("2")).toBeGreaterThan(0);
    expect(gate.wait("1")).toBe(0);
  });
});
