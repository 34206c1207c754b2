import type { Technology } from "../../measure/supply/supply-map.ts";
import { shareBefore } from "./before.ts";
import { noteCourse, unknownNotes } from "./course-output.ts";
import { eventCourse } from "./event-course.ts";
import type { FlowQuestion } from "./flows.ts";
import type { Drawer, Range } from "./known-parameters.ts";
import { damageOf, predictCapacity } from "./plant.ts";
import { monthsOf, type NotPredicted, overMonths, type Prediction, sampled } from "./prediction.ts";
import { membershipIn, type Party, type Shock, sameParty, wasHit } from "./shock.ts";

export interface ShareQuestion extends Omit<FlowQuestion, "technology"> {
  readonly technologies: readonly Technology[];
}

const unit: Range = { low: 0, high: 1 };

/**
 * Market share of a firm after it is cut off relative to before: `(1 - loss) / (1 - s loss)`, `loss` the largest net shortfall of the
 * withheld technologies in the time model, assuming it needs all of each.
 */
export function predictMarketShare(question: ShareQuestion): Prediction | NotPredicted {
  const { known, shock, row, asked, last } = question;
  const firm = asked.organisation ?? asked.economy;
  if (firm === null) return { reason: "it names no organisation" };
  const before = shareBefore(shock, row);
  const share = known.within(before ?? unit, `${shock.id}|${firm.name}|market share`);
  const notes = before === null ? ["no share was known before the event: anything from none to all"] : [];
  if (shock.kind === "outage") return ofOutage(question, firm, share, notes);
  const membership = membershipIn(firm, shock.targets, shock.senders);
  const part = membership === "unknown" && shock.targets.length === 1 && shock.targets[0]!.kind !== "world";
  if (membership === "part") return { reason: `${firm.name} is a target in part only` };
  if (membership === "unknown" && !part) return { reason: `${firm.name} is unknown, and so is whether it is a target` };
  if (membership === "out")
    return { samples: sampled(known.draws, () => 1), of: "part of before", how: "unchanged: nothing is withheld from it", notes };
  const code = codeAmongTargets(firm, shock, part);
  const course = code === null ? null : eventCourse({ model: known.model, shock, code, seed: known.seed });
  if (course === null) return { reason: `the time model does not know who else is cut off with ${firm.name}` };
  noteCourse(known, shock, course);
  const samples = overMonths(known.draws, monthsOf(last, shock), (draw) => {
    const s = share(draw);
    return (month) => after(s, course.netShortfall(month, draw));
  });
  const whole = course.group ?? code;
  const taken = [
    ...(part ? [`${firm.name} is taken to be a part of ${shock.targets[0]!.name}`] : []),
    ...(!part && whole !== (firm.id ?? firm.name) ? [`the loss of ${whole} is used for that of ${firm.name}`] : []),
  ];
  return {
    samples,
    of: "part of before",
    how: "(1 - loss) / (1 - s loss)",
    notes: [...taken, ...unknownNotes(known.model, course.unknown), ...notes],
  };
}

/** The target that a firm is or belongs to: itself, the event's only target, or its economy. */
function codeAmongTargets(firm: Party, { targets }: Shock, part: boolean): string | null {
  if (part) return targets[0]!.id;
  if (targets.some((target) => sameParty(target, firm))) return firm.id;
  return firm.economies.length > 0 ? firm.id : firm.seat;
}

const after = (share: number, loss: number): number => (loss >= 1 ? 0 : (1 - loss) / (1 - share * loss));

function ofOutage({ known, shock, last, technologies }: ShareQuestion, firm: Party, share: Drawer, notes: readonly string[]) {
  if (!wasHit(firm, shock)) return { reason: `${firm.name} was not hit` };
  const capacity = predictCapacity(known, shock, technologies[0]!, last, firm);
  return {
    samples: capacity.samples.map((left, draw) => after(share(draw), 1 - left)),
    of: "part of before" as const,
    how: "(1 - loss) / (1 - s loss), loss = lost (1 - g)",
    notes: [...notes, ...capacity.notes, ...(damageOf(shock).lostKnown ? [] : ["stock is not counted"])],
  };
}
