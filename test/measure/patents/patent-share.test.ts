import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isEnough, leastCitations, patentShares } from "../../../src/measure/patents/patent-share.ts";
import type { ShareUnit } from "../../../src/measure/patents/share-tally.ts";
import { createRandom } from "../../../src/measure/random.ts";
import { runs } from "../../leverage/worlds.ts";

const alive = { low: 1, high: 1 };
const unit = (holders: readonly string[], changes: Partial<ShareUnit> = {}): ShareUnit => ({
  holders,
  citations: 10,
  weight: 1,
  weightInForce: alive,
  q: alive,
  ...changes,
});
const shares = (units: readonly ShareUnit[], draws = 50) => patentShares(units, { random: createRandom(1), draws });

describe("patentShares", () => {
  it("splits joint units, and leaves what is unknown out of both parts of a share", () => {
    const found = shares([
      unit(["A"], { weight: 3 }),
      unit(["A", "B"], { weightInForce: { low: 0, high: 1 } }),
      unit(["B"], { weight: null, weightInForce: null, q: null }),
      unit([]),
    ]);
    expect(found).toMatchObject({ units: 4, withoutHolder: 1, withoutWeight: 1, withoutStatus: 1 });
    const [a, b] = found.holders;
    expect(a).toMatchObject({ holder: "A", units: 2, citations: 20 });
    expect(a!.count.value).toBeCloseTo(0.5, 12);
    expect(a!.weight!.value).toBeCloseTo(3.5 / 4, 12);
    expect(a!.countUnexpired!.value).toBeCloseTo(0.75, 12);
    expect(b!.weightUnexpired!.value).toBeCloseTo(0.25 / 1.5, 12);
  });

  it("says nothing of weight below ten citations by others", () => {
    const nine = [unit(["A"], { citations: leastCitations - 1 }), unit(["B"])];
    const [a, b] = shares(nine).holders;
    expect(a).toMatchObject({ holder: "A", weight: null, weightUnexpired: null });
    expect(a!.count.value).toBe(0.5);
    expect(b!.weight!.value).toBe(0.5);
    expect(shares([unit(["A"], { q: { low: 0, high: 0 } })]).holders[0]!.countUnexpired).toBeNull();
    expect(shares([]).holders).toEqual([]);
  });

  it("says nothing of weight where one holder has all that is known of it, and no resample moves its share", () => {
    const all = [unit(["A"]), unit(["A"]), unit(["B"], { weight: 0, citations: 0, weightInForce: { low: 0, high: 0 } })];
    const [a, b] = shares(all).holders;
    expect(a).toMatchObject({ holder: "A", citations: 20, weight: null, weightUnexpired: null });
    expect(a!.count.value).toBeCloseTo(2 / 3, 12);
    expect(b!.weight).toBeNull();
    const lapsed = [unit(["A"]), unit(["B"], { weightInForce: { low: 0, high: 0 } })];
    expect(shares(lapsed).holders.map(({ weight, weightUnexpired }) => [weight?.value, weightUnexpired?.value])).toEqual([
      [0.5, undefined],
      [0.5, 0],
    ]);
  });

  it("has an interval of status alone where the units are no sample", () => {
    const units = [unit(["A"], { q: { low: 0.2, high: 0.8 } }), unit(["B"]), unit(["B"])];
    const found = patentShares(units, { random: createRandom(1), isSample: false, level: 1 }).holders.find(({ holder }) => holder === "A")!;
    expect(found.count).toEqual({ value: 1 / 3, low: 1 / 3, high: 1 / 3 });
    expect(found.countUnexpired!.low).toBeCloseTo(0.2 / 2.2, 12);
    expect(found.countUnexpired!.high).toBeCloseTo(0.8 / 2.8, 12);
    expect(found.weight!.low).toBe(found.weight!.high);
    expect(patentShares([unit(["A"])], { random: createRandom(1), isSample: false }).holders[0]!.weight).toBeNull();
  });

  it("is enough to be told with a holder for three fifths of the families, and for thirty", () => {
    expect(isEnough({ units: 30, withoutHolder: 0 })).toBe(true);
    expect(isEnough({ units: 29, withoutHolder: 0 })).toBe(false);
    expect(isEnough({ units: 100, withoutHolder: 40 })).toBe(true);
    expect(isEnough({ units: 100, withoutHolder: 41 })).toBe(false);
    expect(isEnough({ units: 0, withoutHolder: 0 })).toBe(false);
  });

  it("orders holders of equally many units by what they hold alone, then by name", () => {
    const units = [unit(["Z"]), unit(["A", "Y"]), unit(["C"]), unit(["B", "X", "A"]), unit(["Y"])];
    expect(shares(units).holders.map(({ holder, units: held }) => `${holder} ${held}`)).toEqual(["Y 2", "A 2", "C 1", "Z 1", "B 1", "X 1"]);
  });

  it("has an interval as wide as a binomial share's, and wider where survival is uncertain", () => {
    const units = Array.from({ length: 400 }, (_, i) => unit([i % 4 === 0 ? "A" : "B"]));
    const [, a] = shares(units, 2000).holders;
    const half = 1.2816 * Math.sqrt((0.25 * 0.75) / 400);
    expect(a!.count.low).toBeGreaterThan(0.25 - half * 1.15);
    expect(a!.count.low).toBeLessThan(0.25 - half * 0.85);
    expect(a!.count.high).toBeGreaterThan(0.25 + half * 0.85);
    expect(a!.count.high).toBeLessThan(0.25 + half * 1.15);
    const uncertain = units.map((one) => (one.holders[0] === "A" ? { ...one, q: { low: 0.2, high: 1 } } : one));
    const wider = shares(uncertain, 500).holders[1]!.countUnexpired!;
    expect(wider.high - wider.low).toBeGreaterThan(2 * (a!.count.high - a!.count.low));
  });

  it("gives shares that sum to 1 over holders, the same from one seed", () => {
    const any: fc.Arbitrary<ShareUnit> = fc.record({
      holders: fc.uniqueArray(fc.constantFrom("A", "B", "C", "D"), { maxLength: 3 }),
      citations: fc.option(fc.integer({ min: 10, max: 20 }), { nil: null }),
      weight: fc.option(fc.double({ min: 0.1, max: 9, noNaN: true }), { nil: null }),
      weightInForce: fc.option(fc.constant(alive), { nil: null }),
      q: fc.option(fc.constant(alive), { nil: null }),
    });
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 15 }), (units) => {
        const { holders } = shares(units, 20);
        if (holders.length > 0) expect(holders.reduce((sum, one) => sum + one.count.value, 0)).toBeCloseTo(1, 9);
        for (const one of holders) {
          const own = units.filter((other) => other.holders.includes(one.holder));
          const known = units.filter((other) => other.holders.length > 0);
          const part = (of: (other: ShareUnit) => number) => own.reduce((sum, other) => sum + of(other) / other.holders.length, 0);
          expect(one.count.value).toBeCloseTo(part(() => 1) / known.length, 9);
          const total = known.reduce((sum, other) => sum + (other.weight ?? 0), 0);
          if (one.weight) expect(one.weight.value).toBeCloseTo(part((other) => other.weight ?? 0) / total, 9);
          const few = own.reduce((sum, other) => sum + (other.citations ?? 0), 0) < 10;
          if (total === 0 || few) expect(one.weight).toBeNull();
          if (one.weight) expect(one.weight.high - one.weight.low > 1e-9 || one.weight.value === 0).toBe(true);
          const sharing = known.filter((other) => (other.weight ?? 0) > 0).map((other) => [...other.holders].sort().join());
          if (total > 0 && !few && new Set(sharing).size === 1 && sharing[0]?.includes(one.holder)) expect(one.weight).toBeNull();
        }
        expect(shares(units, 20)).toEqual(shares(units, 20));
        expect(patentShares(units, { random: createRandom(1), draws: 20, most: 1 }).holders).toEqual(holders.slice(0, 1));
      }),
      runs(200),
    );
  });
});
