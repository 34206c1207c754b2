import { afterAll, describe, expect, it } from "vitest";
import { compileProblem } from "../../../src/plan/compiled-problem.ts";
import { economicsOf, middle } from "../../../src/plan/economics.ts";
import { launched } from "../../../src/plan/launches.ts";
import { makeProblem } from "../../../src/plan/make-problem/make-problem.ts";
import type { PlanChoices, PlanFacts } from "../../../src/plan/make-problem/plan-facts.ts";
import { solvePlan } from "../../../src/plan/solve-plan.ts";
import { openSolver } from "../../../src/plan/solver/open-solver.ts";
import { choices, facts, inputs } from "./plan-facts-invented.ts";

const solver = openSolver();
afterAll(() => solver.close());

const economics = economicsOf(inputs, middle);
const shared: PlanFacts = {
  ...facts,
  cells: facts.cells.map((each) => (each.cell.technology === "lamp" ? { ...each, partners: ["XC"] } : each)),
};
const rich = { dependencies: true, money: choices.money.map(() => 1000), people: [] };
const made = (of: PlanFacts, more: Partial<PlanChoices> = {}) => makeProblem(of, { ...choices, ...more }, economics).problem;

/** What is on; `null` where nothing keeps to the bounds. */
async function onOf(problem: ReturnType<typeof made>): Promise<readonly string[] | null> {
  const compiled = compileProblem(problem);
  const plan = await solvePlan(compiled, solver, { gap: 0, seconds: 3600 });
  return plan.kind === "plan" ? compiled.programmes.filter((_, i) => launched(compiled, plan.launches, i) > 0).map(({ id }) => id) : null;
}

/** The same with a programme that is never launched. */
const without = (problem: ReturnType<typeof made>, ...ids: readonly string[]) => ({
  ...problem,
  programmes: problem.programmes.map((each) => (ids.includes(each.id) ? { ...each, latest: -1, gains: [] } : each)),
});

describe("a programme that stands on another", () => {
  it("needs the leading cell of what its technology cannot do without, only where that is asked for", () => {
    const needs = (of: ReturnType<typeof made>) => of.programmes.find(({ id }) => id === "oven/F27B1")!.needs;
    expect(needs(made(facts))).toEqual([]);
    expect(needs(made(facts, { dependencies: true }))).toEqual(["lamp/F21V9"]);
    expect(made(shared).limits.filter(({ id }) => id.startsWith("depends-on"))).toEqual([]);
  });

  it("may stand on that cell with a partner, all of it", async () => {
    const problem = made(shared, { ...rich, required: ["oven/F27B1", "lamp/F21V9+XC"] });
    const whole = {
      ...problem,
      programmes: problem.programmes.map((each) => (each.id === "lamp/F21V9+XC" ? { ...each, least: 1 } : each)),
    };
    const on = await onOf(whole);
    expect(on).toEqual(expect.arrayContaining(["oven/F27B1", "lamp/F21V9+XC"]));
    expect(on).not.toContain("lamp/F21V9");
  });

  it("is not on where that cell is in neither way", async () => {
    expect(await onOf(made(shared, rich))).toContain("oven/F27B1");
    const on = await onOf(without(made(shared, rich), "lamp/F21V9", "lamp/F21V9+XC"));
    expect(on).toContain("lamp/F21V1");
    expect(on!.filter((id) => id.startsWith("oven"))).toEqual([]);
  });
});
