import type { Technology } from "../../measure/supply/supply-map.ts";
import { restored } from "../course/pace.ts";
import type { Drawer, KnownParameters, Range } from "./known-parameters.ts";
import { monthsOf, overMonths, type Prediction, sampled } from "./prediction.ts";
import { membershipIn, type Party, type Reading, type Shock, type ShockRow } from "./shock.ts";
import { unitOf } from "./units.ts";

/**
 * Reads the inputs of an outage: share of capacity lost at once (any if no input gives it), and months to full output (`null`: as for
 * earlier outages).
 */
export function damageOf(shock: Shock) {
  const inputs = shock.rows.filter(({ role }) => role === "input");
  const levels = inputs.filter((row) => unitOf(row.unit).kind === "fraction" && isCapacity(row, shock) && row.last !== null);
  const first = [...levels].sort((a, b) => near(a.last as Reading, shock) - near(b.last as Reading, shock))[0];
  const repair = inputs.find((row) => unitOf(row.unit).kind === "months" && row.last !== null);
  return {
    lost: first ? lostOf(first) : { low: 0, high: 1 },
    lostKnown: first !== undefined,
    repair: repair ? repairMonths(repair) : null,
  };
}

const near = ({ start }: Reading, { from }: Shock): number => Math.abs(start - from);

/** An input is about capacity if it or a row of the same measurement says so. */
function isCapacity({ of, what, asked }: ShockRow, { rows }: Shock): boolean {
  if (asked) return capacities.includes(asked.output);
  if (/\bcapacity\b/i.test(what)) return true;
  return rows.some((other) => other.asked !== null && capacities.includes(other.asked.output) && other.of === of && other.what === what);
}

const capacities: readonly string[] = ["plant_capacity", "output"];

/** What is left is a level, unless the row measures what was lost. */
function lostOf({ what, last, unit }: ShockRow): Range {
  const part = (value: number): number => Math.min(1, Math.max(0, value * scaleOf(unit)));
  const [low, high] = [part(last!.low), part(last!.high)];
  return /\blost\b/i.test(what) ? { low, high } : { low: 1 - high, high: 1 - low };
}

function repairMonths({ last, unit }: ShockRow): Range {
  const scale = scaleOf(unit);
  return { low: Math.max(0, last!.low * scale), high: Math.max(0, last!.high * scale) };
}

const scaleOf = (unit: string): number => {
  const read = unitOf(unit);
  return read.kind === "amount" ? 1 : read.scale;
};

export function repairOf(known: KnownParameters, shock: Shock, technology: Technology): Drawer {
  const { repair } = damageOf(shock);
  return repair === null ? known.repair(technology, shock) : known.within(repair, `${shock.id}|repair`);
}

export const lostUnknown = "no input says what part was lost: anything from nothing to all";

/** Share of a firm hit: all if the event names the firm, anything if it names one of its plants. */
export function partHit(
  known: KnownParameters,
  shock: Shock,
  firm: Party | null,
): { readonly part: Drawer; readonly notes: readonly string[] } {
  const named = firm === null || shock.senders.some((sender) => sender.kind !== "plant" && membershipIn(firm, [sender]) === "in");
  if (named) return { part: () => 1, notes: [] };
  return {
    part: known.within({ low: 0, high: 1 }, `${shock.id}|part of ${firm.name}`),
    notes: [`what part of ${firm.name} was hit is not known: anything from nothing to all`],
  };
}

/**
 * Capacity after an outage relative to before: `1 - lost + lost g(τ)`, `g` even over the repair time. `firm`: owner of the plant;
 * `null` for the plant itself.
 */
export function predictCapacity(
  known: KnownParameters,
  shock: Shock,
  technology: Technology,
  last: Reading,
  firm: Party | null = null,
): Prediction {
  const { lost: range, lostKnown, repair: given } = damageOf(shock);
  const [lost, repair] = [known.within(range, `${shock.id}|lost`), repairOf(known, shock, technology)];
  const hit = partHit(known, shock, firm);
  const samples = overMonths(known.draws, monthsOf(last, shock), (draw) => {
    const [gone, months] = [lost(draw) * hit.part(draw), repair(draw)];
    return (month) => 1 - gone + gone * restored(month, months);
  });
  const notes = [...hit.notes, ...(lostKnown ? [] : [lostUnknown]), repairNote(given)];
  return { samples, of: "part of before", how: "1 - lost + lost g", notes };
}

export function predictMonths(known: KnownParameters, shock: Shock, technology: Technology): Prediction {
  const notes = [repairNote(damageOf(shock).repair)];
  return { samples: sampled(known.draws, repairOf(known, shock, technology)), of: "months", how: "repair time", notes };
}

const repairNote = (given: Range | null): string =>
  given ? "the repair time is the one that the event gives" : "the event gives no repair time: any that plants took before";
