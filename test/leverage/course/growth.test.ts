import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createOutcome } from "../../../src/leverage/course/outcome.ts";
import type { CourseTarget } from "../../../src/leverage/course/parties.ts";
import { horizons } from "../../../src/leverage/course/steps.ts";
import { type Compiled, courseOf, courseRuns, modelOf, type Plan, type PlannedMeasure, plans } from "./stories.ts";

/**
 * New capacity not added of the first target, over all products and of each, in the middle or in a draw; by what it is of. Of a firm only of
 * each: its mix is over the products that an act touches, which are more with each sender.
 */
function growthOf({ course, space, model }: Compiled, draw: number | null): ReadonlyMap<string, number> {
  const [{ designer }] = course.question.targets as [CourseTarget];
  const inputs = draw === null ? space.middle : space.draw(1, draw);
  course.run(inputs, draw === null ? null : { seed: 1, draw });
  const outcome = createOutcome(course, space.middle);
  const row = new Float64Array(outcome.metrics.length);
  outcome.read(inputs, row);
  return new Map(
    outcome.metrics.flatMap(({ kind, target, product, horizon }, i) =>
      kind === "growth" && target === 0 && !(designer && product === null)
        ? [[`${product === null ? "all" : model.map.technologies[product]!.id} at ${horizons[horizon]}`, row[i]!] as const]
        : [],
    ),
  );
}

/** Acts that begin on one day, each with tools of its own, told in advance by none. */
const atOnce = (plan: Plan): Plan => {
  const plain = (each: PlannedMeasure): PlannedMeasure => ({ ...each, start: 0, notice: 0, easing: [], repair: null });
  return { ...plan, imports: [], timing: plan.timing.map((each) => ({ ...each, mode: "capital" })), measures: plan.measures.map(plain) };
};

describe("new capacity not added", () => {
  it("never falls when senders join with technologies of their own", () => {
    let compared = 0;
    fc.assert(
      fc.property(
        plans.map(atOnce),
        fc.option(fc.nat(1000)),
        fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 6, maxLength: 6 }),
        (plan, draw, additions) => {
          const [first, ...more] = plan.measures;
          if (more.length === 0) return;
          const timing = plan.timing.map((each, i) => ({ ...each, additions: additions[i]! / 100 }));
          const model = modelOf({ ...plan, timing });
          const [alone, joined] = [
            courseOf({ ...plan, timing, measures: [first!] }, model),
            courseOf({ ...plan, timing, measures: plan.measures }, model),
          ];
          if (!alone || !joined) return;
          const [before, after] = [growthOf(alone, draw), growthOf(joined, draw)];
          for (const [what, lost] of before) expect(after.get(what)).toBeGreaterThanOrEqual(lost - 1e-9);
          compared++;
        },
      ),
      courseRuns(400),
    );
    expect(compared).toBeGreaterThan(0);
  });
});
