import { describe, expect, it } from "vitest";
import { randomJoint } from "../../../bench/synthetic-joint.ts";
import { createRandom } from "../../../src/measure/random.ts";
import { compileJoint } from "../../../src/plan/joint/compiled-joint.ts";
import { createDraft } from "../../../src/plan/joint/draft.ts";
import { plainValue } from "./plain-value.ts";

const size = { programmes: 12, worlds: 8, nodes: 14, products: 3, part: 0.3 };

describe("a draft", () => {
  it("has the value of its plan by the formulas, whatever was put in and taken out before, and tells each effect exactly", () => {
    let moved = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const problem = randomJoint(seed, size);
      const { below } = createRandom(seed, 3);
      const draft = createDraft(compileJoint(problem));
      const planValue = (of: ArrayLike<number>): number =>
        plainValue(problem, new Set(problem.programmes.filter((_, at) => of[at] === 1).map(({ id }) => id)));
      const saved = draft.save();
      for (let step = 0; step < 25; step++) {
        const programme = below(problem.programmes.length);
        const changes = draft.chosen[programme] === 1 ? [{ programme, sign: -1 as const }] : draft.entry(programme);
        const before = planValue(draft.chosen);
        const [effect, joint] = [draft.effect(programme), draft.effectOf(changes)];
        draft.apply(changes);
        const after = planValue(draft.chosen);
        if (Math.abs(after - before) > 1e-6) moved++;
        expect(draft.value()).toBeCloseTo(after, 8);
        expect(effect).toBeCloseTo(after - before, 8);
        expect(joint).toBeCloseTo(after - before, 8);
        if (step === 12) draft.restore(saved);
      }
      const [all, nothing] = [createDraft(compileJoint(problem)), createDraft(compileJoint(problem)).value()];
      all.apply(problem.programmes.map((_, programme) => ({ programme, sign: 1 })));
      all.apply(problem.programmes.map((_, programme) => ({ programme, sign: -1 })));
      expect(all.value()).toBe(nothing);
    }
    expect(moved).toBeGreaterThan(200);
  });
});
