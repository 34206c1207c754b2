import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Target } from "../../src/leverage/target.ts";
import { weightedLoss, weightedMean } from "../../src/leverage/weighted.ts";
import { weightCorners } from "./oracle.ts";
import { runs } from "./worlds.ts";

const unit = fc.integer({ min: 0, max: 1000 }).map((value) => value / 1000);
const products = fc.array(fc.tuple(fc.oneof(fc.constant(0), unit), fc.oneof(fc.constant(0), unit), unit), { minLength: 1, maxLength: 5 });

function weightsOf(list: readonly (readonly [number, number, number])[]): Target["weight"] {
  const low = list.map(([, least]) => least);
  const high = list.map(([, least, more]) => least + more);
  return [Float64Array.from(low), Float64Array.from(low, (value, i) => (value + high[i]!) / 2), Float64Array.from(high)];
}

describe("weightedLoss", () => {
  it("is the least and the greatest over every corner of the weights", () => {
    fc.assert(
      fc.property(products, (list) => {
        const weight = weightsOf(list);
        const losses = list.map(([loss], j) => ({ j, loss })).filter(({ loss }) => loss > 0);
        const ranges = list.map((_, j) => ({ low: weight[0][j]!, high: weight[2][j]! }));
        const { least, most } = weightCorners(
          list.map(([loss]) => loss),
          ranges,
        );
        if (least === null || most === null) return;
        expect(weightedLoss(losses, weight, 0)).toBeCloseTo(least, 9);
        expect(weightedLoss(losses, weight, 2)).toBeCloseTo(most, 9);
        const middle = weightedLoss(losses, weight, 1);
        expect(middle).toBeGreaterThanOrEqual(least - 1e-9);
        expect(middle).toBeLessThanOrEqual(most + 1e-9);
      }),
      runs(2000),
    );
  });

  it("is not applicable to a target that makes nothing, and 0 to one that loses nothing", () => {
    const none: Target["weight"] = [new Float64Array(2), new Float64Array(2), new Float64Array(2)];
    const perhaps: Target["weight"] = [new Float64Array(2), Float64Array.of(0.1, 0), Float64Array.of(0.3, 0)];
    for (const end of [0, 1, 2] as const) {
      expect(weightedLoss([{ j: 0, loss: 1 }], none, end)).toBeNull();
      expect(weightedLoss([], perhaps, end)).toBe(0);
    }
  });
});

describe("weightedMean", () => {
  it("is the least and the greatest over every corner of the weights", () => {
    fc.assert(
      fc.property(products, (list) => {
        const weights = list.map(([, least, more]) => [least + 0.01, least + 0.01 + more / 2, least + 0.01 + more] as const);
        const values = list.map(([value]) => value);
        const ranges = weights.map(([low, , high]) => ({ low, high }));
        const { least, most } = weightCorners(values, ranges);
        const all = values.map((_, i) => i);
        const byEnd = [0, 1, 2].map((end) => weights.map((weight) => weight[end]!)) as [number[], number[], number[]];
        expect(weightedMean(all, values, byEnd, 0)).toBeCloseTo(least!, 9);
        expect(weightedMean(all, values, byEnd, 2)).toBeCloseTo(most!, 9);
      }),
      runs(1000),
    );
  });
});
