import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Denial, shortfall } from "../../src/leverage/denial.ts";
import { shortfallOf } from "./oracle.ts";
import { runs } from "./worlds.ts";

const plain: Denial = { own: 0, stopped: 0, demand: 0.5, output: 1, spare: 0, fungibility: 0, act: 1 };

const unit = fc.double({ min: 0, max: 1, noNaN: true });

/** Own and stopped shares that leave third parties something or nothing. */
const denials = fc
  .record({ own: unit, part: unit, demand: unit, output: unit, spare: unit, fungibility: unit })
  .map(({ own, part, demand, ...rest }): Denial => ({ own, stopped: part * (1 - own), demand: Math.max(1e-3, demand), act: 1, ...rest }));

describe("shortfall", () => {
  it("equals the formula of the method", () => {
    fc.assert(
      fc.property(denials, (denial) => {
        expect(shortfall(denial)).toBeCloseTo(shortfallOf(denial), 9);
      }),
      runs(2000),
    );
  });

  it("stays within 0 and 1", () => {
    fc.assert(
      fc.property(denials, fc.option(unit), (denial, importStopped) => {
        const x = shortfall(importStopped === null ? denial : { ...denial, importStopped });
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(1);
      }),
      runs(2000),
    );
  });

  it("grows with what is stopped and falls with spare capacity and fungibility", () => {
    fc.assert(
      fc.property(denials, unit, (denial, step) => {
        const x = shortfall(denial);
        const room = 1 - denial.own - denial.stopped;
        expect(shortfall({ ...denial, stopped: denial.stopped + step * room })).toBeGreaterThanOrEqual(x - 1e-9);
        expect(shortfall({ ...denial, spare: denial.spare + step })).toBeLessThanOrEqual(x + 1e-9);
        expect(shortfall({ ...denial, fungibility: denial.fungibility + step * (1 - denial.fungibility) })).toBeLessThanOrEqual(x + 1e-9);
        expect(shortfall({ ...denial, act: 0 })).toBeGreaterThanOrEqual(x - 1e-9);
      }),
      runs(2000),
    );
  });

  it("changes little where the inputs change little", () => {
    const small = fc.double({ min: -1e-7, max: 1e-7, noNaN: true });
    const inside = fc
      .record({ own: unit, part: unit, demand: unit, output: unit, spare: unit, fungibility: unit })
      .map(({ own, part, demand, ...rest }): Denial => {
        const held = 0.01 + 0.9 * own;
        return { own: held, stopped: 0.98 * part * (1 - held), demand: 0.05 + 0.9 * demand, act: 1, ...rest };
      });
    fc.assert(
      fc.property(inside, small, small, small, (denial, a, b, c) => {
        const near = shortfall({ ...denial, stopped: Math.max(0, denial.stopped + a), demand: denial.demand + b, own: denial.own + c });
        expect(Math.abs(near - shortfall(denial))).toBeLessThan(1e-3);
      }),
      runs(2000),
    );
  });

  it("is all of the use where the senders hold everything", () => {
    expect(shortfall({ ...plain, stopped: 1 })).toBe(1);
    expect(shortfall({ ...plain, stopped: 1, fungibility: 1 })).toBe(1);
  });

  it("is nothing where nothing is stopped, nothing imported or no one else supplies", () => {
    expect(shortfall(plain)).toBe(0);
    expect(shortfall({ ...plain, own: 0.6, stopped: 0.4 })).toBe(0);
    expect(shortfall({ ...plain, own: 1, stopped: 0, demand: 1 })).toBe(0);
  });

  it("is the stopped part of imports where nothing can be redirected", () => {
    expect(shortfall({ ...plain, own: 0.2, stopped: 0.6 })).toBeCloseTo(0.45, 12);
    expect(shortfall({ ...plain, own: 0.2, stopped: 0.6, importStopped: 0.5 })).toBeCloseTo(0.3, 12);
  });

  it("is made good by what senders sell elsewhere after an act, not in an outage", () => {
    const denial = { ...plain, stopped: 0.5, fungibility: 1 };
    expect(shortfall(denial)).toBe(0);
    expect(shortfall({ ...denial, act: 0 })).toBe(0.5);
  });

  it("is eased by the target's own spare capacity as far as its own inputs last", () => {
    const denial = { ...plain, own: 0.2, stopped: 0.8, spare: 0.5 };
    expect(shortfall(denial)).toBeCloseTo(0.4, 12);
    expect(shortfall({ ...denial, output: 0 })).toBeCloseTo(0.6, 12);
  });
});
