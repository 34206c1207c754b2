import { afterAll, describe, expect, it } from "vitest";
import { randomProblem } from "../../bench/synthetic-plan.ts";
import { compileProblem } from "../../src/plan/compiled-problem.ts";
import { programmeReason, shadowPrices } from "../../src/plan/shadow-prices.ts";
import { openSolver } from "../../src/plan/solver/open-solver.ts";

const solver = openSolver();
afterAll(() => solver.close());
const options = { seconds: 3600 };
const size = { programmes: 40, years: 4, targets: 3, fields: 2, scenarios: 3, part: 0.3, risk: null };

describe("shadow prices", () => {
  it("are what a little more of a resource is worth", async () => {
    for (let seed = 1; seed <= 10; seed++) {
      const problem = compileProblem(randomProblem(seed, size));
      const prices = (await shadowPrices(problem, solver, options))!;
      for (const [r, year] of [
        [0, 0],
        [0, 3],
        [1, 1],
      ] as const) {
        const step = 1e-4 * problem.resources[r]!.available[year]!;
        const moved = async (by: number): Promise<number> => {
          const resources = problem.resources.map((resource, at) =>
            at === r ? { ...resource, available: resource.available.map((each, y) => each + (y === year ? by : 0)) } : resource,
          );
          return (await shadowPrices({ ...problem, resources }, solver, options))!.value;
        };
        // Value is concave in what there is: at a kink the price lies between what one more is worth and one less.
        const price = prices.resources[r]![year]!;
        expect(((await moved(step)) - prices.value) / step, `seed ${seed}`).toBeLessThanOrEqual(price + 1e-6);
        expect((prices.value - (await moved(-step))) / step, `seed ${seed}`).toBeGreaterThanOrEqual(price - 1e-6);
      }
    }
  });

  it("account for all that the relaxed plan is worth", async () => {
    const problem = compileProblem({
      ...randomProblem(3, size),
      programmes: randomProblem(3, size).programmes.map((each) => ({ ...each, needs: [] })),
    });
    const prices = (await shadowPrices(problem, solver, options))!;
    const nets = problem.programmes.map((_, i) => programmeReason(problem, prices, i).net);
    // Strong duality: the relaxed value is what resources are worth at their prices, what limits are, and what whole programmes earn beyond that.
    const resources = problem.resources.reduce(
      (sum, { available }, r) => sum + available.reduce((all, each, year) => all + each * prices.resources[r]![year]!, 0),
      0,
    );
    const earned = nets.reduce((sum, net) => sum + Math.max(0, net), 0);
    const segments = problem.targets.reduce((sum, { segments: each }, k) => {
      const mean = problem.scenarios.reduce((all, { probability, scale }) => all + probability * scale[k]!, 0);
      return sum + each.reduce((all, { slope, width }) => all + Math.max(0, mean * slope - prices.targets[k]!) * width, 0);
    }, 0);
    expect(resources + earned + segments).toBeCloseTo(prices.value, 6);
  });

  it("tell of a target to which nothing is added what the first of it is worth, with risk too", async () => {
    const { programmes, ...rest } = randomProblem(5, size);
    const dear = {
      ...programmes[0]!,
      id: "dear",
      gains: [{ target: "unused", byLaunch: [3, 2, 1, 0] }],
      money: [0],
      charge: [99, 99, 99, 99],
      people: [],
      needs: [],
    };
    const scenarios = rest.scenarios.map((each, at) => ({ ...each, scale: [...each.scale, { target: "unused", factor: 1 + at }] }));
    for (const risk of [null, { weight: 0.5, level: 0.6 }]) {
      const problem = compileProblem({
        ...rest,
        risk,
        scenarios,
        programmes: [...programmes, dear],
        targets: [...rest.targets, { id: "unused", segments: [{ slope: 2, width: 10 }] }],
      });
      const [prices, k] = [(await shadowPrices(problem, solver, options))!, problem.targets.findIndex(({ id }) => id === "unused")];
      const step = 1e-3;
      // A gift of a little of the target raises the value by its price.
      const gift = { ...dear, id: "gift", gains: [{ target: "unused", byLaunch: [step, 0, 0, 0] }], charge: [0, 0, 0, 0] };
      const given = compileProblem({
        ...rest,
        risk,
        scenarios,
        programmes: [...programmes, gift],
        targets: [...rest.targets, { id: "unused", segments: [{ slope: 2, width: 10 }] }],
      });
      const raised = (await shadowPrices(given, solver, options))!.value - prices.value;
      expect(prices.targets[k]!).toBeCloseTo(raised / step, 2);
      const reason = programmeReason(
        problem,
        prices,
        problem.programmes.findIndex(({ id }) => id === "dear"),
      );
      expect(reason.net).toBeLessThan(0);
    }
  });
});
