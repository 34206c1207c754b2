import { createCourse } from "../course/course.ts";
import { networkOf } from "../course/network.ts";
import type { Steps } from "../course/steps.ts";
import { createInputSpace } from "../draw/input-space.ts";
import { membersOf } from "../members.ts";
import type { SupplyModel } from "../model.ts";
import { productPlaces } from "../product-places.ts";
import { compileScenario } from "../scenario/compile-scenario.ts";
import { unknownStops } from "../scenario/unknown-stops.ts";
import { createWithholding } from "../withholding.ts";
import type { LossOf, OutputModel, OutputQuestion } from "./output-model.ts";
import { type PlacedEconomy, placedEconomy } from "./placed-economy.ts";
import { shockScenario } from "./shock-scenario.ts";

/**
 * Loss of running output of a final product by the model over time, in draws. Technologies of which nobody knew what the senders held, or what
 * was hit, are stopped by anything from none to all. A draw runs once for all months that are asked of it in a row.
 */
export const courseOutput: OutputModel = (asked) => {
  const { model, shock, technology } = asked;
  const product = model.map.indexOf.get(technology);
  const scenario = shockScenario(model, shock);
  if (product === undefined || model.productRank[product]! < 0 || scenario === null) return null;
  const compiled = compileScenario(createWithholding(model), scenario);
  const unheld = compiled.asked.filter(({ stopped }) => stopped.length === 0);
  const open = unknownStops(compiled, scenario, unheld, 0);
  const stops = [...compiled.question.stops, ...open];
  const placed = placedEconomy({ ...compiled.question, stops }, asked.economy);
  if (placed === null) return null;
  const needed = open.filter((stop) => networkOf(model, [stop.technology]).position[product]! >= 0);
  const unknown = [...new Set(needed.map((stop) => model.map.technologies[stop.technology]!.id))];
  return { loss: lossOf(placed, product, asked.seed), notes: notesOf(asked, placed, product, unknown) };
};

function lossOf({ question, target }: PlacedEconomy, product: number, seed: number): LossOf {
  const course = createCourse(question);
  const { network, lost } = course;
  const [P, S] = [network.products.length, question.steps.middle.length];
  const at = network.products.findIndex((position) => network.nodes[position] === product);
  if (at < 0) return () => 0;
  const space = createInputSpace(question.model, { technologies: network.nodes, parties: question.parties });
  let last = -1;
  return (month, draw) => {
    if (draw !== last) course.run(space.draw(seed, draw), { seed, draw });
    last = draw;
    return lost[(target * P + at) * S + stepOf(question.steps, month)]!;
  };
}

/** The step that holds a month; the last one for all that come after. */
function stepOf({ from }: Steps, month: number): number {
  let step = from.length - 1;
  while (step > 0 && from[step]! > month) step--;
  return step;
}

function notesOf(
  { model, economy }: OutputQuestion,
  { group }: PlacedEconomy,
  product: number,
  unknown: readonly string[],
): readonly string[] {
  const { id } = model.map.technologies[product]!;
  return [
    ...unknown.map((of) => `what part of the supply of ${of} could stop was not known before the event: anything from none to all`),
    ...(placeKnown(model, group ?? economy, product) ? [] : [`what part of all ${id} ${economy} made was not known before the event`]),
    ...(group === null ? [] : [`the loss of ${group} stands for that of ${economy}`]),
  ];
}

const placeKnown = (model: SupplyModel, code: string, product: number): boolean =>
  code === "world" || productPlaces(model, code, membersOf(model, code), "make")[model.productRank[product]!]!.known;
