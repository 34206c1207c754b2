import { afterAll, describe, expect, it } from "vitest";
import { randomProblem } from "../../bench/synthetic-plan.ts";
import { compileProblem } from "../../src/plan/compiled-problem.ts";
import { dominances } from "../../src/plan/dominance.ts";
import { scaled } from "../../src/plan/frontier.ts";
import { greedyPlan } from "../../src/plan/greedy.ts";
import { launched } from "../../src/plan/launches.ts";
import type { PlanProblem, Programme } from "../../src/plan/problem.ts";
import { shadowPrices } from "../../src/plan/shadow-prices.ts";
import { type FoundPlan, solvePlan } from "../../src/plan/solve-plan.ts";
import { openSolver } from "../../src/plan/solver/open-solver.ts";

const solver = openSolver();
afterAll(() => solver.close());
const exact = { gap: 0, seconds: 3600 };
const size = { programmes: 12, years: 3, targets: 3, fields: 2, scenarios: 2, part: 0.3, risk: null };
const plain = (id: string, over: Partial<Programme>): Programme => ({
  id,
  money: [1],
  people: [],
  gains: [{ target: "t", byLaunch: [1] }],
  least: 1,
  needs: [],
  required: false,
  ...over,
});
const problemOf = (programmes: readonly Programme[], over: Partial<PlanProblem> = {}): PlanProblem => ({
  years: 1,
  programmes,
  targets: [{ id: "t", segments: [{ slope: 1, width: Number.POSITIVE_INFINITY }] }],
  money: [1],
  fields: [],
  limits: [],
  scenarios: [],
  risk: null,
  ...over,
});
const solved = async (problem: PlanProblem, options = exact) => (await solvePlan(compileProblem(problem), solver, options)) as FoundPlan;

describe("a plan", () => {
  it("does not depend on the order of the input", async () => {
    for (let seed = 1; seed <= 4; seed++) {
      const problem = randomProblem(seed, size);
      const turned = {
        ...problem,
        programmes: problem.programmes.toReversed(),
        targets: problem.targets.toReversed(),
        fields: problem.fields.toReversed(),
        scenarios: problem.scenarios.toReversed(),
      };
      expect((await solved(turned)).launches).toEqual((await solved(problem)).launches);
    }
  });

  it("is worth no less with more money", async () => {
    for (let seed = 1; seed <= 4; seed++) {
      const problem = compileProblem(randomProblem(seed, size));
      let before = 0;
      for (const factor of [0.3, 0.6, 1, 1.2, 3]) {
        const { value } = (await solvePlan(scaled(problem, factor, "money"), solver, exact)) as FoundPlan;
        expect(value, `seed ${seed}, ${factor}`).toBeGreaterThanOrEqual(before - 1e-7);
        before = value;
      }
    }
  });

  it("never has a dominated programme on while its dominator is off, at any gap and in the greedy plan", async () => {
    let pairs = 0;
    for (let seed = 1; seed <= 10; seed++) {
      const { programmes, ...rest } = randomProblem(seed, { ...size, programmes: 10 });
      const dearer = programmes.map((each) => ({ ...each, id: `a-${each.id}`, money: each.money.map((money) => money * 1.1), needs: [] }));
      const free = programmes.map((each) => ({ ...each, needs: [] }));
      const problem = compileProblem({ ...rest, limits: [], programmes: [...dearer, ...free] });
      const found = dominances(problem);
      pairs += found.length;
      for (const launches of [greedyPlan(problem), ((await solvePlan(problem, solver, { gap: 0.5, seconds: 3600 })) as FoundPlan).launches])
        for (const { dominated, dominator } of found)
          if (launched(problem, launches, dominated) > 0) expect(launched(problem, launches, dominator), `seed ${seed}`).toBeGreaterThan(0);
    }
    expect(pairs).toBeGreaterThanOrEqual(100);
  });

  it("is empty without money", async () => {
    const { launches, value, gap } = await solved(problemOf([plain("a", {}), plain("b", {})], { money: [0] }));
    expect([...launches, value, gap]).toEqual([0, 0, 0, 0]);
  });

  it("is the same in whatever unit targets, money and value are counted", async () => {
    const problem = randomProblem(7, { ...size, risk: { weight: 0.3, level: 0.5 } });
    const { value } = await solved(problem);
    for (const unit of [1e-7, 1e-3, 1e5]) {
      const amounts = problem.programmes.map((each) => ({
        ...each,
        money: each.money.map((money) => unit * money),
        gains: each.gains.map((gain) => ({ ...gain, byLaunch: gain.byLaunch.map((amount) => unit * amount) })),
      }));
      const targets = problem.targets.map((each) => ({
        ...each,
        segments: each.segments.map(({ slope, width }) => ({ slope, width: unit * width })),
      }));
      const limits = problem.limits.map((each) => ({ ...each, weights: each.weights.map((of) => ({ ...of, weight: unit * of.weight })) }));
      const other = await solved({ ...problem, programmes: amounts, targets, limits, money: problem.money.map((money) => unit * money) });
      expect(other.value / (unit * value), `${unit}`).toBeCloseTo(1, 6);
      expect(other.bound / (unit * value), `${unit}`).toBeCloseTo(1, 6);
    }
  });

  it("proves a bound though a programme can never be launched", async () => {
    const never = (id: string) => plain(id, { latest: -1 });
    expect(await solved(problemOf([never("a"), never("b"), plain("c", {})]))).toMatchObject({ value: 1, bound: 1, gap: 0 });
  });

  it("launches what others need in a year in which it adds nothing itself", async () => {
    const early = plain("a", { money: [1], gains: [{ target: "t", byLaunch: [0.01, 0] }] });
    const late = plain("b", { money: [1], gains: [{ target: "t", byLaunch: [5, 5] }], needs: ["a"] });
    const { value } = await solved(problemOf([early, late], { years: 2, money: [1, 1] }));
    expect(value).toBeCloseTo(5.01, 9);
    expect((await solved(problemOf([early, late], { years: 2, money: [0, 2] }))).value).toBeCloseTo(5, 9);
  });

  it("takes no more than one of what excludes one another", async () => {
    const one = { id: "one", weights: ["a", "b"].map((programme) => ({ programme, weight: 1 })), most: 1, ofOn: true };
    const parts = ["a", "b"].map((id, at) => plain(id, { least: 0.2, gains: [{ target: "t", byLaunch: [1 + at] }] }));
    const { launches } = await solved(problemOf(parts, { money: [0.8], limits: [one] }));
    expect([...launches]).toEqual([0, 0.8]);
  });

  it("leaves out what brings less than its money would be worth left over, unless it is required", async () => {
    const poor = plain("a", { charge: [1.5] });
    expect(await solved(problemOf([poor, plain("b", { charge: [0.9] })], { money: [9] }))).toMatchObject({
      value: 0.09999999999999998,
      gap: 0,
    });
    const required = await solved(problemOf([{ ...poor, required: true }], { money: [9] }));
    expect([required.value, required.bound, required.gap]).toEqual([-0.5, -0.5, 0]);
  });

  it("is empty, and known to be the best, where there is nothing to choose from", async () => {
    const none = problemOf([], { targets: [] });
    expect(await solved(none)).toMatchObject({ value: 0, bound: 0, gap: 0, stopped: false });
    expect((await shadowPrices(compileProblem(none), solver, exact))!.value).toBe(0);
  });

  it("names the bounds that cannot be kept together", async () => {
    const needed = plain("b", { money: [0], people: [{ field: "physics", byYear: [3] }] });
    const problem = problemOf([plain("a", { required: true, needs: ["b"] }), needed], { fields: [{ id: "physics", people: [2] }] });
    const found = await solvePlan(compileProblem(problem), solver, exact);
    expect(found).toEqual({
      kind: "infeasible",
      conflict: [
        { kind: "required", id: "a", years: [] },
        { kind: "resource", id: "physics", years: [0] },
      ],
    });
  });

  it("beats the greedy plan by more than 5% where the best ratio leaves half the money idle", async () => {
    for (let seed = 1; seed <= 10; seed++) {
      // One small programme with the best ratio keeps a whole one from fitting.
      const money = 10 + seed;
      const lure = plain("lure", { money: [money * 0.1], gains: [{ target: "t", byLaunch: [money * 0.15] }] });
      const whole = plain("whole", { money: [money], gains: [{ target: "t", byLaunch: [money] }] });
      const { value, greedy } = await solved(problemOf([lure, whole], { money: [money] }));
      expect(value).toBeCloseTo(money, 9);
      expect(greedy! / value).toBeLessThan(0.95);
    }
  });

  it("is there whatever the time, with what is proved", async () => {
    const problem = compileProblem(randomProblem(1, { ...size, programmes: 300, years: 8 }));
    const plan = (await solvePlan(problem, solver, { gap: 0, seconds: 0.01 })) as FoundPlan;
    expect(plan.value).toBeGreaterThan(0);
    expect(plan.value).toBeLessThanOrEqual(plan.bound);
    expect(plan.gap).toBeCloseTo((plan.bound - plan.value) / plan.bound, 9);
  });

  it("ends at once when asked to", async () => {
    const stop = new AbortController();
    const running = solvePlan(compileProblem(randomProblem(1, { ...size, programmes: 2000, years: 12 })), solver, {
      ...exact,
      signal: stop.signal,
    });
    setImmediate(() => stop.abort(new Error("enough")));
    await expect(running).rejects.toThrow("enough");
  });
});
