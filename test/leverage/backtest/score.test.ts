import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Measured } from "../../../src/leverage/backtest/measured.ts";
import type { Prediction } from "../../../src/leverage/backtest/prediction.ts";
import { crps, scoreRow, skill, totalsOf } from "../../../src/leverage/backtest/score.ts";

const prediction = (samples: readonly number[], of: Prediction["of"] = "part of before"): Prediction => ({
  samples: Float64Array.from(samples),
  of,
  how: "",
  notes: [],
});
const measured = (low: number, high = low, of: Measured["of"] = "part of before"): Measured => ({
  low,
  high,
  of,
  inUnit: (part) => part * 100,
});
const grid = Array.from({ length: 101 }, (_, i) => i / 100);

describe("scoreRow", () => {
  it("gives median, 80% interval, width, magnitude and unit", () => {
    const score = scoreRow(prediction(grid), measured(0.5));
    expect(score.predictedLoss).toEqual({ low: expect.closeTo(0.1), median: expect.closeTo(0.5), high: expect.closeTo(0.9) });
    expect(score.predicted).toEqual({ low: expect.closeTo(10), median: expect.closeTo(50), high: expect.closeTo(90) });
    expect([score.width, score.magnitude, score.measuredLoss.low]).toEqual([expect.closeTo(0.8), expect.closeTo(0), 0.5]);
  });

  it("is hit at the ends of the interval, by a point or an interval that overlaps it, and not beyond", () => {
    for (const value of [0.1, 0.9]) expect(scoreRow(prediction(grid), measured(value)).hit).toBe(true);
    expect(scoreRow(prediction(grid), measured(0.91)).hit).toBe(false);
    expect(scoreRow(prediction(grid), measured(0.85, 0.99)).hit).toBe(true);
    expect(scoreRow(prediction(grid), measured(0.91, 0.99)).hit).toBe(false);
  });

  it("counts a rise as no loss, reported and measured", () => {
    const score = scoreRow(prediction([1.3, 1.3, 1.3]), measured(1.2));
    expect([score.predictedLoss.median, score.measuredLoss.high, score.crps, score.hit]).toEqual([0, 0, 0, true]);
    expect(score.direction).toEqual({ predicted: "rise", measured: "rise", right: true });
  });

  it("tells the direction, changes of a twentieth being none", () => {
    expect(scoreRow(prediction([0.5]), measured(0.97)).direction).toEqual({ predicted: "fall", measured: "no change", right: false });
    expect(scoreRow(prediction([6], "months"), measured(3, 3, "months")).direction.right).toBe(true);
  });

  it("takes months as a part of five years", () => {
    const score = scoreRow(prediction([30], "months"), measured(600, 600, "months"));
    expect([score.predictedLoss.median, score.measuredLoss.low, score.crps]).toEqual([0.5, 1, 0.5]);
  });

  it("scores an interval at its middle, and the references too", () => {
    const score = scoreRow(prediction([0.6]), measured(0.5, 0.9));
    expect([score.crps, score.crpsNoLoss, score.crpsFullLoss]).toEqual([expect.closeTo(0.1), expect.closeTo(0.3), expect.closeTo(0.7)]);
  });

  it("keeps losses and scores in 0..1", () => {
    const value = fc.double({ min: -2, max: 3, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 20 }), value, (samples, truth) => {
        const { predictedLoss, measuredLoss, crps, width } = scoreRow(prediction(samples), measured(truth));
        for (const each of [...Object.values(predictedLoss), ...Object.values(measuredLoss), crps, width]) {
          expect(each).toBeGreaterThanOrEqual(-1e-12);
          expect(each).toBeLessThanOrEqual(1 + 1e-12);
        }
      }),
    );
  });
});

describe("totalsOf", () => {
  it("gives no credit to who says always nothing, or always all", () => {
    const truths = [0.2, 0.9, 0.5, 1.1];
    const always = (part: number) => totalsOf(truths.map((truth) => scoreRow(prediction([part]), measured(truth)))).skill;
    expect(always(1).noLoss).toBe(0);
    expect(always(0).fullLoss).toBe(0);
    const vague = totalsOf(truths.map((truth) => scoreRow(prediction(grid), measured(truth))));
    expect(vague.skill.noLoss).toBeLessThan(0.45);
    expect([vague.scored, vague.coverage]).toEqual([4, 0.75]);
  });

  it("of no rows is unknown", () => {
    expect(totalsOf([])).toEqual({
      scored: 0,
      hits: 0,
      coverage: null,
      directionsRight: 0,
      meanWidth: null,
      meanCrps: null,
      skill: { noLoss: null, fullLoss: null },
    });
  });
});

const samples = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 1, maxLength: 40 });
const ascending = (list: readonly number[]): Float64Array => Float64Array.from(list).sort();

/** The definition, pair by pair. */
function bruteForce(list: readonly number[], value: number): number {
  const n = list.length;
  const distance = list.reduce((sum, each) => sum + Math.abs(each - value), 0) / n;
  const spread = list.reduce((sum, a) => sum + list.reduce((inner, b) => inner + Math.abs(a - b), 0), 0) / (n * n);
  return distance - spread / 2;
}

/** The integral of the squared distance between the distribution and the step at the value. */
function integral(list: readonly number[], value: number): number {
  const places = [...list, value].sort((a, b) => a - b);
  return places.slice(1).reduce((sum, place, i) => {
    const from = places[i]!;
    const below = list.filter((each) => each <= from).length / list.length;
    return sum + (place - from) * (below - (value <= from ? 1 : 0)) ** 2;
  }, 0);
}

describe("crps", () => {
  it("is that of all pairs and of the integral over the distribution", () => {
    fc.assert(
      fc.property(samples, fc.double({ min: -4, max: 4, noNaN: true }), (list, value) => {
        const score = crps(ascending(list), value);
        expect(score).toBeCloseTo(bruteForce(list, value), 9);
        expect(score).toBeCloseTo(integral(list, value), 9);
      }),
    );
  });

  it("is the distance for a forecast without width, and never below 0", () => {
    expect(crps(Float64Array.of(0.3, 0.3, 0.3), 1)).toBeCloseTo(0.7, 12);
    fc.assert(fc.property(samples, fc.double({ min: -4, max: 4, noNaN: true }), (list, value) => crps(ascending(list), value) > -1e-12));
  });

  it("is best for the distribution that is true", () => {
    const uniform = Float64Array.from({ length: 1000 }, (_, i) => (i + 0.5) / 1000);
    const mean = (forecast: Float64Array): number => uniform.reduce((sum, truth) => sum + crps(forecast, truth), 0) / uniform.length;
    expect(mean(uniform)).toBeCloseTo(1 / 6, 3);
    expect(mean(uniform)).toBeLessThan(mean(uniform.map((value) => value / 2)));
    expect(mean(uniform)).toBeLessThan(mean(Float64Array.of(0.5)));
  });
});

describe("skill", () => {
  it("is 1 for a perfect forecast, 0 for the reference, below 0 for worse", () => {
    expect(skill([0, 0], [0.5, 0.5])).toBe(1);
    expect(skill([0.5, 0.5], [0.5, 0.5])).toBe(0);
    expect(skill([1, 0.5], [0.5, 0.5])).toBe(-0.5);
  });

  it("is unknown where the reference was never wrong", () => {
    expect(skill([0.1], [0])).toBeNull();
    expect(skill([], [])).toBeNull();
  });
});
