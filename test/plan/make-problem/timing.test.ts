import { expect, it } from "vitest";
import { economicsOf, middle } from "../../../src/plan/economics.ts";
import { timingOf } from "../../../src/plan/make-problem/timing.ts";
import { inputs, technology } from "./plan-facts-invented.ts";

it("takes an assumed time to supply where none is known, never none", () => {
  const supplied = (leadYears: readonly [number, number, number] | null): number =>
    timingOf(technology("oven", { leadYears }), 2027, economicsOf(inputs, middle)).supplied;
  expect(supplied([0, 1, 2])).toBe(3);
  expect(supplied(null)).toBe(6);
});
