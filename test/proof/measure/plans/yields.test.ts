import { describe, expect, it } from "vitest";
import { dayOf } from "../../../../src/base/days.ts";
import { createRandom } from "../../../../src/measure/random.ts";
import { fitYields } from "../../../../src/proof/measure/plans/yields.ts";
import { family, technologyOf } from "../../../plan/cells/cells.ts";

const day = dayOf("2020-01-01")!;
const many = <T>(count: number, of: (i: number) => T): readonly T[] => Array.from({ length: count }, (_, i) => of(i));
const yieldsOf = (families: readonly ReturnType<typeof family>[]) => fitYields(technologyOf(families, { day }));

describe("yields of a technology", () => {
  it("are unknown without patents and under thirty families", () => {
    const nothing = {
      technology: "bonding",
      grantDelay: null,
      topTenth: [],
      familyWeight: null,
      topPart: null,
    };
    expect(fitYields(technologyOf(null))).toEqual(nothing);
    const whole = {
      priority: dayOf("2010-01-01"),
      granted: dayOf("2013-01-01"),
      top: true,
    };
    expect(yieldsOf(many(29, (i) => family(`D${i}`, whole)))).toEqual(nothing);
    const enough = yieldsOf(many(30, (i) => family(`D${i}`, whole)));
    for (const fitted of [enough.grantDelay, enough.topTenth[0]!.chance]) expect(fitted?.n).toBe(30);
  });

  it("know the delay of families old enough for what is granted late to have been seen", () => {
    const filed = (date: string, months: number) => ({ priority: dayOf(date), granted: dayOf(date)! + Math.round(months * 30.4375) });
    const old = many(41, (i) => family(`D${i}`, filed("2011-01-01", 12 + i)));
    const young = many(40, (i) => family(`E${i}`, filed("2013-01-01", 3)));
    const delay = yieldsOf([...old, ...young]).grantDelay!;
    expect(delay.n).toBe(41);
    expect(delay.value).toBeCloseTo(32 / 12, 2);
    expect(delay.low).toBeCloseTo(16 / 12, 2);
    expect(delay.high).toBeCloseTo(48 / 12, 2);
    expect(yieldsOf(old.map((each) => ({ ...each, granted: null }))).grantDelay).toBeNull();
  });

  it("tell the chance of a top-tenth family by originality and team, as far as enough families are judged", () => {
    const families = [
      ...many(40, (i) => family(`A${i}`, { tercile: 2, inventors: 5, top: i < 12 })),
      ...many(40, (i) => family(`B${i}`, { tercile: 0, inventors: 1, top: i < 2 })),
      ...many(20, (i) => family(`C${i}`, { tercile: 2, inventors: 1, top: i < 4 })),
      ...many(20, (i) => family(`D${i}`, { tercile: null, inventors: null, top: null, title: `${i}` })),
    ];
    const { topTenth } = yieldsOf(families);
    expect(topTenth.map(({ tercile, team, chance: { value, n } }) => [tercile, team, value, n])).toEqual([
      [null, null, 0.18, 100],
      [null, "one", 0.1, 60],
      [null, "many", 0.3, 40],
      [0, null, 0.05, 40],
      [0, "one", 0.05, 40],
      [2, null, 16 / 60, 60],
      [2, "many", 0.3, 40],
    ]);
    // Wilson by hand for 12 of 40 at 80%.
    expect(topTenth.at(-1)!.chance.low).toBeCloseTo(0.2165, 4);
    expect(topTenth.at(-1)!.chance.high).toBeCloseTo(0.3992, 4);
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
