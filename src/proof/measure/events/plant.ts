import { restored } from "../../../leverage/course/pace.ts";
import type { Technology } from "../../../measure/supply/supply-map.ts";
import type { Drawer, KnownParameters, Range } from "./known-parameters.ts";
import { monthsOf, type Prediction, predictedBy, sampled } from "./prediction.ts";
import { type InputQuantity, membershipIn, type Party, type Reading, type Shock, type ShockRow } from "./shock.ts";
import { unitOf } from "./units.ts";

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

/** What the inputs of an outage say. */
interface Damage {
  /** Share of capacity lost at once; any if no input gives it. */
  readonly lost: Range;
  readonly lostKnown: boolean;
  /** Months to full output; `null`: as for earlier outages. */
  readonly repair: Range | null;
}

/** Reads the inputs of an outage by the quantity each names; of several on capacity the one nearest to the effect. */
export function damageOf(shock: Shock): Damage {
  const inputs = shock.rows.flatMap((row) => {
    const quantity = row.role === "input" && row.last !== null ? inputQuantityOf(row, shock) : null;
    return quantity === null ? [] : [{ row, quantity, last: row.last! }];
  });
  const [first] = inputs
    .filter(({ quantity }) => quantity === "capacity left" || quantity === "capacity lost")
    .sort((a, b) => near(a.last, shock) - near(b.last, shock));
  const repair = inputs.find(({ quantity }) => quantity === "repair");
  return {
    lost: first ? lostOf(first.row, first.quantity === "capacity lost") : { low: 0, high: 1 },
    lostKnown: first !== undefined,
    repair: repair ? scaled(repair.row, Number.POSITIVE_INFINITY) : null,
  };
}

const near = ({ start }: Reading, { from }: Shock): number => Math.abs(start - from);

function lostOf(row: ShockRow, isLost: boolean): Range {
  const { low, high } = scaled(row, 1);
  return isLost ? { low, high } : { low: 1 - high, high: 1 - low };
}

/** A reading as a fraction or in months, from 0 to `most`. */
export function scaled({ last, unit }: ShockRow, most: number): Range {
  const read = unitOf(unit);
  const scale = read.kind === "amount" ? 1 : read.scale;
  const within = (value: number): number => Math.min(most, Math.max(0, value * scale));
  return { low: within(last!.low), high: within(last!.high) };
}

/**
 * The quantity that an input row names: by its own word for it, else by the output it asks about, its words, or a row of the same
 * measurement. `null` for one that the model has no use for, or in a unit that is none of the quantity's.
 */
export function inputQuantityOf(row: ShockRow, shock: Shock): InputQuantity | null {
  const quantity = row.quantity ?? named(row, shock);
  if (quantity === null) return null;
  const wanted = quantity === "repair" || quantity === "stock" ? "months" : "fraction";
  return unitOf(row.unit).kind === wanted ? quantity : null;
}

function named(row: ShockRow, shock: Shock): InputQuantity | null {
  const { of, what, asked } = row;
  if (asked) return byOutput(asked.output, what);
  if (/\b(stocks?|stockpiles?|inventor(y|ies))\b/i.test(what)) return "stock";
  if (/\bcapacity\b/i.test(what) && unitOf(row.unit).kind === "fraction") return lostOrLeft(what);
  if (/\b(repairs?|restart|restor\w+|recover\w*|full|back|resum\w+)\b/i.test(what)) return "repair";
  const like = shock.rows.find((other) => other.asked !== null && other.of === of && other.what === what);
  return like ? byOutput(like.asked!.output, what) : null;
}

function byOutput(output: string, what: string): InputQuantity | null {
  if (output === "months_to_full") return "repair";
  return output === "plant_capacity" || output === "output" ? lostOrLeft(what) : null;
}

/** What is left is a level, unless the row measures what was lost. */
const lostOrLeft = (what: string): InputQuantity => (/\blost\b/i.test(what) ? "capacity lost" : "capacity left");
