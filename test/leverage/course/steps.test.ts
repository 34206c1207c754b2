import { describe, expect, it } from "vitest";
import { horizons, monthsOfStretches } from "../../../src/leverage/course/steps.ts";

describe("months of the stretches between horizons", () => {
  it.each([
    [0, 3, [0, 3, 0, 0, 0, 0]],
    [0, 12, [0, 3, 3, 6, 0, 0]],
    [0, 18, [0, 3, 3, 6, 6, 0]],
    [0, 1, [0, 1, 0, 0, 0, 0]],
    [12, 24, [0, 0, 0, 0, 12, 0]],
    [4, 30, [0, 0, 2, 6, 12, 6]],
  ])("%i to %i", (from, to, months) => {
    expect(monthsOfStretches(from, to)).toEqual(months);
  });

  it("are all months in between, however these are cut", () => {
    for (let from = 0; from < 60; from += 7)
      for (let to = from + 1; to <= 60; to++) expect(monthsOfStretches(from, to).reduce((sum, each) => sum + each, 0)).toBe(to - from);
    expect(monthsOfStretches(0, 60)).toHaveLength(horizons.length);
  });
});
