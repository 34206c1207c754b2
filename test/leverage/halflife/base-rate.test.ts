import { describe, expect, it } from "vitest";
import { baseRateOf, fewestSteps, fitWalk } from "../../../src/leverage/halflife/drift-model.ts";
import { stepBy } from "./steps.ts";

describe("the base rate of changes of shares", () => {
  it("parts the noise of figures from the change of shares by the length of steps", () => {
    // Half a unit up or down in 1 year, 0.8 in 4: variances 0.25 = noise + v and 0.64 = noise + 4 v, so v = 0.13 and noise = 0.12
    const walk = fitWalk([0.5, -0.5].map((change) => stepBy(change)).concat([0.8, -0.8].map((change) => stepBy(change, 4))));
    expect(walk.drift).toBeCloseTo(0, 12);
    expect(walk.variance).toBeCloseTo(0.13, 12);
    expect(walk.noise).toBeCloseTo(0.12, 12);
  });

  it("takes the mean change a year as drift, the less sure the fewer steps there are", () => {
    const few = fitWalk([0.3, -0.1].map((change) => stepBy(change)));
    expect(few.drift).toBeCloseTo(0.1, 12);
    // 0.04 over two steps
    expect(few.driftVariance).toBeCloseTo(0.02, 12);
    const many = fitWalk([0.3, -0.1, 0.3, -0.1].map((change) => stepBy(change)));
    expect(many.driftVariance).toBeCloseTo(0.01, 12);
  });

  it("tells like from unlike by the middle of all shares, where both halves are long enough", () => {
    const steps = Array.from({ length: 2 * fewestSteps }, (_, i) => stepBy(i % 2 === 0 ? 0.1 : -0.1, 1, i < fewestSteps ? 0.5 : 0.9));
    const rate = baseRateOf(steps)!;
    expect(rate.middle).toBeCloseTo(0.7, 12);
    expect(rate.like(0.95)).toHaveLength(fewestSteps);
    expect(baseRateOf(steps.slice(1))!.like(0.5)).toHaveLength(2 * fewestSteps - 1);
  });

  it("is unknown where too few steps are known", () => {
    expect(baseRateOf(Array.from({ length: fewestSteps - 1 }, () => stepBy(0.1)))).toBeNull();
  });
});
