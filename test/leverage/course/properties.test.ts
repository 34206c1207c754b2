import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCosts } from "../../../src/leverage/course/costs.ts";
import type { Course } from "../../../src/leverage/course/course.ts";
import type { Inputs } from "../../../src/leverage/draw/inputs.ts";
import { type Compiled, courseOf, courseRuns, type Plan, type PlannedMeasure, plans } from "./stories.ts";

/** Of sums of products of doubles. */
const rounding = 1e-9;

const cubesOf = (course: Course) => [course.lost, course.growthLost, course.useLost, course.shortfall, course.netShortfall] as const;
const found = (course: Course): readonly Float64Array[] => cubesOf(course).map((cube) => cube.slice());

/** How far the second falls below the first anywhere, 0 if nowhere. */
function fall(before: readonly Float64Array[], after: readonly Float64Array[]): number {
  let most = 0;
  before.forEach((cube, c) => {
    cube.forEach((value, i) => {
      most = Math.max(most, value - after[c]![i]!);
    });
  });
  return most;
}

const apart = (before: readonly Float64Array[], after: readonly Float64Array[]): number =>
  Math.max(fall(before, after), fall(after, before));

const run = ({ course, space }: Compiled, active?: Uint8Array): readonly Float64Array[] => {
  course.run(space.middle, null, active);
  return found(course);
};

const onlyActs = (plan: Plan): Plan => ({ ...plan, measures: plan.measures.filter(({ kind }) => kind !== "outage") });
/** An outage of nobody. */
const nobody = { kind: "outage", reach: [], notice: 0, repair: null } as const;
const untraded = (plan: Plan): Plan => ({ ...plan, imports: [] });

/** Spare and freed capacity that is turned to the targets of a flow that rests on nothing of the course, and what there is of it. */
function pooled({ course, space, model }: Compiled, f: number, s: number): { readonly used: number; readonly pool: number } {
  const { supply, denials, question } = course;
  const [K, F, S] = [question.targets.length, supply.flows.length, question.steps.middle.length];
  const { t } = supply.flows[f]!;
  const spare = space.middle.parameter.spare[t]!;
  const moment = supply.moments[f * S + s]!;
  const each = Array.from({ length: K }, (_, k) => {
    const [own, need] = [supply.own[k * F + f]!, supply.need[k * F + f]!];
    const i = k * F * S + moment;
    const imports = need - supply.served[k * F + f]!;
    const output = 1 - supply.ownStopped[i]!;
    let [stops, goesOn] = [supply.byAct[i]! + supply.byOutage[i]!, supply.fromThird[i]!];
    for (let j = 0; j < K; j++) {
      const part = j === k ? 0 : supply.fromTarget[(k * K + j) * F * S + moment]!;
      const left = 1 - supply.ownStopped[j * F * S + moment]!;
      stops += part * (1 - left);
      const open = j === k ? 0 : supply.openFromTarget[(k * K + j) * F * S + moment]!;
      goesOn += open * left * (1 - supply.hit[j * F * S + moment]!);
    }
    const missing = imports * Math.min(1, stops);
    const mine = output * Math.max(0, (1 + spare) * own - Math.min(own, supply.served[k * F + f]!));
    const turned = Math.min(missing * supply.atOnce[k * F + f]!, mine);
    const used = missing - turned - course.shortfall[(k * F + f) * S + s]! * need;
    return {
      used,
      later: mine - turned,
      kept: imports * goesOn,
      bought: imports > 0 ? imports / (1 - own) : 0,
      free: 1 - supply.hit[i]!,
      output,
    };
  });
  const pools = each.map(({ kept }, k) => {
    const third = supply.third[k * F * S + moment]!;
    const open = each.map((other, j) => (j === k ? 0 : other.free * supply.held[(k * K + j) * F * S + moment]! * other.output));
    const all = open.reduce((sum, part) => sum + part, third);
    const keep = each.reduce((sum, other, j) => sum + (j === k ? 0 : (1 - other.free) * other.bought * (all - open[j]!)), kept);
    return { idle: spare * all + each[k]!.later, left: Math.max(0, all - keep) };
  });
  expect(model.map.technologies[t]!.supply).not.toBeNull();
  expect(denials.freed[f * S + s]).toBeLessThanOrEqual(Math.max(...pools.map(({ left }) => left)) + rounding);
  return { used: each.reduce((sum, { used }) => sum + used, 0), pool: Math.max(...pools.map(({ idle, left }) => idle + left)) };
}

describe("what a course finds", () => {
  it("lies between 0 and 1; no more capacity is used than there is; costs are no less than 0 and no more than what stops", () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const compiled = courseOf(plan);
        if (!compiled) return;
        const { course, space } = compiled;
        for (const cube of run(compiled)) for (const value of cube) if (!(value >= 0 && value <= 1)) expect.unreachable(`${value}`);
        const { network, supply, denials, question } = course;
        const [K, F, S] = [question.targets.length, supply.flows.length, question.steps.middle.length];
        const costs = createCosts(course, space.middle);
        for (let s = 0; s < S; s++) {
          let most = 0;
          for (let f = 0; f < F; f++) {
            const at = supply.nodes[f]!;
            const alone = network.start[at] === network.start[at + 1] && network.familyStart[at] === network.familyStart[at + 1];
            if (alone) {
              const { used, pool } = pooled(compiled, f, s);
              expect(used).toBeLessThanOrEqual(pool + rounding);
            }
            for (let k = 0; k < K; k++) most += denials.gone[(k * F + f) * S + s]! * (space.middle.market[supply.flows[f]!.t] ?? 0);
          }
          const sales = plan.senders.map((_, a) => costs.sales(a, s, space.middle));
          for (const usd of sales) expect(usd).toBeGreaterThanOrEqual(0);
          expect(sales.reduce((sum, usd) => sum + usd, 0) + costs.otherSales(s, space.middle)).toBeLessThanOrEqual(most + rounding);
          plan.senders.forEach((_, a) => {
            expect(costs.lasting(a, s, space.middle)).toBeLessThanOrEqual(most + rounding);
            expect(costs.downstream(a, s, space.middle)).toBeGreaterThanOrEqual(0);
          });
        }
      }),
      courseRuns(500),
    );
  });

  it("is nothing where no one takes part", () => {
    fc.assert(
      fc.property(plans.map(onlyActs), (plan) => {
        const compiled = courseOf(plan);
        if (!compiled) return;
        for (const cube of run(compiled, new Uint8Array(plan.senders.length))) expect(cube.every((value) => value === 0)).toBe(true);
      }),
      courseRuns(300),
    );
  });

  it("never falls when a sender is added", () => {
    fc.assert(
      fc.property(plans.map(untraded), fc.nat(1), (plan, first) => {
        const compiled = courseOf(plan);
        if (!compiled || plan.senders.length < 2) return;
        const alone = run(compiled, Uint8Array.from([first, 1 - first]));
        expect(fall(alone, run(compiled))).toBeLessThan(rounding);
      }),
      courseRuns(500),
    );
  });

  it("never falls when a rule reaches further", () => {
    fc.assert(
      fc.property(plans.map(untraded), fc.double({ min: 0, max: 1, noNaN: true }), (plan, part) => {
        const nearer = plan.measures.map((measure) => ({
          ...measure,
          reach: measure.reach.map((each) => ({ ...each, part: each.part * part })),
        }));
        const [near, far] = [courseOf({ ...plan, measures: nearer }), courseOf(plan)];
        if (!near || !far) return;
        expect(fall(run(near), run(far))).toBeLessThan(rounding);
      }),
      courseRuns(500),
    );
  });

  it("never falls when a stock shrinks", () => {
    fc.assert(
      fc.property(plans, fc.double({ min: 0, max: 1, noNaN: true }), (plan, part) => {
        const [more, less] = [
          courseOf(plan),
          courseOf({ ...plan, timing: plan.timing.map((each) => ({ ...each, stock: each.stock * part })) }),
        ];
        if (!more || !less) return;
        expect(fall(run(more), run(less))).toBeLessThan(rounding);
      }),
      courseRuns(500),
    );
  });

  it("never rises with earlier notice", () => {
    fc.assert(
      fc.property(plans, fc.integer({ min: 1, max: 6 }), (plan, months) => {
        const earlier = plan.measures.map((each) => ({ ...each, notice: each.notice + months }));
        const [late, early] = [courseOf(plan), courseOf({ ...plan, measures: earlier })];
        if (!late || !early) return;
        expect(fall(run(early), run(late))).toBeLessThan(rounding);
      }),
      courseRuns(500),
    );
  });

  /** Moves a part of what one holder has of each technology that DD has to DD. */
  const move = ({ model, course }: Compiled, inputs: Inputs, from: string, part: number): boolean => {
    let moved = false;
    for (const { t, first, slots } of course.supply.flows) {
      const all = Array.from({ length: slots }, (_, i) => first + i);
      const slotOf = (code: string) => all.find((slot) => model.economies[model.shareEconomy[slot]!] === code);
      const [to, away] = [slotOf("DD"), slotOf(from)];
      if (to === undefined || (from !== "rest" && away === undefined)) continue;
      const amount = part * (from === "rest" ? inputs.rest[t]! : inputs.share[away!]!);
      if (from === "rest") inputs.rest[t]! -= amount;
      else inputs.share[away!]! -= amount;
      inputs.share[to]! += amount;
      moved ||= amount > 0;
    }
    return moved;
  };
  const byDD = plans.map((plan): Plan => ({ ...untraded(onlyActs(plan)), targets: ["AA"], senders: ["DD"] }));
  const aimed = byDD.map((plan) => ({
    ...plan,
    measures: plan.measures.map((each) => ({
      ...each,
      targets: [0],
      reach: each.reach.filter(({ economy }) => economy !== "AA").map((part) => ({ ...part, sender: 0 })),
    })),
  }));

  it.each(["CC", "rest"])("never falls when a sender's share grows at the expense of: %s", (from) => {
    fc.assert(
      fc.property(aimed, fc.double({ min: 0.05, max: 1, noNaN: true }), (plan, part) => {
        const compiled = courseOf(plan);
        if (!compiled) return;
        const before = run(compiled);
        if (!move(compiled, compiled.space.middle, from, part)) return;
        expect(fall(before, run(compiled))).toBeLessThan(rounding);
      }),
      courseRuns(500),
    );
  });

  it("never falls when a sender's share grows at the target's expense: the shortfall, and the loss where the target's own makers lack nothing", () => {
    fc.assert(
      fc.property(aimed, fc.double({ min: 0.05, max: 1, noNaN: true }), (plan, part) => {
        const isProduct = (id: string): boolean => plan.world.value.has(id);
        const edges = plan.world.edges.filter(({ user }) => isProduct(user));
        const measures = plan.measures.filter(({ technology: at }) => plan.world.nodes[at] && !isProduct(plan.world.nodes[at].id));
        const compiled = courseOf({ ...plan, measures, world: { ...plan.world, edges, kinds: [] } });
        if (!compiled) return;
        const before = run(compiled);
        if (!move(compiled, compiled.space.middle, "AA", part)) return;
        expect(fall(before, run(compiled))).toBeLessThan(rounding);
      }),
      courseRuns(500),
    );
  });

  const later = 70;
  it.each<[string, (measure: PlannedMeasure, target: number) => readonly PlannedMeasure[]]>([
    ["that nothing hits", (measure) => [measure]],
    ["that is hit too", (measure, target) => [{ ...measure, targets: [...measure.targets, target] }]],
    [
      "whose act is over",
      (measure, target) => [measure, { ...measure, targets: [target], easing: [{ month: measure.start + 1, left: 0 }] }],
    ],
    ["whose act has not begun", (measure, target) => [measure, { ...measure, targets: [target], start: later, notice: 3, easing: [] }]],
  ])("hardly changes for a further target that needs a ten-thousandth of the world's supply and %s", (_, besides) => {
    fc.assert(
      fc.property(plans.map(untraded), (plan) => {
        if (plan.targets.includes("firm")) return;
        const last = plan.targets.length;
        const world = { ...plan.world, kinds: [] };
        // Nothing stops by it, but both courses are cut into the same steps.
        const cut = plan.measures.map((each): PlannedMeasure => ({ ...each, ...nobody, targets: [0], start: each.start + 1, easing: [] }));
        const measures = plan.measures.flatMap((measure) => besides(measure, last));
        const [alone, beside] = [
          courseOf({ ...plan, world, measures: [...plan.measures, ...cut] }),
          courseOf({ ...plan, world, targets: [...plan.targets, "firm"], measures: [...measures, ...cut] }),
        ];
        if (!alone || !beside) return;
        const [before, after] = [run(alone), run(beside)];
        const need = Math.min(...alone.course.supply.need);
        const paths = 2 ** (plan.world.nodes.length - 2);
        const length = before[0]!.length;
        expect(apart([before[0]!, before[2]!], [after[0]!.slice(0, length), after[2]!.slice(0, length)])).toBeLessThan(
          (2e-4 * paths) / need,
        );
      }),
      courseRuns(400),
    );
  });

  /** The plan whose acts hit its first target only, and the same with an act on the second from month 14 on. */
  const beside = (plan: Plan, months: number): readonly [Compiled, Compiled] | null => {
    if (plan.targets.length < 2) return null;
    const timing = plan.timing.map((each) => ({ ...each, life: Math.max(1, each.life), lead: Math.max(1, each.lead) }));
    const act = {
      ...plan.measures[0]!,
      kind: "ban",
      start: 14,
      notice: 0,
      repair: null,
      easing: [{ month: 14 + months, left: 0 }],
    } as const;
    const cut = { ...act, ...nobody, targets: [0] };
    const measures = [...plan.measures.map((measure) => ({ ...measure, targets: [0] })), cut];
    const base = { ...plan, world: { ...plan.world, kinds: [] }, timing };
    const [alone, both] = [courseOf({ ...base, measures }), courseOf({ ...base, measures: [...measures, { ...act, targets: [1] }] })];
    return alone && both ? [alone, both] : null;
  };

  it("is no other until an act on another target begins", () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const two = beside(plan, 100);
        if (!two) return;
        const { from } = two[0].course.question.steps;
        const until14 = (cubes: readonly Float64Array[]) => cubes.map((cube) => cube.filter((_, i) => from[i % from.length]! < 14));
        expect(apart(until14(run(two[0])), until14(run(two[1])))).toBeLessThan(rounding);
      }),
      courseRuns(400),
    );
  });

  it("is hardly another after an act on another target that lasted for a moment", () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const two = beside(plan, 1e-9);
        if (!two) return;
        const { from } = two[0].course.question.steps;
        const outside = (cubes: readonly Float64Array[]) => cubes.map((cube) => cube.filter((_, i) => from[i % from.length]! !== 14));
        expect(apart(outside(run(two[0])), outside(run(two[1])))).toBeLessThan(1e-4);
      }),
      courseRuns(400),
    );
  });

  it("changes little when every input changes by a millionth, when an act begins and ends among them", () => {
    fc.assert(
      fc.property(plans.map(untraded), (plan) => {
        const world = { ...plan.world, kinds: [] };
        const more = (value: number): number => value + 1e-6;
        const timing = plan.timing.map((each) => ({
          ...each,
          stock: more(each.stock),
          bought: more(each.bought),
          qualification: more(each.qualification),
          lead: more(each.lead),
          life: more(each.life),
          factor: more(each.factor),
          renewal: more(each.renewal),
        }));
        const measures = plan.measures.map((measure) => ({
          ...measure,
          start: measure.start > 0 ? more(measure.start) : 0,
          easing: measure.easing.map(({ month, left }) => ({ month: more(month), left: left * (1 - 1e-6) })),
          repair: measure.repair === null ? null : more(measure.repair),
        }));
        const [one, other] = [courseOf({ ...plan, world }), courseOf({ ...plan, world, timing, measures })];
        if (!one || !other) return;
        const before = run(one);
        const { share, rest, parameter: of, delta } = other.space.middle;
        for (const { t, first, slots } of other.course.supply.flows) {
          const moved = 1e-6 * rest[t]!;
          rest[t]! -= moved;
          if (slots > 0) share[first]! += moved;
          else rest[t]! += moved;
          of.spare[t]! += 1e-6;
          of.fungibility[t]! *= 1 - 1e-6;
        }
        delta.forEach((value, e) => {
          delta[e] = value * (1 - 1e-6);
        });
        const { supply } = one.course;
        if (supply.need.some((need) => need < 0.01 && need > 2e-4) || plan.targets.includes("firm")) return;
        if (supply.own.some((own) => own > 0.999 && own < 1) || supply.need.some((need) => need < 0.01)) return;
        expect(apart(before, run(other))).toBeLessThan(1e-3);
      }),
      courseRuns(500),
    );
  });
});
