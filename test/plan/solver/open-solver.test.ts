import { describe, expect, it } from "vitest";
import { randomProblem } from "../../../bench/synthetic-plan.ts";
import { compileProblem } from "../../../src/plan/compiled-problem.ts";
import { solvePlan } from "../../../src/plan/solve-plan.ts";
import { openSolver } from "../../../src/plan/solver/open-solver.ts";

const size = { programmes: 400, years: 8, targets: 3, fields: 2, scenarios: 2, part: 0.3, risk: null };
const options = { gap: 0, seconds: 3600 };

describe("a solver", () => {
  it("ends what it solves when it is closed, and solves nothing more", async () => {
    const solver = openSolver();
    const problem = compileProblem(randomProblem(1, size));
    const running = solvePlan(problem, solver, options);
    setImmediate(() => void solver.close());
    await expect(running).rejects.toMatchObject({ code: "LM_INTERRUPTED" });
    await expect(solvePlan(problem, solver, options)).rejects.toMatchObject({ code: "LM_INTERRUPTED" });
  });
});
