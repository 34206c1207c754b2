import { afterAll, describe, expect, it } from "vitest";
import { randomProblem } from "../../bench/synthetic-plan.ts";
import { compileProblem } from "../../src/plan/compiled-problem.ts";
import { frontier, scaled } from "../../src/plan/frontier.ts";
import { isFeasible } from "../../src/plan/launches.ts";
import { regrets, robustness } from "../../src/plan/robustness.ts";
import { type FoundPlan, solvePlan } from "../../src/plan/solve-plan.ts";
import { openSolver } from "../../src/plan/solver/open-solver.ts";

const solvers = [openSolver(), openSolver()];
afterAll(() => Promise.all(solvers.map((solver) => solver.close())));
const size = { programmes: 30, years: 3, targets: 3, fields: 2, scenarios: 3, part: 0.3, risk: { weight: 0.3, level: 0.5 } };

describe("the frontier of budgets", () => {
  it("never falls as money grows, even at a coarse gap, and each plan keeps to its budget", async () => {
    const problem = compileProblem(randomProblem(5, size));
    const points = await frontier(problem, [2, 0, 0.5, 1, 0.25, 1.5, 0.75], solvers, { gap: 0.2, seconds: 3600 });
    expect(points.map(({ factor }) => factor)).toEqual([0, 0.25, 0.5, 0.75, 1, 1.5, 2]);
    const plans = points.map(({ plan }) => plan as FoundPlan);
    for (const [at, { value }] of plans.slice(1).entries()) expect(value).toBeGreaterThanOrEqual(plans[at]!.value);
    for (const { factor, plan } of points) expect(isFeasible(scaled(problem, factor, "money"), (plan as FoundPlan).launches)).toBe(true);
    for (const { value, bound } of plans) expect(value).toBeLessThanOrEqual(bound);
  });

  it("lets limits that are a part of all money grow with it, as a problem of that money has them", async () => {
    const of = (factor: number) => {
      const problem = randomProblem(6, size);
      const all = problem.money.reduce((sum, each) => sum + each, 0);
      const weights = problem.programmes.slice(0, 15).map(({ id, money }) => ({ programme: id, weight: money.reduce((a, b) => a + b, 0) }));
      const limit = { id: "part", weights, most: 0.2 * factor * all, ofMoney: true };
      return compileProblem({ ...problem, money: problem.money.map((each) => factor * each), limits: [...problem.limits, limit] });
    };
    const points = await frontier(of(1), [0.5, 1, 2], solvers, { gap: 0, seconds: 3600 });
    for (const { factor, plan } of points) {
      const own = (await solvePlan(of(factor), solvers[0]!, { gap: 0, seconds: 3600 })) as FoundPlan;
      expect((plan as FoundPlan).value, `${factor}`).toBeCloseTo(own.value, 6);
    }
  });

  it("starts from nothing: no money, no plan that costs any", async () => {
    const problem = compileProblem(randomProblem(5, size));
    const [none] = await frontier(problem, [0], solvers, { gap: 0, seconds: 3600 });
    expect((none!.plan as FoundPlan).launches.every((part) => part === 0)).toBe(true);
  });
});

describe("how firm a plan is", () => {
  it("counts in what part of the draws each programme stays", async () => {
    const draws = 6;
    const drawn = (number: number) => compileProblem(randomProblem(5, { ...size, part: number % 2 === 0 ? 0.05 : 50 }));
    const { stays, draws: solved } = await robustness(drawn, draws, solvers, { gap: 0, seconds: 3600 });
    expect(solved).toBe(draws);
    const few = (await solvePlan(drawn(0), solvers[0]!, { gap: 0, seconds: 3600 })) as FoundPlan;
    const all = (await solvePlan(drawn(1), solvers[0]!, { gap: 0, seconds: 3600 })) as FoundPlan;
    const isOn = ({ launches }: FoundPlan, i: number) => launches.slice(i * size.years, (i + 1) * size.years).some((part) => part > 0);
    for (const [i, part] of stays.entries()) expect(part).toBe(((isOn(few, i) ? 1 : 0) + (isOn(all, i) ? 1 : 0)) / 2);
    expect(new Set(stays).size).toBeGreaterThan(1);
  });

  it("counts draws in which nothing keeps to the bounds as draws without any", async () => {
    const problem = randomProblem(5, size);
    const first = { ...problem.programmes[0]!, required: true, needs: [] };
    const drawn = (number: number) =>
      compileProblem({
        ...problem,
        programmes: [first, ...problem.programmes.slice(1)],
        money: problem.money.map((each) => (number === 1 ? 0 : each * 9)),
      });
    const { stays, draws: all, infeasible } = await robustness(drawn, 4, solvers, { gap: 0.01, seconds: 3600 });
    expect([all, infeasible, stays[0]]).toEqual([4, 1, 0.75]);
  });

  it("tells what is missed in each scenario against the plan made for it", async () => {
    const problem = compileProblem(randomProblem(3, size));
    const plan = (await solvePlan(problem, solvers[0]!, { gap: 0, seconds: 3600 })) as FoundPlan;
    const found = await regrets(problem, plan.launches, solvers[0]!, { gap: 0, seconds: 3600 });
    expect(found.map(({ scenario }) => scenario)).toEqual(["s0", "s1", "s2"]);
    for (const { value, best, regret } of found) {
      expect(regret).toBeGreaterThanOrEqual(0);
      expect(best - value).toBe(regret);
    }
    expect(Math.max(...found.map(({ regret }) => regret))).toBeGreaterThan(0);
  });
});
