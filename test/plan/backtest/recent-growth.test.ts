import { describe, expect, it } from "vitest";
import { recentGrowth } from "../../../src/plan/backtest/recent-growth.ts";

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
