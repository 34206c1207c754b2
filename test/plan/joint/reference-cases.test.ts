import { describe, expect, it } from "vitest";
import { compileJoint } from "../../../src/plan/joint/compiled-joint.ts";
import { effortOf } from "../../../src/plan/joint/improve.ts";
import type { JointProblem } from "../../../src/plan/joint/joint-problem.ts";
import { searchPlans } from "../../../src/plan/joint/search-plan.ts";
import { bought, gainOf, node, problemOf, programme, worldOf } from "./small.ts";

/** The table of reference cases of the method: V = 100, withheld with chance 1. */
describe("joint value", () => {
  const both = [bought("A"), bought("B"), node("product", { blocking: ["A", "B"] })];
  const complements = problemOf(both, ["A", "B"], [programme("a", "A", 0.5), programme("b", "B", 0.5)]);

  it("of two complements is 0, 0, 50, and the search finds both though each alone has no value", () => {
    expect([gainOf(complements, "a"), gainOf(complements, "b"), gainOf(complements, "a", "b")]).toEqual([0, 0, 50]);
    const found = searchPlans(compileJoint(complements)).start(effortOf(100));
    expect(found?.value).toBe(50);
  });

  it("counts chances as worlds: 12.5 for two that work with chance 1/2 independently, never 25", () => {
    const worlds = [0, 1, 2, 3].map((draw) => worldOf(["A", "B"], [draw & 1, draw >> 1], 0.25));
    expect(gainOf({ ...complements, worlds }, "a", "b")).toBe(12.5);
  });

  it("of two programmes of one technology ends at the whole", () => {
    const problem = problemOf(
      [bought("A"), node("product", { blocking: ["A"] })],
      ["A"],
      [programme("a", "A", 0.6), programme("b", "A", 0.7)],
    );
    expect([gainOf(problem, "a"), gainOf(problem, "b"), gainOf(problem, "a", "b")]).toEqual([60, 70, 100]);
  });

  it.each([0, 0.5, 1, 2, Number.POSITIVE_INFINITY])(
    "of a technology made from its only variety is the capacity for it, σ = %s",
    (sigma) => {
      const nodes = [
        bought("variety"),
        node("T", { family: { sigma, varieties: [{ node: "variety", weight: 1 }] } }),
        node("product", { blocking: ["T"] }),
      ];
      const two = [programme("a", "variety", 0.4), programme("b", "variety", 0.4)];
      const problem = problemOf(nodes, ["variety"], two);
      expect(gainOf(problem, "a")).toBeCloseTo(40, 9);
      expect(gainOf(problem, "a", "b")).toBeCloseTo(80, 9);
    },
  );

  it("is 0 where nothing is sold", () => {
    expect(gainOf({ ...complements, sales: [] }, "a", "b")).toBe(0);
  });

  it("of what needs an input that is withheld too is 0, 0, 40", () => {
    const nodes = [bought("C"), bought("T", { blocking: ["C"] }), node("product", { blocking: ["T"] })];
    const problem = problemOf(nodes, ["T", "C"], [programme("t", "T", 0.8), programme("c", "C", 0.5)]);
    expect([gainOf(problem, "t"), gainOf(problem, "c"), gainOf(problem, "t", "c")]).toEqual([0, 0, 40]);
  });

  it("of two inputs that degrade multiplies what each leaves: output 25, 50, 50, 100", () => {
    const degrading = [
      { node: "A", lost: 0.5 },
      { node: "B", lost: 0.5 },
    ];
    const problem = problemOf(
      [bought("A"), bought("B"), node("product", { degrading })],
      ["A", "B"],
      [programme("a", "A", 1), programme("b", "B", 1)],
    );
    expect([gainOf(problem, "a"), gainOf(problem, "b"), gainOf(problem, "a", "b")]).toEqual([25, 25, 75]);
  });

  it.each([
    [0, 0],
    [0.5, 0],
    [1, 0],
    [2, 25],
    [Number.POSITIVE_INFINITY, 50],
  ])("of one of two varieties restored, σ = %s, is %s", (sigma, gain) => {
    const varieties = [
      { node: "A", weight: 0.5 },
      { node: "B", weight: 0.5 },
    ];
    const nodes = [bought("A"), bought("B"), node("T", { family: { sigma, varieties } }), node("product", { blocking: ["T"] })];
    expect(gainOf(problemOf(nodes, ["A", "B"], [programme("a", "A", 1)]), "a")).toBeCloseTo(gain, 9);
  });

  it("of a successor reaches the product through what it replaces, as far as its own inputs allow", () => {
    const nodes = [bought("C"), node("next", { blocking: ["C"] }), bought("old"), node("product", { blocking: ["old"] })];
    const successor = programme("s", "next", 0.8, { supplies: [{ makes: "next", serves: "old", capacity: 0.8 }] });
    expect(gainOf(problemOf(nodes, ["old"], [successor]), "s")).toBe(80);
    const problem = problemOf(nodes, ["old", "C"], [successor, programme("c", "C", 0.5)]);
    expect([gainOf(problem, "s"), gainOf(problem, "s", "c")]).toEqual([0, 40]);
  });

  it("of the tiny world: 4 a year of resilience, .025 of royalties, 1 of rights, 4 if held, and a loss of 80 where B withholds", () => {
    const [works, wins, valid, readOn, aroundIt, granted, rate, inMarket] = [0.5, 0.5, 0.5, 0.4, 0.5, 0.8, 0.01, 50];
    const stops = valid * readOn * (1 - aroundIt);
    const royalty = inMarket * rate * works * wins * valid * readOn;
    const worlds = [
      worldOf(["A"], [1], 0.2 * works),
      worldOf(["A"], [0], 0.2 * (1 - works)),
      worldOf([], [1], 0.8 * works),
      worldOf([], [0], 0.8 * (1 - works)),
    ];
    const rights = (chance: number) => [{ id: "J", value: inMarket * granted, held: 0, stops: [{ programme: "p", chance }] }];
    const given = (parts: Partial<JointProblem>): JointProblem =>
      problemOf([bought("A"), node("product", { blocking: ["A"] })], [], [programme("p", "A", 0.4)], parts);
    expect(gainOf(given({ worlds }), "p")).toBeCloseTo(4, 12);
    expect(gainOf(given({ programmes: [programme("p", "A", 0.4, { income: royalty })], sales: [] }), "p")).toBeCloseTo(0.025, 12);
    expect(gainOf(given({ sales: [], claims: rights(works * wins * stops) }), "p")).toBeCloseTo(1, 12);
    expect(gainOf(given({ sales: [], claims: rights(stops) }), "p")).toBeCloseTo(4, 12);
    const withheld = [worldOf(["A"], [1], works), worldOf(["A"], [0], 1 - works)];
    expect(100 - gainOf(given({ worlds: withheld }), "p")).toBeCloseTo(80, 12);
  });
});
