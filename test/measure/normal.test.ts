import { describe, expect, it } from "vitest";
import { millsRatio, normalIntegral, normalQuantile } from "../../src/measure/normal.ts";

describe("the standard normal distribution", () => {
  it("has the values of its tables", () => {
    expect(normalIntegral(0)).toBe(0.5);
    expect(normalIntegral(1)).toBeCloseTo(0.8413447460685429, 14);
    expect(normalIntegral(-1.96)).toBeCloseTo(0.0249978951482204, 14);
    expect([normalIntegral(-40), normalIntegral(40)]).toEqual([0, 1]);
  });

  it("has a tail that keeps its digits", () => {
    expect(millsRatio(0)).toBeCloseTo(Math.sqrt(Math.PI / 2), 14);
    // Both forms where they meet; from tables at 5 and 10
    expect(millsRatio(3)).toBeCloseTo(0.30459029871010324, 12);
    expect(millsRatio(3 - 1e-12)).toBeCloseTo(millsRatio(3), 11);
    expect(millsRatio(5)).toBeCloseTo(0.192808104715316, 12);
    expect(millsRatio(10)).toBeCloseTo(0.0990285964717319, 12);
  });

  it("is turned round by its quantiles", () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 12);
    expect(normalQuantile(0.1)).toBeCloseTo(-1.2815515655446004, 12);
    expect(normalQuantile(0.5)).toBeCloseTo(0, 12);
  });
});
