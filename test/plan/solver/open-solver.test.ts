import { describe, expect, it } from "vitest";
import { randomJoint } from "../../../bench/synthetic-joint.ts";
import { compileJoint } from "../../../src/plan/joint/compiled-joint.ts";
import { solveJoint } from "../../../src/plan/joint/solve-joint.ts";
import { openSolver } from "../../../src/plan/solver/open-solver.ts";

const options = { gap: 0, rounds: 200, tries: 0 };

describe("a solver", () => {
  it("ends what it solves when it is closed, and solves nothing more", async () => {
    const solver = openSolver();
    const problem = compileJoint(randomJoint(1, { programmes: 60, worlds: 40, nodes: 40, products: 3, part: 0.2 }));
    const running = solveJoint(problem, solver, options);
    setImmediate(() => void solver.close());
    await expect(running).rejects.toMatchObject({ code: "LM_INTERRUPTED" });
    await expect(solveJoint(problem, solver, options)).rejects.toMatchObject({ code: "LM_INTERRUPTED" });
  });
});
