import type { InputQuantity, Shock, ShockRow } from "./shock.ts";
import { unitOf } from "./units.ts";

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
