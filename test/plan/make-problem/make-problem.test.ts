import { afterAll, describe, expect, it } from "vitest";
import { compileProblem } from "../../../src/plan/compiled-problem.ts";
import { drawn, economicsOf, middle } from "../../../src/plan/economics.ts";
import { launched } from "../../../src/plan/launches.ts";
import { makeProblem } from "../../../src/plan/make-problem/make-problem.ts";
import { targetOfPeriod } from "../../../src/plan/make-problem/periods.ts";
import type { PlanChoices, PlanFacts } from "../../../src/plan/make-problem/plan-facts.ts";
import { annuity } from "../../../src/plan/make-problem/timing.ts";
import type { PlanProblem } from "../../../src/plan/problem.ts";
import { type FoundPlan, solvePlan } from "../../../src/plan/solve-plan.ts";
import { openSolver } from "../../../src/plan/solver/open-solver.ts";
import { choices, facts, inputs, market } from "./plan-facts-invented.ts";

const solver = openSolver();
afterAll(() => solver.close());

const economics = economicsOf(inputs, middle);
const made = (of: PlanFacts = facts, chosen: Partial<PlanChoices> = {}): PlanProblem =>
  makeProblem(of, { ...choices, ...chosen }, economics).problem;
const solved = async (problem: PlanProblem): Promise<FoundPlan> =>
  (await solvePlan(compileProblem(problem), solver, { gap: 0, seconds: 3600 })) as FoundPlan;
const programme = (problem: PlanProblem, id: string) => problem.programmes.find((each) => each.id === id)!;
const gain = (problem: PlanProblem, id: string, target: string) =>
  programme(problem, id).gains.find((each) => each.target === target)!.byLaunch;

describe("a problem made from facts", () => {
  it("does not depend on the order in which facts come", async () => {
    const turned: PlanFacts = {
      ...facts,
      technologies: facts.technologies.toReversed(),
      cells: [...facts.cells.slice(2), ...facts.cells.slice(0, 2)],
    };
    expect(made(turned)).toEqual(made());
    expect((await solved(made(turned))).launches).toEqual((await solved(made())).launches);
  });

  it("costs what its researchers and families cost, in equal parts over its years", () => {
    const { money, people } = programme(made(), "oven/F27B1");
    expect(money).toHaveLength(2);
    expect(money[0]! + money[1]!).toBeCloseTo(20 * 4 * 0.2 + 20 * 0.1, 9);
    expect(people).toEqual([{ field: "tool", byYear: [40, 40] }]);
  });

  it("is never begun where it does not end within the years, so that no cost is left out", () => {
    const byLaunch = gain(made(), "resin/C08L1", "option:resin");
    expect(byLaunch.slice(0, 4).every((each) => each > 0)).toBe(true);
    expect(byLaunch[4]).toBe(0);
  });

  it("builds up supply by its families where the market is known, whatever they cost, by an input where it is not", () => {
    expect(gain(made(), "oven/F27B1", "exposure:oven")[0]).toBeCloseTo(0.04, 9);
    const known = {
      ...facts,
      technologies: facts.technologies.map((each) => (each.id === "oven" ? { ...each, market: [900, 900, 900] as const } : each)),
    };
    expect(gain(made(known), "oven/F27B1", "exposure:oven")[0]).toBeCloseTo(18 / (900 * 0.1 * 10), 9);
    const dearer = inputs.map((input) => (input.id.startsWith("researcher-year") ? { ...input, low: 9, high: 9 } : input));
    const dear = makeProblem(known, choices, economicsOf(dearer, middle)).problem;
    expect(gain(dear, "oven/F27B1", "exposure:oven")[0]).toBeCloseTo(18 / (900 * 0.1 * 10), 9);
  });

  it("counts supply only in the years in which it is there", () => {
    const byLaunch = gain(made(), "oven/F27B1", "exposure:oven");
    for (const year of [0, 1, 2, 3]) expect(byLaunch[year]).toBeCloseTo((0.04 * annuity(year + 4, 20, 0.05)) / annuity(4, 20, 0.05), 9);
    expect(byLaunch[4]).toBe(0);
  });

  it("counts the loss that own supply takes away by its upper hull, in the chance that it comes", () => {
    const { segments } = made().targets.find(({ id }) => id === "exposure:oven")!;
    const worth = 0.1 * annuity(4, 20, 0.05);
    expect(segments).toHaveLength(2);
    expect(segments[0]).toEqual({ slope: expect.closeTo((900 / 0.2) * worth, 6), width: 0.2 });
    expect(segments[1]!.slope).toBeCloseTo((100 / 0.3) * worth, 6);
  });

  it("earns from first volume use on what has not lapsed since the grant, where a clock is known", () => {
    const byLaunch = gain(made(), "lamp/F21V9", "bargaining:lamp:XB");
    for (const [year, granted] of [
      [0, 3],
      [1, 4],
      [2, 5],
    ] as const)
      expect(byLaunch[year]).toBeCloseTo((20 * Math.exp(-0.05 * (5 - granted)) * annuity(5, 20, 0.05, 0.05)) / annuity(5, 20, 0.05), 9);
  });

  it("frees only what the cell blocks", () => {
    const byLaunch = gain(made(), "lamp/F21V1", "freedom:lamp:XB");
    expect(byLaunch[0]).toBeCloseTo(20 * 0.5, 9);
    expect(byLaunch[1]).toBeCloseTo((20 * 0.5 * annuity(3, 20, 0.05)) / annuity(2, 20, 0.05), 9);
    expect(programme(made(), "lamp/F21V9").gains.map(({ target }) => target)).not.toContain("freedom:lamp:XB");
  });

  it("leaves a gain out where it is not known in USD", () => {
    expect(new Set(made().targets.map(({ id }) => targetOfPeriod(id)))).toEqual(
      new Set([
        "bargaining:lamp:XB",
        "bargaining:oven:XB",
        "exposure:oven",
        "freedom:lamp:XB",
        "option:lamp",
        "option:oven",
        "option:resin",
      ]),
    );
  });

  it("takes a programme alone or with a partner, never both in full", async () => {
    const problem = made();
    expect(programme(problem, "lamp/F21V1+XC").money[0]).toBeCloseTo(0.6 * programme(problem, "lamp/F21V1").money[0]!, 9);
    const compiled = compileProblem({
      ...problem,
      money: problem.money.map(() => 1e6),
      fields: problem.fields.map(({ id, people }) => ({ id, people: people.map(() => 1e6) })),
    });
    const plan = (await solvePlan(compiled, solver, { gap: 0, seconds: 3600 })) as FoundPlan;
    const part = (id: string) =>
      launched(
        compiled,
        plan.launches,
        compiled.programmes.findIndex((each) => each.id === id),
      );
    expect(part("lamp/F21V1") + part("lamp/F21V1+XC")).toBeLessThanOrEqual(1 + 1e-6);
    expect(part("oven/F27B1")).toBeCloseTo(1, 6);
  });

  it("has its part of the original approaches that it finds with a partner, and all of the freedom", () => {
    const problem = made();
    const [alone, shared] = [programme(problem, "lamp/F21V1"), programme(problem, "lamp/F21V1+XC")];
    for (const { target, byLaunch } of alone.gains) {
      const part = target.startsWith("freedom") ? 1 : 0.6;
      byLaunch.forEach((each, year) => {
        expect(gain(problem, shared.id, target)[year]).toBeCloseTo(part * each, 9);
      });
    }
  });

  it("draws the market of a technology once, for all jurisdictions and for supply", () => {
    const usd = [500, 1000, 2000] as const;
    const of: PlanFacts = {
      ...facts,
      technologies: facts.technologies.map((each) =>
        each.id === "oven" ? { ...each, market: usd, markets: ["XB", "XC"].map((place) => market(place, usd)) } : each,
      ),
    };
    const large = economicsOf(inputs, (key, [, mid, high]) => (key === "market|oven" ? high : mid));
    const [usual, larger] = [made(of), makeProblem(of, choices, large).problem];
    const slope = (problem: PlanProblem, id: string) => problem.targets.find((each) => each.id === id)!.segments[0]!.slope;
    for (const id of ["bargaining:oven:XB", "bargaining:oven:XC"]) expect(slope(larger, id)).toBeCloseTo(2 * slope(usual, id), 9);
    const supply = (problem: PlanProblem) => gain(problem, "oven/F27B1", "exposure:oven")[0]!;
    expect(supply(larger)).toBeCloseTo(supply(usual) / 2, 9);
  });

  it("caps follow-up work over the cells of which it is known", async () => {
    const rich = { money: choices.money.map(() => 200), people: [] };
    const onOf = async (problem: PlanProblem) => {
      const compiled = compileProblem(problem);
      const { launches } = await solved(problem);
      return compiled.programmes.filter((_, i) => launched(compiled, launches, i) > 0).map(({ id }) => id);
    };
    expect(await onOf(made(facts, rich))).toContain("oven/F27B3");
    expect(await onOf(made(facts, { ...rich, followUpCap: 0.1 }))).not.toContain("oven/F27B3");
    expect(await onOf(made(facts, { ...rich, followUpCap: 0.1 }))).toContain("oven/F27B1");
  });

  it("spends on one technology no more than its part of all money", () => {
    const { limits } = made(facts, { diversification: 0.3 });
    expect(limits.find(({ id }) => id === "technology:oven")!.most).toBeCloseTo(30, 9);
  });

  it("launches nothing that does not end within the years, even where it adds to nothing", () => {
    const programmes = compileProblem(made(facts, { years: 3, money: [20, 20, 20], people: [] })).programmes;
    for (const { launches } of programmes) expect(launches).toEqual([0, 1]);
    for (const { launches } of compileProblem(made(facts, { years: 1, money: [20], people: [] })).programmes) expect(launches).toEqual([]);
  });

  it("is worth no less with more money", async () => {
    const values = [];
    for (const factor of [0, 0.5, 1, 2, 5])
      values.push((await solved(made(facts, { money: choices.money.map((each) => each * factor) }))).value);
    expect(values[0]).toBe(0);
    for (const [at, value] of values.slice(1).entries()) expect(value).toBeGreaterThanOrEqual(values[at]! - 1e-9);
    expect(values.at(-1)).toBeGreaterThan(values[1]!);
  });
});

describe("inputs", () => {
  it("are those of the first scope that has one, else of all", () => {
    expect(economics.of("top-tenth", "lamp, high", "high")).toBe(0.2);
    expect(economics.of("family", "tool")).toBe(0.1);
    expect(() => economics.of("top-tenth", "none")).toThrow(RangeError);
  });

  it("are drawn within their intervals, as often below the middle as above, and the same for the same draw", () => {
    const values = Array.from({ length: 400 }, (_, draw) => economicsOf(inputs, drawn(1, draw)).of("others-weight"));
    for (const value of values) expect(value >= 200 && value <= 1800).toBe(true);
    const below = values.filter((value) => value < 1000).length;
    expect(below).toBeGreaterThan(150);
    expect(below).toBeLessThan(250);
    expect(economicsOf(inputs, drawn(1, 7)).of("others-weight")).toBe(values[7]);
    expect(economicsOf(inputs, drawn(2, 7)).of("others-weight")).not.toBe(values[7]);
  });
});
