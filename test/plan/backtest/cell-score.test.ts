import { describe, expect, it } from "vitest";
import { cellScores } from "../../../src/plan/backtest/cell-score.ts";
import { recentGrowth } from "../../../src/plan/backtest/recent-growth.ts";
import type { Cell } from "../../../src/plan/cells/cell.ts";
import { plantedTrial } from "./planted-cells.ts";

const [plain] = plantedTrial(1, { cells: 1, signal: 0 }).cells as [Cell];
const cell = (id: string, over: Partial<Cell>): Cell => ({ ...plain, id, ...over });
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

describe("worth of cells", () => {
  const base = { byYear: years(5, 5), families: 10, lapsing: 0, originality: { mean: 0.5, of: 9 } };

  it("rises with growth, originality and lapse, and falls with holders", () => {
    for (const better of [
      { byYear: years(1, 9) },
      { originality: { mean: 0.6, of: 9 } },
      { lapsing: 4 },
      { holders: plain.holders.slice(0, 0) },
    ]) {
      const [one, other] = cellScores([cell("a", { ...base, ...better }), cell("b", base)], 2010);
      expect([one, other]).toEqual([0.625, 0.375]);
    }
  });

  it("leaves out what is unknown, and knows nothing of a cell of which nothing is known", () => {
    const unknown = { originality: { mean: null, of: 0 } };
    const blank = { ...unknown, families: null, byYear: [], holders: [], lapsing: null };
    expect(cellScores([cell("a", { ...base, ...unknown }), cell("b", base), cell("c", blank)], 2010)).toEqual([0.5, 0.5, null]);
  });

  it("gives equal cells equal worth", () => {
    expect(cellScores([cell("a", base), cell("b", base), cell("c", { ...base, lapsing: 4 })], 2010)).toEqual([0.4375, 0.4375, 0.625]);
  });
});
