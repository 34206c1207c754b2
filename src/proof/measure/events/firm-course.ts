import { noteCourse, unknownNotes } from "./course-output.ts";
import { type EventCourse, eventCourse } from "./event-course.ts";
import type { KnownParameters } from "./known-parameters.ts";
import type { NotPredicted } from "./prediction.ts";
import { membershipIn, type Party, type Shock, sameParty } from "./shock.ts";

/** The course of a firm that an act cuts off, with what is assumed of it. `unchanged`: nothing is withheld from it. */
export type FirmCourse = { readonly course: EventCourse; readonly notes: readonly string[] } | { readonly unchanged: true } | NotPredicted;

/**
 * Runs an act with a firm among its targets. A firm that the map does not know is read as a part of the only target, or as the economy that
 * the row gives for it.
 */
export function firmCourse(known: KnownParameters, act: Shock, firm: Party, economy: Party | null): FirmCourse {
  const shock = placed(act, firm, economy);
  const membership = membershipIn(firm, shock.targets, shock.senders);
  const part = membership === "unknown" && shock.targets.length === 1 && shock.targets[0]!.kind !== "world";
  if (membership === "part") return { reason: `${firm.name} is a target in part only` };
  if (membership === "unknown" && !part) return { reason: `${firm.name} is unknown, and so is whether it is a target` };
  if (membership === "out") return { unchanged: true };
  const code = codeAmongTargets(firm, shock, part);
  const course = code === null ? null : eventCourse({ model: known.model, shock, code, seed: known.seed });
  if (course === null) return { reason: `the time model does not know who else is cut off with ${firm.name}` };
  noteCourse(known, shock, course);
  const whole = course.group ?? code;
  const notes = [
    ...(part ? [`${firm.name} is taken to be a part of ${shock.targets[0]!.name}`] : []),
    ...(!part && whole !== (firm.id ?? firm.name) ? [`the loss of ${whole} is used for that of ${firm.name}`] : []),
    ...unknownNotes(known.model, course.unknown),
  ];
  return { course, notes };
}

/** An act against an unknown firm as one against its economy. */
function placed(shock: Shock, firm: Party, economy: Party | null): Shock {
  const isTarget = shock.targets.some((target) => sameParty(target, firm));
  if (firm.id !== null || !isTarget || economy === null) return shock;
  return { ...shock, targets: shock.targets.map((target) => (sameParty(target, firm) ? economy : target)) };
}

/** The target that a firm is or belongs to: itself, the event's only target, or its economy. */
function codeAmongTargets(firm: Party, { targets }: Shock, part: boolean): string | null {
  if (part) return targets[0]!.id;
  if (targets.some((target) => sameParty(target, firm))) return firm.id;
  return firm.economies.length > 0 ? firm.id : firm.seat;
}
