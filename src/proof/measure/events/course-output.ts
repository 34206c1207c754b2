import { networkOf } from "../../../leverage/course/network.ts";
import { membersOf } from "../../../leverage/members.ts";
import type { SupplyModel } from "../../../leverage/model.ts";
import { productPlaces } from "../../../leverage/product-places.ts";
import { type EventCourse, eventCourse } from "./event-course.ts";
import type { KnownParameters, UsedFigure } from "./known-parameters.ts";
import { classOf, type Shock } from "./shock.ts";

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

/** Output loss some months after the effect, 0..1, in one draw. */
export type LossOf = (month: number, draw: number) => number;

export interface OutputQuestion {
  readonly model: SupplyModel;
  readonly shock: Shock;
  /** Code of an economy or group, or `world`. */
  readonly economy: string;
  /** Technology id. */
  readonly technology: string;
  readonly seed: number;
}

export interface OutputCourse {
  readonly loss: LossOf;
  /** Assumptions. */
  readonly notes: readonly string[];
  /** Stopped technologies by index, and the shares and places of production that were read. */
  readonly stopped: readonly number[];
  readonly figures: readonly UsedFigure[];
}

/** The time model as seen by the back-tests; `null` if it has no such output. */
export type OutputModel = (question: OutputQuestion) => OutputCourse | null;

/** Notes the sources of an event's course, to report with the prediction. */
export function noteCourse(
  known: KnownParameters,
  { kind, targets }: Shock,
  { stopped, figures }: Pick<OutputCourse, "stopped" | "figures">,
): void {
  for (const t of stopped) {
    const technology = known.model.map.technologies[t]!;
    known.noteCourse(technology, classOf(kind));
    for (const { id } of targets) if (id !== null) known.noteUser(technology, id);
  }
  known.noteFigures(figures);
}

/** What every row of an event is predicted from. */
export interface EventContext {
  readonly known: KnownParameters;
  readonly shock: Shock;
  readonly outputModel: OutputModel;
}
