import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Measured } from "../../../../src/proof/measure/events/measured.ts";
import type { Prediction } from "../../../../src/proof/measure/events/prediction.ts";
import { scoreRow, totalsOf } from "../../../../src/proof/measure/events/score.ts";

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
    expect(score.crpsUniform).toBeCloseTo((0.09 + 0.49) / 2 - 1 / 6, 12);
  });

  it("scores what was stopped by its samples, and none for a time", () => {
    const stopped = Float64Array.of(0.8, 0.4);
    expect(scoreRow({ ...prediction([0.6]), stopped }, measured(0.5)).crpsStopped).toBeCloseTo(0.2 - 0.1, 12);
    expect([...stopped]).toEqual([0.8, 0.4]);
    expect(scoreRow(prediction([6], "months"), measured(3, 3, "months")).crpsStopped).toBeNull();
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
