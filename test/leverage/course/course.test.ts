import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tell } from "./oracle.ts";
import { type Compiled, courseOf, courseRuns, plans, storyOf } from "./stories.ts";
import type { Told } from "./story.ts";

/** The greatest distance between what a course found and what the oracle tells. */
function distance({ course, model }: Compiled, countedAtOrigin: readonly (readonly Told[])[], products: ReadonlySet<string>): number {
  const { network, supply, question } = course;
  const [S, F, P] = [question.steps.middle.length, supply.nodes.length, network.products.length];
  const idAt = (at: number): string => model.map.technologies[network.nodes[at]!]!.id;
  const flows = Array.from(supply.nodes, idAt);
  const made = Array.from(network.products, idAt);
  let most = 0;
  const compare = (found: Float64Array, slot: number, wanted: number | undefined): void => {
    const apart = Math.abs(found[slot]! - wanted!);
    most = Math.max(most, apart);
  };
  countedAtOrigin.forEach((steps, k) => {
    steps.forEach((wanted, s) => {
      flows.forEach((id, f) => {
        compare(course.shortfall, (k * F + f) * S + s, wanted.shortfall.get(id));
        compare(course.denials.gone, (k * F + f) * S + s, wanted.gone.get(id));
      });
      made.forEach((id, p) => {
        compare(course.lost, (k * P + p) * S + s, wanted.lost.get(id));
        compare(course.growthLost, (k * P + p) * S + s, wanted.growthLost.get(id));
        compare(course.useLost, (k * P + p) * S + s, wanted.useLost.get(id));
      });
      for (const id of products) if (!made.includes(id)) most = Math.max(most, wanted.lost.get(id)!);
    });
  });
  return most;
}

describe("a course", () => {
  it("is what the oracle tells, for every target, product, technology and step", () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const [story, compiled] = [storyOf(plan), courseOf(plan)];
        if (!story || !compiled) return;
        compiled.course.run(compiled.space.middle);
        expect(distance(compiled, tell(story), new Set(plan.world.value.keys()))).toBeLessThan(1e-9);
      }),
      courseRuns(1000),
    );
  });
});
