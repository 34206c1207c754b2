import type { Range } from "./known-parameters.ts";
import type { InputQuantity, Reading, Shock, ShockRow } from "./shock.ts";
import { unitOf } from "./units.ts";

/** What the inputs of an outage say. */
export interface Damage {
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
