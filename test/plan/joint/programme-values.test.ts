import { describe, expect, it } from "vitest";
import { randomJoint } from "../../../bench/synthetic-joint.ts";
import { compileJoint } from "../../../src/plan/joint/compiled-joint.ts";
import { effortOf } from "../../../src/plan/joint/improve.ts";
import { programmeValues } from "../../../src/plan/joint/programme-values.ts";
import { searchPlans } from "../../../src/plan/joint/search-plan.ts";
import { plainValue } from "./plain-value.ts";
import { bought, node, problemOf, programme } from "./small.ts";

const asked = { orders: 200, seed: 1, tries: 50 };

describe("values of programmes", () => {
  it("share complements: 25 each of 50, and 37.5 each where both degrade by half, while each alone is missed by the whole", () => {
    const two = [programme("a", "A", 0.5), programme("b", "B", 0.5)];
    const both = problemOf([bought("A"), bought("B"), node("product", { blocking: ["A", "B"] })], ["A", "B"], two);
    const values = programmeValues(compileJoint(both), Uint8Array.of(1, 1), asked);
    expect(values.map(({ share, missed, error }) => [share, missed, error])).toEqual([
      [25, 50, 0],
      [25, 50, 0],
    ]);
    expect(values.map(({ instead }) => instead)).toEqual([[], []]);
    const degrading = ["A", "B"].map((id) => ({ node: id, lost: 0.5 }));
    const full = [programme("a", "A", 1), programme("b", "B", 1)];
    const half = problemOf([bought("A"), bought("B"), node("product", { degrading })], ["A", "B"], full);
    expect(programmeValues(compileJoint(half), Uint8Array.of(1, 1), asked).map(({ share, missed }) => [share, missed])).toEqual([
      [37.5, 50],
      [37.5, 50],
    ]);
  });

  it("are missed by less where what is freed has another use", () => {
    const problem = problemOf(
      [bought("A"), node("product", { blocking: ["A"] })],
      ["A"],
      [programme("a", "A", 0.6), programme("b", "A", 0.5)],
      { resources: [{ id: "money", available: 1 }] },
    );
    const [value] = programmeValues(compileJoint(problem), Uint8Array.of(1, 0), asked);
    expect([value!.alone, value!.missed, value!.instead]).toEqual([60, 10, [1]]);
  });

  it("share all that a plan gains, and sampled orders give it within four standard errors", () => {
    let sampled = 0;
    for (let seed = 1; seed <= 6; seed++) {
      const joint = randomJoint(seed, { programmes: 30, worlds: 10, nodes: 24, products: 4, part: 0.5 });
      const problem = compileJoint(joint);
      const { chosen, value } = searchPlans(problem).start(effortOf(20))!;
      const values = programmeValues(problem, chosen, { ...asked, tries: 0 });
      if (values.length > 8) sampled++;
      const total = values.reduce((sum, { share }) => sum + share, 0);
      expect(total).toBeCloseTo(value - plainValue(joint, new Set()), 6);
      for (const { missed, alone } of values) expect(missed).toBeLessThanOrEqual(alone);
      const few = new Uint8Array(chosen.length);
      values.slice(0, 8).forEach((each) => {
        few[each.programme] = 1;
      });
      const counted = programmeValues(problem, few, { ...asked, tries: 0 });
      const drawn = programmeValues(problem, few, { ...asked, tries: 0, countedUpTo: 0 });
      counted.forEach(({ share, error }, at) => {
        expect(error).toBe(0);
        expect(Math.abs(drawn[at]!.share - share)).toBeLessThanOrEqual(4 * drawn[at]!.error + 1e-9);
      });
    }
    expect(sampled).toBeGreaterThan(2);
  });
});
