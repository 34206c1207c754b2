import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { smallestPlacedCohort } from "../../../src/measure/citations/cohort-places.ts";
import { type FollowUpColumns, filingBreadth, findFollowUps, followUpShare } from "../../../src/measure/patents/follow-up.ts";
import { runs } from "../../leverage/worlds.ts";

interface Family {
  readonly technology: number;
  readonly year: number;
  readonly originality: number;
  readonly similarity: number;
  readonly disruption: number;
}

const columns = (families: readonly Family[]): FollowUpColumns => ({
  technology: Int32Array.from(families, (one) => one.technology),
  year: Int32Array.from(families, (one) => one.year),
  originality: Float64Array.from(families, (one) => one.originality),
  backwardSimilarity: Float64Array.from(families, (one) => one.similarity),
  disruption: Float64Array.from(families, (one) => one.disruption),
});

/** By counting lesser and equal values of the cohort, one family at a time. */
function byCounting(families: readonly Family[], own: Family): number {
  const cohort = families.filter(
    (one) => one.technology === own.technology && one.year > 0 && Math.floor(one.year / 5) === Math.floor(own.year / 5),
  );
  const place = (of: (one: Family) => number): number => {
    const known = cohort.map(of).filter((value) => !Number.isNaN(value));
    if (known.length < 20) return Number.NaN;
    return (known.filter((value) => value < of(own)).length + known.filter((value) => value === of(own)).length / 2) / known.length;
  };
  const [original, similar] = [place((one) => one.originality), place((one) => one.similarity)];
  const known = own.year > 0 && ![original, similar, own.originality, own.similarity, own.disruption].some(Number.isNaN);
  return known ? Number(original <= 1 / 3 && similar >= 2 / 3 && own.disruption <= 0) : -1;
}

describe("findFollowUps", () => {
  it("agrees with counting", () => {
    const value = fc.oneof({ weight: 8, arbitrary: fc.integer({ min: 0, max: 9 }) }, fc.constant(Number.NaN));
    const family = fc.record({
      technology: fc.integer({ min: 0, max: 1 }),
      year: fc.constantFrom(0, 1999, 2000, 2003, 2004),
      originality: value,
      similarity: value,
      disruption: fc.constantFrom(-1, 0, 1, Number.NaN),
    });
    fc.assert(
      fc.property(fc.array(family, { maxLength: 150, minLength: 60 }), (families) => {
        const status = findFollowUps(columns(families));
        expect([...status]).toEqual(families.map((one) => byCounting(families, one)));
      }),
      runs(150),
    );
  });

  const line = (count: number, changes: Partial<Family> = {}): Family[] =>
    Array.from({ length: count }, (_, i) => ({
      technology: 0,
      year: 2001,
      originality: i,
      similarity: count - i,
      disruption: -0.1,
      ...changes,
    }));

  it("takes a third of different values, and none where all are equal", () => {
    expect(findFollowUps(columns(line(30))).reduce((sum, one) => sum + one, 0)).toBe(10);
    expect([...findFollowUps(columns(line(30, { originality: 0.5 })))].some((one) => one === 1)).toBe(false);
    expect(findFollowUps(columns(line(30, { disruption: 0 }))).reduce((sum, one) => sum + one, 0)).toBe(10);
    expect([...findFollowUps(columns(line(30, { disruption: 0.01 })))]).toEqual(Array(30).fill(0));
  });

  it("is unknown in a cohort below the minimum", () => {
    expect([...findFollowUps(columns(line(smallestPlacedCohort - 1)))]).toEqual(Array(19).fill(-1));
    expect([...findFollowUps(columns(line(smallestPlacedCohort)))]).not.toContain(-1);
  });
});

describe("followUpShare", () => {
  const status = Int8Array.of(1, 1, 1, 0, 0, 0, 0, 0, 0, 0, -1, -1);
  const breadth = Float64Array.of(1, 2, Number.NaN, 4, 4, 4, 4, 4, 4, 4, 9, 9);
  const all = [...status.keys()];

  it("counts the unknown apart and breadth apart", () => {
    expect(followUpShare(all, status, breadth)).toEqual({
      followUps: 3,
      others: 7,
      unknown: 2,
      share: 0.3,
      breadth: { followUps: 1.5, others: 4 },
    });
  });

  it("gives no share of fewer than ten known families", () => {
    expect(followUpShare(all.slice(1), status, breadth)).toMatchObject({ followUps: 2, others: 7, unknown: 2, share: null });
    expect(followUpShare([], status, breadth)).toMatchObject({ share: null, breadth: { followUps: null, others: null } });
  });

  it("counts offices once and the international application at none", () => {
    expect(filingBreadth(["US", "EP", "US", "WO"])).toBe(2);
    expect(filingBreadth(["WO"])).toBe(0);
    expect(filingBreadth([])).toBeNaN();
  });
});
