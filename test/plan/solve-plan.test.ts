import { afterAll, describe, expect, it } from "vitest";
import { type ProblemSize, randomProblem } from "../../bench/synthetic-plan.ts";
import { compileProblem } from "../../src/plan/compiled-problem.ts";
import { isFeasible } from "../../src/plan/launches.ts";
import { type FoundPlan, solvePlan } from "../../src/plan/solve-plan.ts";
import { openSolver } from "../../src/plan/solver/open-solver.ts";
import { longRun } from "../runs.ts";
import { bruteForce } from "./brute-force.ts";

const solver = openSolver();
afterAll(() => solver.close());

const exact = { gap: 0, seconds: 3600 };
const small = (seed: number, most: number): ProblemSize => ({
  programmes: 2 + (seed % (most - 1)),
  years: 1 + (seed % 3),
  targets: 1 + (seed % 3),
  fields: 1 + (seed % 2),
  scenarios: seed % 4,
  part: 0.2 + (seed % 5) / 8,
  exclusive: seed % 2 === 0,
  unspent: seed % 4 === 1 ? 0.9 : 0,
  risk: seed % 3 === 0 ? { weight: 0.4, level: 0.6 } : null,
});

describe("a plan", () => {
  const [count, most] = longRun === null ? [1000, 7] : [Math.min(1000, longRun), 12];

  it(`is as good as the best of all sets of programmes, ${count} times`, async () => {
    for (let seed = 1; seed <= count; seed++) {
      const problem = randomProblem(seed, small(seed, most));
      const compiled = compileProblem(problem);
      const plan = (await solvePlan(compiled, solver, exact)) as FoundPlan;
      const best = bruteForce(problem)!;
      expect(plan.value, `seed ${seed}`).toBeCloseTo(best, 5);
      expect(plan.gap, `seed ${seed}`).toBeLessThan(1e-6);
      expect(isFeasible(compiled, plan.launches), `seed ${seed}`).toBe(true);
      if (plan.greedy !== null) expect(plan.greedy).toBeLessThanOrEqual(best + 1e-6);
    }
  });
});
