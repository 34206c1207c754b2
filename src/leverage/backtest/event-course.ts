import { type CourseQuestion, createCourse } from "../course/course.ts";
import type { Steps } from "../course/steps.ts";
import { createInputSpace } from "../draw/input-space.ts";
import { membersOf } from "../members.ts";
import type { SupplyModel } from "../model.ts";
import { compileScenario } from "../scenario/compile-scenario.ts";
import { unknownStops } from "../scenario/unknown-stops.ts";
import { createWithholding } from "../withholding.ts";
import { placeFigures, shareFigures, type UsedFigure } from "./figures.ts";
import { placedEconomy } from "./placed-economy.ts";
import type { Shock } from "./shock.ts";
import { shockScenario } from "./shock-scenario.ts";

/** What of an event the model over time is asked for. */
export interface CourseAsked {
  /** What was known before the event. */
  readonly model: SupplyModel;
  readonly shock: Shock;
  /** Code of an economy, a group or a firm that is a target, or `world`. */
  readonly code: string;
  readonly seed: number;
}

/** Somebody in a course of an event. */
export interface EventCourse {
  /** The figures that the course reads: shares of all that it touches, and what its parties make and use of final products that need any of it. */
  readonly figures: readonly UsedFigure[];
  /** Technologies that the event stops for them, and those of these of which nobody knew what part could stop. */
  readonly stopped: readonly number[];
  readonly unknown: readonly number[];
  /** The group that is read in their stead. */
  readonly group: string | null;
  /** Part of the output of a final product that is lost some months after the effect in a draw; `null` where it rests on nothing stopped. */
  lost(product: number, month: number, draw: number): number | null;
  /** The greatest part that is felt of what they lack of any technology stopped: after stock, contracts and wear. */
  netShortfall(month: number, draw: number): number;
}

/**
 * An event as a course with somebody among its targets. Technologies of which nobody knew what the senders held, or what was hit, are stopped by
 * anything from none to all. A draw runs once for all months that are asked of it in a row. `null` where the map does not know the event
 * or where they are hit in part only.
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
    netShortfall(month, draw) {
      run(draw);
      const s = stepOf(question.steps, month);
      return hit.reduce((most, f) => Math.max(most, course.netShortfall[(k * F + f) * S + s]!), 0);
    },
  };
}

function figuresOf({ model, parties }: CourseQuestion, nodes: Int32Array): readonly UsedFigure[] {
  const ranks = new Set(Array.from(nodes).flatMap((t) => [...model.productSets[model.productSet[t]!]!]));
  const products = [...ranks].map((j) => model.map.products[j]!);
  const codes = parties.flatMap((code) => [code, ...membersOf(model, code)]);
  return [...shareFigures(model, nodes), ...placeFigures(model, codes, products)];
}

/** The step that holds a month; the last one for all that come after. */
function stepOf({ from }: Steps, month: number): number {
  let step = from.length - 1;
  while (step > 0 && from[step]! > month) step--;
  return step;
}
