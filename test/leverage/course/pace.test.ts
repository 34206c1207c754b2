import { describe, expect, it } from "vitest";
import { restored, stillOut } from "../../../src/leverage/course/pace.ts";

describe("a stopped plant", () => {
  it("comes back evenly: near to what was measured after the fire in Wuxi in 2013", () => {
    // TrendForce, 2013-12-12 (o-wuxi-2013): 0.23, 0.54 and 0.77 of capacity after 1, 2 and 3 of 4.2 to 4.9 months.
    for (const [month, capacity] of [
      [1, 0.23],
      [2, 0.54],
      [3, 0.77],
    ] as const)
      expect(Math.abs(restored(month, 4.55) - capacity)).toBeLessThan(0.12);
    expect([-1, 0, 2, 4, 9].map((month) => restored(month, 4))).toEqual([0, 0, 0.5, 1, 1]);
    expect(restored(0, 0)).toBe(1);
  });

  it("takes of a month what it was out of it, however short", () => {
    expect(stillOut(0, 1, 0.1)).toBeCloseTo(0.05, 12);
    expect(stillOut(0, 1, 10)).toBeCloseTo(0.95, 12);
    expect(stillOut(4, 6, 10)).toBeCloseTo(0.5, 12);
    expect([stillOut(0, 1, 0), stillOut(3, 4, 2)]).toEqual([0, 0]);
  });

  it("is out in a step on average as it is in parts of the step", () => {
    for (const repair of [0.3, 2, 7.5]) {
      const parts = Array.from({ length: 4000 }, (_, i) => 1 - restored(1 + ((i + 0.5) * 2) / 4000, repair));
      expect(stillOut(1, 3, repair)).toBeCloseTo(parts.reduce((sum, each) => sum + each, 0) / parts.length, 4);
    }
  });
});
