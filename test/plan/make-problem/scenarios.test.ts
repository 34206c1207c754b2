import { describe, expect, it } from "vitest";
import { compileProblem } from "../../../src/plan/compiled-problem.ts";
import { economicsOf, middle } from "../../../src/plan/economics.ts";
import { makeProblem } from "../../../src/plan/make-problem/make-problem.ts";
import type { PlanFacts, TechnologyFacts } from "../../../src/plan/make-problem/plan-facts.ts";
import { annuity } from "../../../src/plan/make-problem/timing.ts";
import { cell, choices, facts, inputs, market, planCell, technology } from "./plan-facts-invented.ts";

const economics = economicsOf(inputs, middle);
const made = (of: PlanFacts = facts) => makeProblem(of, choices, economics).problem;

describe("what may turn out otherwise", () => {
  it("keeps the mean of exposure over what may turn out otherwise, and chances that sum to 1", () => {
    const { scenarios } = made();
    const mean = (target: string) =>
      scenarios.reduce((sum, { probability, scale }) => sum + probability * scale.find((each) => each.target === target)!.factor, 0);
    expect(scenarios).toHaveLength(8);
    expect(scenarios.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 12);
    expect(mean("exposure:oven")).toBeCloseTo(1, 9);
    expect(mean("bargaining:oven:XB")).toBeLessThan(1);
  });

  it("has nothing that turns out otherwise of what is withheld where that is sure not to be", () => {
    const never = economicsOf(
      inputs.map((each) => (each.id === "withheld" ? { ...each, low: 0, high: 0 } : each)),
      middle,
    );
    const { problem } = makeProblem(facts, choices, never);
    expect(problem.scenarios).toHaveLength(4);
    expect(() => compileProblem(problem)).not.toThrow();
  });

  const bargaining = "bargaining:lamp:XB";
  const lampOf = (more: Partial<TechnologyFacts>): PlanFacts => ({
    ...facts,
    technologies: [technology("lamp", { markets: [market("XB", [100, 100, 100])], ...more })],
    cells: [planCell(cell("lamp", "F21V 1"))],
  });
  const factor = (of: PlanFacts, turn: string): number =>
    made(of)
      .scenarios.find(({ id }) => id.includes(turn))!
      .scale.find(({ target }) => target === bargaining)!.factor;

  it("lets claims add less where the weight of others doubles, and more where the home holds most already", () => {
    const [others, added] = [1000, 20 / 2];
    for (const ownWeight of [0, 500, 1000, 3000]) {
      const adds = (theirs: number): number => (ownWeight + added) / (theirs + ownWeight + added) - ownWeight / (theirs + ownWeight);
      const told = factor(lampOf({ markets: [market("XB", [100, 100, 100], { own: ownWeight, others })] }), "others follow");
      expect(told).toBeCloseTo(adds(2 * others) / adds(others), 9);
      expect(told > 1).toBe(ownWeight > 2000);
    }
  });

  it("moves nothing by a clock that runs out before the grant", () => {
    // Granted in 2030.
    for (const turn of ["others stay, clock early", "others stay, clock late"])
      expect(factor(lampOf({ clock: [2028, 2029, 2030] }), turn)).toBeCloseTo(1, 12);
  });

  it("moves what is earned from the later of grant and clock on, of what has not lapsed by then", () => {
    const earned = (from: number): number => Math.exp(-0.05 * (from - 3)) * annuity(from, 20, 0.05, 0.05);
    const mean = (earned(3) + earned(7)) / 2;
    const known = lampOf({ clock: [2028, 2031, 2034] });
    expect(factor(known, "others stay, clock early")).toBeCloseTo(earned(3) / mean, 9);
    expect(factor(known, "others stay, clock late")).toBeCloseTo(earned(7) / mean, 9);
  });
});
