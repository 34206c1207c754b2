import { networkOf } from "../course/network.ts";
import { membersOf } from "../members.ts";
import type { SupplyModel } from "../model.ts";
import { productPlaces } from "../product-places.ts";
import { type EventCourse, eventCourse } from "./event-course.ts";
import type { OutputModel, OutputQuestion } from "./output-model.ts";

/** Loss of running output of a final product in the time model, in draws. */
export const courseOutput: OutputModel = (asked) => {
  const { model, shock, economy, seed } = asked;
  const product = model.map.indexOf.get(asked.technology);
  if (product === undefined || model.productRank[product]! < 0) return null;
  const course = eventCourse({ model, shock, code: economy, seed });
  if (course === null) return null;
  return {
    loss: (month, draw) => course.lost(product, month, draw) ?? 0,
    notes: notesOf(asked, course, product),
    stopped: course.stopped,
    figures: course.figures,
  };
};

function notesOf({ model, economy }: OutputQuestion, course: EventCourse, product: number): readonly string[] {
  const { id } = model.map.technologies[product]!;
  const needed = course.unknown.filter((t) => networkOf(model, [t]).position[product]! >= 0);
  return [
    ...unknownNotes(model, needed),
    ...(placeKnown(model, course.group ?? economy, product)
      ? []
      : [`what part of all ${id} ${economy} made was not known before the event`]),
    ...(course.group === null ? [] : [`the loss of ${course.group} is used for that of ${economy}`]),
  ];
}

/** Notes technologies with an unknown part that could stop. */
export const unknownNotes = ({ map }: SupplyModel, technologies: readonly number[]): readonly string[] =>
  technologies.map(
    (t) => `what part of the supply of ${map.technologies[t]!.id} could stop was not known before the event: anything from none to all`,
  );

const placeKnown = (model: SupplyModel, code: string, product: number): boolean =>
  code === "world" || productPlaces(model, code, membersOf(model, code), "make")[model.productRank[product]!]!.known;
