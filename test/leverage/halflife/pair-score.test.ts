import { describe, expect, it } from "vitest";
import { betterForecast, type ForecastTotals, pairTotals, testPairs } from "../../../src/leverage/halflife/pair-score.ts";
import { pairOf } from "./steps.ts";

/** Steps of as many technologies, all over before the year. */
const past = (count: number, until: number) =>
  Array.from({ length: count }, (_, i) => pairOf(`old-${i}`, until - 6, until - 3 - (i % 2), 0.7, i % 3 === 0 ? 0.8 : 0.6));
const asked = pairOf("gas", 2015, 2020, 0.8, 0.6);

describe("forecasts of later shares", () => {
  it("score no change by the distance, and the base rate by its whole forecast", () => {
    const { scores, leftOut } = testPairs([asked], past(20, 2015), "other technologies");
    expect(leftOut).toBe(0);
    const { by } = scores[0]!;
    expect(by["no change"]).toMatchObject({ median: 0.8, hit: false, crps: expect.closeTo(0.2, 12) });
    expect(by["base rate"].low).toBeLessThan(by["base rate"].high);
    expect(by["as if withheld"]).toBeUndefined();
    expect(
      testPairs([asked], past(20, 2015), "other technologies", () => Float64Array.of(0.6)).scores[0]!.by["as if withheld"],
    ).toMatchObject({
      hit: true,
      crps: 0,
    });
  });

  it("cannot use the pairs of the technology asked about", () => {
    const others = past(20, 2015);
    const own = Array.from({ length: 30 }, () => pairOf("gas", 2000, 2001, 0.9, 0.1));
    expect(testPairs([asked], [...others, ...own], "other technologies")).toEqual(testPairs([asked], others, "other technologies"));
  });

  it("cannot use what became known after the first share", () => {
    const before = past(20, 2015);
    const later = past(30, 2022).map((pair) => ({ ...pair, after: { ...pair.after, low: 0.1, high: 0.1 } }));
    const unknown = before.map((pair) => ({ ...pair, after: { ...pair.after, known: null } }));
    const alone = testPairs([asked], before, "known before");
    expect(alone.scores).toHaveLength(1);
    expect(testPairs([asked], [...before, ...later, ...unknown], "known before")).toEqual(alone);
    expect(testPairs([asked], later, "known before")).toMatchObject({ scores: [], leftOut: 1 });
  });

  it("leave out a pair whose later share was known as early as the first", () => {
    const told = { ...asked, after: { ...asked.after, known: asked.before.known } };
    expect(testPairs([told], past(20, 2015), "known before")).toMatchObject({ scores: [], leftOut: 1 });
  });

  it("count each technology once, however many pairs it has", () => {
    const tenfold = Array.from({ length: 10 }, () => pairOf("dram", 2015, 2020, 0.7, 0.7));
    const { scores } = testPairs([asked, ...tenfold], past(20, 2015), "other technologies");
    const nothing = pairTotals({ scores }, 1).find(({ forecast }) => forecast === "no change")!;
    expect(nothing.crps).toBeCloseTo(0.1, 12);
    expect(nothing.coverage).toBe(0.5);
    expect(pairTotals({ scores: [] }, 1)).toEqual([]);
  });
});

describe("the forecast that is used", () => {
  const model = (low: number): readonly ForecastTotals[] => [
    { forecast: "hazard model", crps: 0.1, skill: 0.1, skill80: { low, high: 0.2 }, coverage: 0.8, width: 0.3 },
  ];
  it("is the hazard model only where it is better in every test", () => {
    expect(betterForecast([model(0.01), model(0.02)])).toBe("hazard model");
    expect(betterForecast([model(0.01), model(0)])).toBe("base rate");
    expect(betterForecast([model(0.01), []])).toBe("base rate");
    expect(betterForecast([])).toBe("base rate");
  });
});
