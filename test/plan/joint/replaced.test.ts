import { describe, expect, it } from "vitest";
import { randomJoint } from "../../../bench/synthetic-joint.ts";
import { compileJoint } from "../../../src/plan/joint/compiled-joint.ts";
import { effortOf } from "../../../src/plan/joint/improve.ts";
import { programmeValues } from "../../../src/plan/joint/programme-values.ts";
import { replaced } from "../../../src/plan/joint/replaced.ts";
import { searchPlans } from "../../../src/plan/joint/search-plan.ts";
import { keepsBounds, plainValue } from "./plain-value.ts";
import { bought, node, problemOf, programme } from "./small.ts";

const tries = 10;

describe("a plan whose programmes are taken out one at a time", () => {
  it("takes up what brings more in the place of one that is in", () => {
    const problem = compileJoint(
      problemOf([bought("A"), node("product", { blocking: ["A"] })], ["A"], [programme("a", "A", 0.3), programme("b", "A", 0.7)], {
        resources: [{ id: "money", available: 1 }],
      }),
    );
    const found = {
      chosen: Uint8Array.of(1, 0),
      value: programmeValues(problem, Uint8Array.of(1, 0), { orders: 2, seed: 1, tries })[0]!.alone,
    };
    expect([...replaced(problem, { ...found, value: -1e9 }, tries).chosen]).toEqual([0, 1]);
  });

  it("keeps to its bounds, is worth no less, and none of its programmes is then in the way of a better plan", () => {
    let better = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const joint = randomJoint(seed, { programmes: 24, worlds: 6, nodes: 20, products: 3, part: 0.3 });
      const problem = compileJoint(joint);
      const found = searchPlans(problem).start(effortOf(0))!;
      const plan = replaced(problem, found, tries);
      if (plan.value > found.value + 1e-6) better++;
      expect(plan.value).toBeGreaterThanOrEqual(found.value);
      const ids = new Set(joint.programmes.filter((_, at) => plan.chosen[at] === 1).map(({ id }) => id));
      expect(keepsBounds(joint, ids)).toBe(true);
      expect(plan.value).toBeCloseTo(plainValue(joint, ids), 6);
      for (const { missed } of programmeValues(problem, plan.chosen, { orders: 2, seed, tries }))
        expect(missed).toBeGreaterThanOrEqual(-1e-6);
    }
    expect(better).toBeGreaterThan(0);
  });

  it("leaves what is required", () => {
    const joint = problemOf(
      [bought("A"), node("product", { blocking: ["A"] })],
      ["A"],
      [programme("a", "A", 0.3, { required: true }), programme("b", "A", 0.7)],
      { resources: [{ id: "money", available: 1 }] },
    );
    expect([...replaced(compileJoint(joint), { chosen: Uint8Array.of(1, 0), value: -1e9 }, tries).chosen]).toEqual([1, 0]);
  });
});
