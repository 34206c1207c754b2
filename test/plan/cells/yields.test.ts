import { describe, expect, it } from "vitest";
import { dayOf } from "../../../src/base/days.ts";
import { createRandom } from "../../../src/measure/random.ts";
import { chanceOf, fitYields } from "../../../src/plan/cells/yields.ts";
import { family, technologyOf } from "./cells.ts";

const day = dayOf("2020-01-01")!;
const many = <T>(count: number, of: (i: number) => T): readonly T[] => Array.from({ length: count }, (_, i) => of(i));
const yieldsOf = (families: readonly ReturnType<typeof family>[]) => fitYields(technologyOf(families, { day }));

describe("yields of a technology", () => {
  it("are unknown without patents and under thirty families", () => {
    const nothing = {
      technology: "bonding",
      familiesPerHolderYear: null,
      publicationDelay: null,
      grantDelay: null,
      topTenth: [],
      familyWeight: null,
      topPart: null,
    };
    expect(fitYields(technologyOf(null))).toEqual(nothing);
    const whole = {
      year: 2010,
      holders: ["a"],
      priority: dayOf("2010-01-01"),
      published: dayOf("2011-07-01"),
      granted: dayOf("2013-01-01"),
      top: true,
    };
    expect(yieldsOf(many(29, (i) => family(`D${i}`, whole)))).toEqual(nothing);
    const enough = yieldsOf(many(30, (i) => family(`D${i}`, whole)));
    for (const fitted of [enough.publicationDelay, enough.grantDelay, chanceOf(enough, null, null)]) expect(fitted?.n).toBe(30);
  });

  it("count families over the years a holder is active, joint ones in parts, of the ten years that are published", () => {
    const families = [
      ...["d", "e", "f"].map((one) => family(one, { year: 2010, holders: [one] })),
      ...many(30, (i) => family(`A${i}`, { year: 2008 + (i % 10), holders: ["a"] })),
      ...many(6, (i) => family(`B${i}`, { year: 2012 + (i % 3), holders: ["a", "b"] })),
      ...many(9, (i) => family(`C${i}`, { year: 2018, holders: ["c"] })),
      ...many(9, (i) => family(`D${i}`, { year: 2007, holders: ["c"] })),
    ];
    const rate = yieldsOf(families).familiesPerHolderYear!;
    // 33 of a over ten years, 3 of b over three, 1 each of three others in one.
    expect(rate).toMatchObject({ value: 39 / 16, n: 39 });
    expect(rate.low).toBeCloseTo(1, 12);
    expect(rate.high).toBeGreaterThan(2.6);
    expect(rate.high).toBeLessThanOrEqual(3.3);
    expect(yieldsOf(families.slice(1)).familiesPerHolderYear).toBeNull();
  });

  it("know delays of families old enough to have been seen whole", () => {
    const filed = (date: string, months: number) => ({ priority: dayOf(date), published: dayOf(date)! + Math.round(months * 30.4375) });
    const old = many(41, (i) => family(`D${i}`, { ...filed("2012-01-01", 12 + i), granted: null }));
    const young = many(40, (i) => family(`E${i}`, filed("2018-01-01", 3)));
    const delay = yieldsOf([...old, ...young]).publicationDelay!;
    expect(delay.n).toBe(41);
    expect(delay.value).toBeCloseTo(32 / 12, 2);
    expect(delay.low).toBeCloseTo(16 / 12, 2);
    expect(delay.high).toBeCloseTo(48 / 12, 2);
    expect(yieldsOf(old).grantDelay).toBeNull();
  });

  it("tell the chance of a top-tenth family by originality and team, else by the closest that is fitted", () => {
    const families = [
      ...many(40, (i) => family(`A${i}`, { tercile: 2, inventors: 5, top: i < 12 })),
      ...many(40, (i) => family(`B${i}`, { tercile: 0, inventors: 1, top: i < 2 })),
      ...many(20, (i) => family(`C${i}`, { tercile: 2, inventors: 1, top: i < 4 })),
      ...many(20, (i) => family(`D${i}`, { tercile: null, inventors: null, top: null, title: `${i}` })),
    ];
    const yields = yieldsOf(families);
    expect(chanceOf(yields, 2, "many")).toMatchObject({ value: 0.3, n: 40 });
    expect(chanceOf(yields, 2, "one")).toMatchObject({ value: 16 / 60, n: 60 });
    expect(chanceOf(yields, 1, "one")).toMatchObject({ value: 6 / 60, n: 60 });
    expect(chanceOf(yields, 1, "few")).toMatchObject({ value: 0.18, n: 100 });
    // Wilson by hand for 12 of 40 at 80 %.
    expect(chanceOf(yields, 2, "many")!.low).toBeCloseTo(0.2165, 4);
    expect(chanceOf(yields, 2, "many")!.high).toBeCloseTo(0.3992, 4);
  });

  it("tell what a family blocks on average, in force or not, unless none is cited", () => {
    const { familyWeight } = yieldsOf(many(50, (i) => family(`A${i}`, { blocks: i % 2 === 0 ? 0 : 3 })));
    // Mean 1.5, standard deviation 1.5152 over 49: half of the interval 1.2816 × 1.5152 / √50.
    expect(familyWeight).toMatchObject({ value: 1.5, n: 50 });
    expect(familyWeight!.low).toBeCloseTo(1.5 - 0.27463, 4);
    expect(familyWeight!.high).toBeCloseTo(1.5 + 0.27463, 4);
    expect(yieldsOf(many(50, (i) => family(`A${i}`, { blocks: 0 }))).familyWeight).toBeNull();
  });

  it("tell the part of citations that the top tenth has, as if just a tenth were in it", () => {
    const families = [
      ...many(20, (i) => family(`A${i}`, { top: true, cited: 8 + (i % 2) * 2 })),
      ...many(80, (i) => family(`B${i}`, { top: false, cited: i % 2 })),
      ...many(40, (i) => family(`C${i}`, { top: null, cited: 50 })),
    ];
    const { topPart } = yieldsOf(families);
    // Means 9 and 0.5.
    expect(topPart).toMatchObject({ value: expect.closeTo(0.9 / (0.45 + 0.9), 12), n: 100 });
    expect(topPart!.low).toBeGreaterThan(0.6);
    expect(topPart!.high).toBeLessThan(0.73);
    expect(yieldsOf(families.slice(0, 20)).topPart).toBeNull();
    expect(yieldsOf(many(40, (i) => family(`A${i}`, { top: false, cited: 0 }))).topPart).toBeNull();
  });

  it("hold the true chance in about four of five samples", () => {
    const random = createRandom(3);
    const held = many(400, () => {
      const { chance } = yieldsOf(many(60, (i) => family(`A${i}`, { top: random.uniform() < 0.2 }))).topTenth[0]!;
      return chance.low <= 0.2 && chance.high >= 0.2;
    }).filter(Boolean).length;
    expect(held / 400).toBeGreaterThan(0.72);
    expect(held / 400).toBeLessThan(0.88);
  });
});
