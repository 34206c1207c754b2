import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ExclusionCluster, exclusionExposure, type TechnologyTerms } from "../../src/leverage/exclusion/exclusion-exposure.ts";
import { exposureByGroup } from "../../src/plan/without-group.ts";

interface Named extends ExclusionCluster {
  readonly id: string;
  readonly group: string;
}

const ends = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })).map(([a, b]) => ({
  low: Math.min(a, b),
  high: Math.max(a, b),
}));

const clusters = fc
  .array(
    fc.record({ group: fc.constantFrom("p", "q", "r"), technology: fc.constantFrom("t", "u"), inForce: fc.array(ends, { maxLength: 3 }) }),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((drawn) => drawn.map((each, at): Named => ({ ...each, id: `c${at}`, holder: "h", licensed: false })));

const terms = fc.record({ valid: ends, readOn: ends, designAround: ends });

const exposure = (of: TechnologyTerms, granted: { low: number; high: number }) => (some: readonly ExclusionCluster[]) =>
  some.length === 0
    ? null
    : exclusionExposure({
        value: { low: 5, high: 9 },
        clusters: some,
        technologies: new Map(["t", "u"].map((id) => [id, of])),
        holders: new Map([["h", { granted, licensed: null }]]),
        royalty: null,
        delay: null,
      }).usd;

const names = { id: ({ id }: Named) => id, group: ({ group }: Named) => group };

describe("exposure without each group", () => {
  it("never rises, loses nothing that is not there, and does not depend on order", () => {
    fc.assert(
      fc.property(clusters, terms, ends, (some, of, granted) => {
        const told = exposureByGroup(some, names, exposure(of, granted));
        expect(exposureByGroup(some.toReversed(), names, exposure(of, granted))).toEqual(told);
        expect(told.groups.map(({ group }) => group).sort()).toEqual([...new Set(some.map(({ group }) => group))].sort());
        for (const { without, adds } of told.groups) {
          expect(without.low).toBeLessThanOrEqual(told.whole!.low);
          expect(without.high).toBeLessThanOrEqual(told.whole!.high);
          expect(adds.low).toBeGreaterThanOrEqual(0);
          expect(adds.high).toBeLessThanOrEqual(told.whole!.high);
        }
      }),
    );
  });

  it("finds the groups that add most by what each excludes by itself", () => {
    fc.assert(
      fc.property(clusters, terms, ends, fc.integer({ min: 1, max: 3 }), (some, of, granted, most) => {
        const all = exposureByGroup(some, names, exposure(of, granted)).groups;
        const first = exposureByGroup(some, names, exposure(of, granted), most);
        expect(first.groups).toHaveLength(Math.min(most, all.length));
        expect(first.excludes.size).toBe(all.length);
        first.groups.forEach(({ adds }, at) => {
          expect(adds.high).toBeCloseTo(all[at]!.adds.high, 9);
        });
      }),
    );
  });

  it("is nothing without the only group, and unknown where the whole is", () => {
    const sum = (some: readonly { value: number }[]) =>
      some.length === 0 ? null : { low: some.reduce((total, { value }) => total + value, 0), high: 10 };
    const one = { id: "a", group: "only", value: 4 };
    const named = { id: (each: typeof one) => each.id, group: (each: typeof one) => each.group };
    expect(exposureByGroup([one], named, sum)).toEqual({
      whole: { low: 4, high: 10 },
      excludes: new Map([["only", true]]),
      groups: [{ group: "only", clusters: 1, without: { low: 0, high: 0 }, adds: { low: 4, high: 10 } }],
    });
    expect(exposureByGroup([one], named, () => null)).toEqual({ whole: null, groups: [], excludes: new Map() });
    expect(exposureByGroup([], named, sum)).toEqual({ whole: null, groups: [], excludes: new Map() });
  });

  it("falls by one group's own part where groups stop different things", () => {
    const both = [
      { id: "1", group: "big", value: 7 },
      { id: "2", group: "small", value: 1 },
      { id: "3", group: "big", value: 2 },
    ];
    const named = { id: (each: (typeof both)[number]) => each.id, group: (each: (typeof both)[number]) => each.group };
    const { groups } = exposureByGroup(both, named, (some) => {
      const total = some.reduce((sum, { value }) => sum + value, 0);
      return { low: total, high: total };
    });
    expect(groups.map(({ group, clusters: count, adds }) => [group, count, adds.low])).toEqual([
      ["big", 2, 9],
      ["small", 1, 1],
    ]);
  });
});
