import { restored } from "../../../leverage/course/pace.ts";
import type { Technology } from "../../../measure/supply/supply-map.ts";
import { damageOf } from "./damage.ts";
import type { Drawer, KnownParameters, Range } from "./known-parameters.ts";
import { monthsOf, type Prediction, predictedBy, sampled } from "./prediction.ts";
import { membershipIn, type Party, type Reading, type Shock } from "./shock.ts";

/** A technology by its id, or by its name where the map has none of it: repair needs no more of it. */
export type Named = Pick<Technology, "id">;

export function repairOf(known: KnownParameters, shock: Shock, technology: Named): Drawer {
  const { repair } = damageOf(shock);
  return repair === null ? known.repair(technology, shock) : known.within(repair, `${shock.id}|repair`);
}

export const lostUnknown = "no input says what part was lost: anything from nothing to all";

/** Share of a maker, or of all makers, that an outage hit, drawn. */
export interface HitPart {
  readonly part: Drawer;
  /** Assumptions. */
  readonly notes: readonly string[];
}

const whole: HitPart = { part: () => 1, notes: [] };

/**
 * Share of a maker hit: all if the event names it or the economy it is in, anything if it names a plant, or an economy in which the firm may
 * have plants.
 * @param notes to add
 */
export function partHit(known: KnownParameters, shock: Shock, firm: Party | null, notes: readonly string[] = []): HitPart {
  const named = firm === null || shock.senders.some((sender) => sender.kind !== "plant" && membershipIn(firm, [sender]) === "in");
  if (named) return { part: () => 1, notes };
  return {
    part: known.within({ low: 0, high: 1 }, `${shock.id}|part of ${firm.name}`),
    notes: [...notes, `what part of ${firm.name} was hit is not known: anything from nothing to all`],
  };
}

/**
 * Capacity after an outage relative to before: `1 - lost + lost g(τ)`, `g` even over the repair time.
 * @param hit part of a maker that was hit; default: the plant itself
 */
export function predictCapacity(known: KnownParameters, shock: Shock, technology: Named, last: Reading, hit: HitPart = whole): Prediction {
  const { lost: range, lostKnown, repair: given } = damageOf(shock);
  const [lost, repair] = [known.within(range, `${shock.id}|lost`), repairOf(known, shock, technology)];
  const predicted = predictedBy(known.draws, monthsOf(last, shock), (draw) => {
    const [gone, months] = [lost(draw) * hit.part(draw), repair(draw)];
    return (month) => 1 - gone + gone * restored(month, months);
  });
  const notes = [...hit.notes, ...(lostKnown ? [] : [lostUnknown]), repairNote(given)];
  return { ...predicted, how: "1 - lost + lost g", notes };
}

export function predictMonths(known: KnownParameters, shock: Shock, technology: Named): Prediction {
  const notes = [repairNote(damageOf(shock).repair)];
  return { samples: sampled(known.draws, repairOf(known, shock, technology)), of: "months", how: "repair time", notes };
}

const repairNote = (given: Range | null): string =>
  given ? "the repair time is the one that the event gives" : "the event gives no repair time: any that plants took before";
