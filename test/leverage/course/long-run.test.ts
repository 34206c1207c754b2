import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createOutcome } from "../../../src/leverage/course/outcome.ts";
import { horizons } from "../../../src/leverage/course/steps.ts";
import { corners } from "../../../src/leverage/ends.ts";
import { noReach } from "../../../src/leverage/reach.ts";
import { targetOf } from "../../../src/leverage/target.ts";
import { createWithholding } from "../../../src/leverage/withholding.ts";
import { type Node, type Range, seedsOf, type World } from "../oracle.ts";
import { economies, group, worlds } from "../worlds.ts";
import { courseOf, courseRuns, modelOf, type Plan, plans } from "./stories.ts";
import type { Timing } from "./story.ts";

const atOnce: Omit<Timing, "mode" | "additions" | "ceiling" | "lead"> = {
  stock: 0,
  bought: 0,
  qualification: 0,
  chance: 0,
  life: 0,
  factor: 1,
  renewal: 0,
  thrift: 0,
  thriftTime: 0,
  rationing: 0,
  expected: 12,
};

/** Parts of imports by origin, two of them at most, so that some origins are not named. */
const traded = fc
  .uniqueArray(fc.constantFrom("AA", "BB", "CC", "DD", "ZZ"), { maxLength: 2 })
  .chain((codes) =>
    fc.tuple(
      ...codes.map((code) =>
        fc.tuple(
          fc.constant(code),
          fc.integer({ min: 1, max: 5 }).map((n) => n / 10),
        ),
      ),
    ),
  )
  .map((list) => new Map(list));

// All the world but some is no one home, as the chokepoint takes it: `bloc.test.ts` and the oracle have it.
describe("in the long run", () => {
  it.each([
    ["AA", false],
    ["GG", false],
    ["CC", false],
    ["AA", true],
    ["GG", true],
    ["CC", true],
  ])("a course comes to the loss of the chokepoint, for %s, imports by origin: %s", (target, byOrigin) => {
    const modes = fc.constantFrom<Timing["mode"]>("consumable", "capital", "service");
    fc.assert(
      fc.property(worlds, modes, fc.nat(5), traded, (world, mode, which, origins) => {
        const t = which % world.nodes.length;
        const ids = seedsOf(world, world.nodes[t]!.id);
        if (ids.length === 0) return;
        const modeOf = (id: string): Timing["mode"] => (ids.includes(id) ? mode : "consumable");
        const timing = world.nodes.map(({ id }): Timing => ({ ...atOnce, mode: modeOf(id), additions: 0.1, ceiling: 1, lead: 6 }));
        const model = modelOf({ world, timing });
        const withholding = createWithholding(model);
        const seeds = withholding.seeds(t);
        const measures = seeds.map((technology) => ({
          technology,
          targets: [0],
          reach: [],
          kind: "ban" as const,
          start: 0,
          notice: 0,
          easing: [],
          endAnnounced: false,
          service: false,
          repair: null,
        }));
        const members = target === group.id ? group.members : [target];
        const parts = new Map([...origins].filter(([code]) => !members.some((member) => member === code)));
        const imports = byOrigin ? seeds.map((technology) => ({ target: 0, technology, parts })) : [];
        const compiled = courseOf({ world, timing, targets: [target], senders: ["DD"], measures, backfill: true, imports }, model);
        const bought = new Map(imports.map(({ technology }) => [technology, parts] as const));
        const victim = targetOf(model, target, bought);
        const { total } = withholding.loss({ target: victim, senders: ["DD"], reach: noReach(withholding.model) }, t, corners[1]);
        if (!compiled || total === null) return;
        const { course, space } = compiled;
        course.run(space.middle);
        const outcome = createOutcome(course, space.middle);
        const into = new Float64Array(outcome.metrics.length);
        outcome.read(space.middle, into);
        const [kind, product] = model.productRank[t]! >= 0 ? ["use", t] : ["loss", null];
        const last = horizons.length - 1;
        const at = outcome.metrics.findIndex((each) => each.kind === kind && each.product === product && each.horizon === last);
        // What the chokepoint leaves out where it matters too little sums to a ten-thousandth.
        expect(Math.abs(into[at]! - total)).toBeLessThan(1e-4 + 1e-9);
      }),
      courseRuns(400),
    );
  });
});

const point = ({ low, high }: Range): Range => ({ low: (low + high) / 2, high: (low + high) / 2 });

/** A world of which everything is known to the last digit, for the four economies. */
function certain(world: World): World {
  const holders = (node: Node): Node["holders"] => {
    const known = (node.holders ?? []).filter(({ figure }) => figure !== null);
    const sum = known.reduce((total, { figure }) => total + point(figure!).low, 0);
    if (known.length === 0) return null;
    return known.map((holder) => ({
      ...holder,
      figure: point({ low: point(holder.figure!).low / Math.max(1, sum), high: point(holder.figure!).low / Math.max(1, sum) }),
    }));
  };
  const places = (of: World["make"]): World["make"] =>
    new Map(
      [...of].map(([id, parts]) => [
        id,
        new Map(economies.map((economy) => [economy, point(parts.get(economy) ?? { low: 0.2, high: 0.2 })])),
      ]),
    );
  return {
    nodes: world.nodes.map((node) => ({
      ...node,
      holders: holders(node),
      spare: point(node.spare),
      fungibility: point(node.fungibility),
      sigma: point(node.sigma),
    })),
    edges: world.edges.map((edge) =>
      edge.criticality === "unknown"
        ? { ...edge, criticality: "degrading", delta: point(edge.delta) }
        : { ...edge, delta: point(edge.delta) },
    ),
    kinds: world.kinds.map((kind) => ({
      ...kind,
      weight: {
        low: 1 / world.kinds.filter(({ parent }) => parent === kind.parent).length,
        high: 1 / world.kinds.filter(({ parent }) => parent === kind.parent).length,
      },
    })),
    make: places(world.make),
    use: places(world.use),
    value: new Map([...world.value].map(([id, value]) => [id, point(value)])),
  };
}

describe("draws from intervals without width", () => {
  it("find what the middle finds", () => {
    const sure = plans.map((plan): Plan => {
      const timing = plan.timing.map((each) => ({ ...each, chance: Math.round(each.chance) }));
      return { ...plan, world: certain(plan.world), timing, measures: plan.measures.map((each) => ({ ...each, repair: null })) };
    });
    fc.assert(
      fc.property(sure, fc.nat(1000), (plan, draw) => {
        const compiled = courseOf(plan, modelOf(plan));
        if (!compiled) return;
        const { course, space } = compiled;
        course.run(space.middle);
        const before = [course.lost.slice(), course.growthLost.slice(), course.useLost.slice(), course.denials.gone.slice()];
        const inputs = space.draw(5, draw);
        // These two are nobody's figures: how stock is used, and what a target makes of a technology without known makers.
        inputs.rationing.set(space.middle.rationing);
        inputs.ownOfUnknown.set(space.middle.ownOfUnknown);
        course.run(inputs, { seed: 5, draw });
        [course.lost, course.growthLost, course.useLost, course.denials.gone].forEach((cube, c) => {
          expect(cube.every((value, i) => Math.abs(value - before[c]![i]!) < 1e-9)).toBe(true);
        });
      }),
      courseRuns(400),
    );
  });
});
