import { shareBefore } from "./before.ts";
import { noteCourse, unknownNotes } from "./course-output.ts";
import { type EventCourse, eventCourse } from "./event-course.ts";
import type { FlowQuestion } from "./flows.ts";
import type { Drawer, KnownParameters, Range } from "./known-parameters.ts";
import { damageOf, type Named, partHit, predictCapacity } from "./plant.ts";
import { monthsOf, type NotPredicted, overMonths, type Prediction, sampled } from "./prediction.ts";
import { membershipIn, type Party, type Shock, sameParty, wasHit } from "./shock.ts";
import { partStopped } from "./world-shares.ts";

export type FirmQuestion = Omit<FlowQuestion, "technology">;

type Answer = Prediction | NotPredicted;

const unit: Range = { low: 0, high: 1 };

/**
 * Market share of a firm after an act relative to before: `(1 - loss) / (1 - s loss)`, `loss` the largest net shortfall of the withheld
 * technologies in the time model, assuming it needs all of each.
 */
export function predictMarketShare(question: FirmQuestion): Answer {
  const { share, notes } = shareDrawn(question);
  return ofFirm(question, "(1 - loss) / (1 - s loss)", (draw, loss) => after(share(draw), loss), notes);
}

/** Market share of a firm that an outage hit, from the part of its capacity that is lost. */
export function predictShareAfterOutage(question: FirmQuestion, technology: Named): Answer {
  const { known, shock, asked, last } = question;
  const firm = asked.organisation ?? asked.economy;
  if (firm === null) return { reason: "it names no organisation" };
  if (!wasHit(firm, shock)) return { reason: `${firm.name} was not hit` };
  const { share, notes } = shareDrawn(question);
  const capacity = predictCapacity(known, shock, technology, last, partHit(known, shock, firm));
  return {
    samples: capacity.samples.map((left, draw) => after(share(draw), 1 - left)),
    stopped: capacity.stopped!.map((gone, draw) => 1 - after(share(draw), gone)),
    of: "part of before",
    how: "(1 - loss) / (1 - s loss), loss = lost (1 - g)",
    notes: [...notes, ...capacity.notes, ...(damageOf(shock).lostKnown ? [] : ["stock is not counted"])],
  };
}

/**
 * Output, or sales, of a firm that an act cuts off: `1 - loss`. Of the output that a plant still being filled was to have, what can be newly
 * built in its place.
 */
export const predictFirmOutput = (question: FirmQuestion): Answer =>
  /\bplan(s|ned)?\b/i.test(question.row.what)
    ? ofFirm(question, "1 - loss of what is newly built", (_, loss) => 1 - loss, [], "bareShortfall")
    : ofFirm(question, "1 - loss", (_, loss) => 1 - loss, []);

function ofFirm(
  question: FirmQuestion,
  how: string,
  kept: (draw: number, loss: number) => number,
  notes: readonly string[],
  loss: "netShortfall" | "bareShortfall" = "netShortfall",
): Answer {
  const { known, shock, asked, last } = question;
  const firm = asked.organisation ?? asked.economy;
  if (firm === null) return { reason: "it names no organisation" };
  const found = firmCourse(known, shock, firm, asked.economy);
  if ("reason" in found) return found;
  if ("unchanged" in found) {
    const [samples, stopped] = [sampled(known.draws, () => 1), sampled(known.draws, () => 0)];
    return { samples, stopped, of: "part of before", how: "unchanged: nothing is withheld from it", notes };
  }
  const { course } = found;
  const stop = partStopped(known, shock);
  return {
    samples: overMonths(known.draws, monthsOf(last, shock), (draw) => (month) => kept(draw, course[loss](month, draw))),
    stopped: sampled(known.draws, (draw) => 1 - kept(draw, stop(draw))),
    of: "part of before",
    how,
    notes: [...found.notes, ...notes],
  };
}

/** The firm's share before the event, drawn; anything where none was known. */
function shareDrawn({ known, shock, row, asked }: FirmQuestion): { readonly share: Drawer; readonly notes: readonly string[] } {
  const before = shareBefore(shock, row);
  const firm = asked.organisation ?? asked.economy;
  return {
    share: known.within(before ?? unit, `${shock.id}|${firm?.name}|market share`),
    notes: before === null ? ["no share was known before the event: anything from none to all"] : [],
  };
}

const after = (share: number, loss: number): number => (loss >= 1 ? 0 : (1 - loss) / (1 - share * loss));

/** The course of a firm that an act cuts off, with what is assumed of it. `unchanged`: nothing is withheld from it. */
type FirmCourse = { readonly course: EventCourse; readonly notes: readonly string[] } | { readonly unchanged: true } | NotPredicted;

/**
 * Runs an act with a firm among its targets. A firm that the map does not know is read as a part of the only target, or as the economy that
 * the row gives for it.
 */
function firmCourse(known: KnownParameters, act: Shock, firm: Party, economy: Party | null): FirmCourse {
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
