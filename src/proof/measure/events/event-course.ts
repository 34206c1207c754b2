import { createCourse } from "../../../leverage/course/course.ts";
import { targetParty, withoutParty } from "../../../leverage/course/parties.ts";
import type { CourseQuestion } from "../../../leverage/course/question.ts";
import type { Steps } from "../../../leverage/course/steps.ts";
import { createInputSpace } from "../../../leverage/draw/input-space.ts";
import { membersOf, seatOf } from "../../../leverage/members.ts";
import type { SupplyModel } from "../../../leverage/model.ts";
import { compileScenario } from "../../../leverage/scenario/compile-scenario.ts";
import { worldCode } from "../../../leverage/scenario/scenario.ts";
import { unknownStops } from "../../../leverage/scenario/unknown-stops.ts";
import { createWithholding } from "../../../leverage/withholding.ts";
import { placeFigures, shareFigures, type UsedFigure } from "./known-parameters.ts";
import type { Shock } from "./shock.ts";
import { shockScenario } from "./shock-scenario.ts";

export interface CourseAsked {
  readonly model: SupplyModel;
  readonly shock: Shock;
  /** Code of a target economy, group or firm, or `world`. */
  readonly code: string;
  readonly seed: number;
}

/** A party in the course of an event. */
export interface EventCourse {
  /** Figures the course reads: shares of all that is touched, and production and use of affected final products. */
  readonly figures: readonly UsedFigure[];
  /** Technologies stopped for them, and those with an unknown part that could stop. */
  readonly stopped: readonly number[];
  readonly unknown: readonly number[];
  /** The group used in their place. */
  readonly group: string | null;
  /** Loss of a final product some months after the effect in a draw; `null` if nothing stopped affects it. */
  lost(product: number, month: number, draw: number): number | null;
  /** Largest net shortfall of any stopped technology, after stock, contracts and wear. */
  netShortfall(month: number, draw: number): number;
  /** Likewise of one who has none of it yet: without stock, contracts and installed base. */
  bareShortfall(month: number, draw: number): number;
}

/**
 * An event as a course with a party among its targets. Unknown holdings of senders, or unknown damage, are drawn from 0 to all. One run per
 * draw serves consecutive months. `null` if the map does not know the event or the party is only partly hit.
 */
export function eventCourse({ model, shock, code, seed }: CourseAsked): EventCourse | null {
  const scenario = shockScenario(model, shock);
  if (scenario === null) return null;
  const compiled = compileScenario(createWithholding(model), scenario);
  const unheld = compiled.asked.filter(({ stopped }) => stopped.length === 0);
  const open = unknownStops(compiled, scenario, unheld, 0);
  const placed = placedEconomy({ ...compiled.question, stops: [...compiled.question.stops, ...open] }, code);
  if (placed === null) return null;
  const { question, target: k } = placed;
  const course = createCourse(question);
  const { network, supply } = course;
  const space = createInputSpace(model, { technologies: network.nodes, parties: question.parties });
  const hit = supply.flows.flatMap(({ hits }, f) => (hits[k]!.length > 0 ? [f] : []));
  const [P, F, S] = [network.products.length, supply.flows.length, question.steps.middle.length];
  let last = -1;
  const run = (draw: number): void => {
    if (draw !== last) course.run(space.draw(seed, draw), { seed, draw });
    last = draw;
  };
  const mostOf = (part: (at: number) => number) => (month: number, draw: number) => {
    run(draw);
    const s = stepOf(question.steps, month);
    return hit.reduce((most, f) => Math.max(most, part((k * F + f) * S + s)), 0);
  };
  return {
    figures: figuresOf(question, network.nodes),
    stopped: hit.map((f) => supply.flows[f]!.t),
    unknown: [...new Set(open.map(({ technology }) => technology))],
    group: placed.group,
    lost(product, month, draw) {
      const at = network.products.indexOf(network.position[product]!);
      if (at < 0) return null;
      run(draw);
      return course.lost[(k * P + at) * S + stepOf(question.steps, month)]!;
    },
    netShortfall: mostOf((at) => course.netShortfall[at]!),
    bareShortfall: mostOf((at) => course.shortfall[at]! * (1 - course.refilled[at]!)),
  };
}

function figuresOf({ model, parties }: CourseQuestion, nodes: Int32Array): readonly UsedFigure[] {
  const ranks = new Set(Array.from(nodes).flatMap((t) => [...model.productSets[model.productSet[t]!]!]));
  const products = [...ranks].map((j) => model.map.products[j]!);
  const codes = parties.flatMap((code) => [code, ...membersOf(model, code)]);
  return [...shareFigures(model, nodes), ...placeFigures(model, codes, products)];
}

/** The step containing a month; the last one for later months. */
function stepOf({ from }: Steps, month: number): number {
  let step = from.length - 1;
  while (step > 0 && from[step]! > month) step--;
  return step;
}

/**
 * Finds an economy or group among the targets: its index, and the group read in its place; or as a separate part of a world target;
 * otherwise adds it as a target that no act affects. `null` if it is only partly a target.
 */
function placedEconomy(question: CourseQuestion, code: string) {
  const { model, targets } = question;
  const itself = targets.findIndex((target) => target.code === code);
  if (itself >= 0) return { question, target: itself, group: null };
  if (code === worldCode) return null;
  const members = membersOf(model, code);
  const named = targets.map((target) => (target.ownsRest ? [] : membersOf(model, seatOf(model, target.code))));
  const group = targets.findIndex(({ designer }, k) => !designer && members.every((member) => named[k]!.includes(member)));
  if (group >= 0) return { question, target: group, group: targets[group]!.code };
  if (named.some((each) => members.some((member) => each.includes(member)))) return null;
  const world = targets.findIndex(({ ownsRest }) => ownsRest);
  const apart = world < 0 ? members : targets[world]!.leaves.flatMap((each) => membersOf(model, seatOf(model, each)));
  const outside = members.filter((member) => apart.includes(member)).length;
  if (outside > 0 && outside < members.length) return null;
  return { question: added(question, code, outside === 0 ? world : -1), target: targets.length, group: null };
}

/**
 * Adds a target: outages hit it like everyone, acts hit it as they hit the world target it is part of.
 * @param world index of that target, -1: none
 */
function added(question: CourseQuestion, code: string, world: number): CourseQuestion {
  const { model, targets, stops, parties } = question;
  const left = targets.map((target, k) => (k === world ? withoutParty(model, target, code) : target));
  return {
    ...question,
    targets: [...left, targetParty(model, code)],
    stops: stops.map((stop) =>
      stop.class === null || stop.targets.includes(world) ? { ...stop, targets: [...stop.targets, targets.length] } : stop,
    ),
    parties: [...new Set([...parties, code])],
  };
}
