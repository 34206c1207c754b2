import { describe, expect, it } from "vitest";
import { createRandom } from "../../../../src/measure/random.ts";
import { forecastGrowth, recentGrowth, recentOf } from "../../../../src/proof/measure/plans/growth-forecast.ts";
import { type ScoredSeries, scoreGrowth } from "../../../../src/proof/measure/plans/growth-score.ts";

const counts = (first: number, values: readonly number[]) => values.map((families, at) => ({ year: first + at, families }));
type Scored = Extract<ScoredSeries, { reason: null }>;
const scored = (all: readonly ScoredSeries[]): readonly Scored[] => all.filter((one): one is Scored => one.reason === null);

describe("forecasts of growth", () => {
  it("damp the growth of recent years, from their mean carried to the last", () => {
    const [first, second] = forecastGrowth(counts(2001, [10, 10, 20, 20]), 2004, 2, 2);
    const growth = Math.log(40.5 / 20.5) / 2;
    const level = 20 * Math.exp(growth / 2);
    expect(first!.damped).toBeCloseTo(level * Math.exp(0.9 * growth), 9);
    expect(second!.damped).toBeCloseTo(level * Math.exp((0.9 + 0.81) * growth), 9);
    expect([first!.last, second!.last]).toEqual([20, 20]);
  });

  it("carry a straight line on, not below 0", () => {
    const rising = forecastGrowth(counts(2001, [10, 12, 14, 16, 18, 20]), 2006, 3, 2);
    expect(rising.map(({ line }) => line)).toEqual([22, 24]);
    expect(forecastGrowth(counts(2001, [9, 6, 3, 0]), 2004, 2, 2).map(({ line }) => line)).toEqual([0, 0]);
  });

  it("call a third of the years recent, 2 to 5 of them", () => {
    expect([4, 6, 9, 10, 15, 40].map(recentOf)).toEqual([2, 2, 3, 3, 5, 5]);
  });
});

describe("growth after a cut-off", () => {
  it("is scored against how far a year was from the one before", () => {
    const [one] = scored(scoreGrowth([{ name: "a", counts: counts(2001, [10, 12, 11, 13, 15, 17]) }], 2004, 2));
    // Steps up to 2004 are 2, 1 and 2; the last year misses by 2 and 4.
    expect(one!.errors!.last).toBeCloseTo(3 / (5 / 3), 12);
    expect(one!.growth.counted).toBeCloseTo(Math.log(16.5 / 12.5) / 2, 12);
  });

  it("knows nothing that came after", () => {
    const past = [10, 12, 11, 13, 17, 15, 20, 22, 21, 25, 24, 28];
    const all = [
      [30, 31],
      [3, 1],
    ].map((later) =>
      scored(
        scoreGrowth(
          Array.from({ length: 8 }, (_, n) => ({ name: `s${n}`, counts: counts(1999, [...past.map((each) => each + n), ...later]) })),
          2010,
          2,
        ),
      ),
    );
    const told = all.map((each) =>
      each.map(({ years }) => years.map(({ damped, last, line, interval }) => ({ damped, last, line, interval }))),
    );
    expect(told[0]!.flat().every(({ interval }) => interval !== null)).toBe(true);
    expect(told[0]).toEqual(told[1]);
    expect(all[0]![0]!.errors).not.toEqual(all[1]![0]!.errors);
  });

  it("says why a series is not scored, and takes no year that is not there for 0", () => {
    const series = [
      { name: "short", counts: counts(2008, [1, 2, 3, 4, 5]) },
      { name: "cut off", counts: counts(2001, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) },
      { name: "with a hole", counts: counts(2001, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]).filter(({ year }) => year !== 2009) },
      { name: "never moved", counts: counts(2001, new Array(12).fill(5)) },
    ];
    const all = scoreGrowth(series, 2010, 2);
    expect(all.map(({ reason }) => reason)).toEqual([
      "fewer than 4 years in a row up to 2010",
      "not every year from 2011 to 2012",
      "fewer than 4 years in a row up to 2010",
      null,
    ]);
    expect(scored(all)[0]!.errors).toBeNull();
  });

  it("has no interval from fewer than 20 earlier errors", () => {
    const series = (names: number) =>
      Array.from({ length: names }, (_, n) => ({
        name: `s${n}`,
        counts: counts(
          2001,
          Array.from({ length: 12 }, (_, at) => 20 + n + at),
        ),
      }));
    // Ten years known, three recent: four origins for one year ahead, three for two.
    const intervals = (names: number) => scored(scoreGrowth(series(names), 2010, 2))[0]!.years.map(({ interval }) => interval !== null);
    expect(intervals(4)).toEqual([false, false]);
    expect(intervals(5)).toEqual([true, false]);
    expect(intervals(7)).toEqual([true, true]);
  });

  it("has intervals of 80% that hold about 80% of counts that go on as they did", () => {
    const random = createRandom(3);
    const walk = (): readonly number[] => {
      let level = 5;
      return Array.from({ length: 45 }, () => {
        level += 0.03 + 0.1 * random.normal();
        return Math.round(Math.exp(level));
      });
    };
    const years = Array.from({ length: 40 }, () =>
      scored(
        scoreGrowth(
          Array.from({ length: 8 }, (_, n) => ({ name: `s${n}`, counts: counts(1971, walk()) })),
          2010,
          5,
        ),
      ),
    ).flatMap((all) => all.flatMap((one) => one.years));
    const held = years.filter(({ counted, interval }) => interval!.low <= counted && counted <= interval!.high).length / years.length;
    expect(held).toBeGreaterThan(0.72);
    expect(held).toBeLessThan(0.88);
  });

  it("finds the damped rule better than the last year where growth goes on, and worse where it turns", () => {
    const steady = Array.from({ length: 20 }, (_, at) => Math.round(100 * Math.exp(0.08 * at)));
    const turning = [...steady.slice(0, 15), ...steady.slice(0, 15).toReversed().slice(0, 5)];
    const errors = (values: readonly number[]) => scored(scoreGrowth([{ name: "a", counts: counts(2001, values) }], 2015, 5))[0]!.errors!;
    expect(errors(steady).damped).toBeLessThan(errors(steady).last);
    expect(errors(turning).damped).toBeGreaterThan(errors(turning).last);
  });
});

const years = (early: number, late: number) => [
  { year: 2003, families: early },
  { year: 2009, families: late },
];

describe("growth of recent years", () => {
  it("is a difference of logarithms a year, with a half on both sides", () => {
    expect(recentGrowth(years(2, 7), 2010, 5)).toBeCloseTo(Math.log(7.5 / 2.5) / 5, 12);
    expect(recentGrowth([], 2010, 5)).toBe(0);
  });

  it("reads nothing after the last year, nor before the two spans", () => {
    expect(recentGrowth([{ year: 2000, families: 99 }, ...years(2, 7), { year: 2011, families: 99 }], 2010, 5)).toBe(
      recentGrowth(years(2, 7), 2010, 5),
    );
  });
});
