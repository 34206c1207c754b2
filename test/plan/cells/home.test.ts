import { describe, expect, it } from "vitest";
import type { Bounds } from "../../../src/measure/bootstrap.ts";
import { type Home, weightsIn } from "../../../src/plan/cells/home.ts";
import { family, technologyOf } from "./cells.ts";

const home: Home = { id: "XA", members: new Set(["XA"]), economies: new Set(["XA"]) };
const seats = new Map([
  ["a", { economy: "XA", organisation: null }],
  ["b", { economy: "XB", organisation: null }],
]);
const held = (name: string, holders: string[], at: Record<string, Bounds | null>) =>
  family(name, { holders, weightAt: new Map(Object.entries(at)) });
const weights = (families: ReturnType<typeof family>[] | null, own = ["US"], other: string[] = []) =>
  weightsIn(technologyOf(families, { holders: seats }), home, { own, other });
const sure = (value: number): Bounds => ({ low: value, high: value });

describe("blocking weight in a jurisdiction", () => {
  it("is what is in force there and nowhere else, of joint families in equal parts", () => {
    const families = [
      held("D1", ["a"], { US: { low: 2, high: 4 }, JP: sure(9) }),
      held("D2", ["b"], { JP: sure(5) }),
      held("D3", ["a", "b"], { US: sure(1) }),
      held("D4", [], { US: sure(100) }),
    ];
    expect(weights(families)).toEqual({ own: 3.5, others: 0.5 });
    expect(weights(families, ["JP"])).toEqual({ own: 9, others: 5 });
  });

  it("counts a family once, at the office where it is most in force, of one that need not have effect there from nothing", () => {
    expect(weights([held("D1", ["b"], { NL: sure(2), EP: sure(6) })], ["NL"], ["EP"]).others).toBe(3);
    expect(weights([held("D1", ["b"], { NL: sure(4), EP: sure(6) })], ["NL"], ["EP"]).others).toBe(4);
  });

  it("is unknown, not 0, where nothing is loaded or of nothing that is held the weight is known", () => {
    expect(weights(null)).toEqual({ own: null, others: null });
    expect(weights([held("D1", ["a"], { US: null }), held("D2", ["b"], { US: sure(2) })])).toEqual({ own: null, others: 2 });
    expect(weights([held("D1", ["a"], { US: null }), held("D2", ["a"], { US: sure(2) })])).toEqual({ own: 2, others: 0 });
    expect(weights([held("D1", ["a"], { JP: null })])).toEqual({ own: 0, others: 0 });
  });
});
