import { describe, expect, it } from "vitest";
import { randomJoint } from "../../../bench/synthetic-joint.ts";
import { compileJoint } from "../../../src/plan/joint/compiled-joint.ts";
import { createDraft } from "../../../src/plan/joint/draft.ts";
import type { JointProblem } from "../../../src/plan/joint/joint-problem.ts";
import { openWorlds } from "../../../src/plan/joint/open-worlds.ts";
import { relaxTerms } from "../../../src/plan/joint/relaxed-terms.ts";
import { seeded } from "../../sources/seeded.ts";
import { plainValue } from "./plain-value.ts";

/** With worlds in which no programme works, or nothing is withheld. */
function withQuietWorlds(seed: number): JointProblem {
  const joint = randomJoint(seed, { programmes: 10, worlds: 12, nodes: 14, products: 3, part: 0.3 });
  const worlds = joint.worlds.map((world, at) =>
    at % 4 === 0 ? { ...world, useful: world.useful.map(() => 0) } : at % 4 === 1 ? { ...world, withheld: [] } : world,
  );
  return { ...joint, worlds };
}

describe("a problem without the worlds that no plan changes", () => {
  it("gives every plan the value that it has in all worlds, and the same bound", () => {
    const random = seeded(5);
    for (let seed = 1; seed <= 40; seed++) {
      const joint = withQuietWorlds(seed);
      const whole = compileJoint(joint);
      const open = openWorlds(whole);
      expect(open.worlds.length).toBeLessThanOrEqual(6);
      expect(openWorlds(open)).toEqual(open);
      const [all, few] = [relaxTerms(whole), relaxTerms(open)];
      expect(few.constant).toBeCloseTo(all.constant, 9);
      expect(few.terms.map(({ least, most }) => [least, most])).toEqual(all.terms.map(({ least, most }) => [least, most]));
      for (let plan = 0; plan < 10; plan++) {
        const chosen = joint.programmes.filter(() => random() < 0.5);
        const draft = createDraft(open);
        draft.apply(chosen.map((programme) => ({ programme: joint.programmes.indexOf(programme), sign: 1 as const })));
        expect(draft.value()).toBeCloseTo(plainValue(joint, new Set(chosen.map(({ id }) => id))), 6);
      }
    }
  });
});
