import { shareBefore } from "./before.ts";
import { damageOf } from "./damage.ts";
import { firmCourse } from "./firm-course.ts";
import type { FlowQuestion } from "./flows.ts";
import type { Drawer, Range } from "./known-parameters.ts";
import { type Named, partHit, predictCapacity } from "./plant.ts";
import { monthsOf, type NotPredicted, overMonths, type Prediction, sampled } from "./prediction.ts";
import { wasHit } from "./shock.ts";
import { partStopped } from "./world-part.ts";

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
