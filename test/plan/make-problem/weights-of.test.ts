import { describe, expect, it } from "vitest";
import type { Weights } from "../../../src/plan/cells/home.ts";
import { economicsOf, middle } from "../../../src/plan/economics.ts";
import { makeProblem } from "../../../src/plan/make-problem/make-problem.ts";
import { weightsOf } from "../../../src/plan/make-problem/targets.ts";
import { cell, choices, facts, inputs, market, planCell, technology } from "./plan-facts-invented.ts";

/** Others are assumed to have 1,000, home from nothing to half of all. */
const economics = economicsOf(
  inputs.map((each) => (each.id === "own-part" ? { ...each, high: 0.5 } : each)),
  middle,
);
const own = (loaded: Weights): number => weightsOf(technology("oven"), loaded, [], economics).own;

describe("blocking weight that the home has", () => {
  it("is a part of what all others have where nothing of it is known, never 0", () => {
    expect(own({ own: null, others: null })).toBeCloseTo(1000 / 3, 9);
    expect(own({ own: null, others: 4000 })).toBeCloseTo(4000 / 3, 9);
  });

  it("is what is loaded, with a part of what others are assumed to have beyond it", () => {
    expect(own({ own: 30, others: 400 })).toBeCloseTo(30 + 600 / 3, 9);
    expect(own({ own: 30, others: 4000 })).toBe(30);
    expect(own({ own: 0, others: 1000 })).toBe(0);
  });

  it("is one for each jurisdiction, and the more there is the less one more family is worth", () => {
    const lamp = technology("lamp", {
      markets: [
        market("XB", [100, 100, 100], { own: null, others: null }),
        market("XC", [100, 100, 100], { own: 0, others: 1000 }),
        market("XD", [100, 100, 100], { own: 0, others: 3000 }),
      ],
    });
    const { problem } = makeProblem({ ...facts, technologies: [lamp], cells: [planCell(cell("lamp", "F21V 1"))] }, choices, economics);
    const slope = (place: string) => problem.targets.find(({ id }) => id.startsWith(`bargaining:lamp:${place}`))!.segments[0]!.slope;
    // (A / (A + a0 + a)) / (A + a0) of the first piece, up to one family: about A / (A + a0)².
    expect(slope("XB") / slope("XC")).toBeCloseTo(1000 ** 2 / (4000 / 3) ** 2, 2);
    expect(slope("XD") / slope("XC")).toBeCloseTo(1 / 3, 2);
  });
});
