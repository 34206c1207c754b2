import { LevermapError } from "../base/errors.ts";
import { overlap } from "../leverage/game/banned-stops.ts";
import { membersOf } from "../leverage/members.ts";
import { productPlaces } from "../leverage/product-places.ts";
import { findEconomy } from "../link/economies.ts";
import type { ReadModel } from "./read-model.ts";

/** The code of an economy, a group or an organisation asked for by code or name. Throws LM_ECONOMY_UNKNOWN. */
export function requireParty(read: ReadModel, wanted: string): string {
  const code = wanted.toUpperCase();
  if (read.map.groups.has(code) || read.model.economyIndex.has(code) || read.economies.some(({ id }) => id === code)) return code;
  if (read.map.economyOf.has(wanted)) return wanted;
  const economy = findEconomy(wanted);
  if (economy !== null) return economy;
  throw new LevermapError("LM_ECONOMY_UNKNOWN", `There is no economy, group or organisation "${wanted}" in this workspace.`, {
    economy: wanted,
  });
}

/** Throws LM_USAGE where two of the parties are, in part, the same. */
export function requireApart(read: ReadModel, parties: readonly string[]): void {
  parties.forEach((one, i) => {
    for (const other of parties.slice(i + 1))
      if (overlap(read.model, one, other))
        throw new LevermapError("LM_USAGE", `${one} and ${other} are in part the same; name one of them.`, { parties: [one, other] });
  });
}

/** Why nobody can say what a target loses, or what that is worth; `null` where it can be said. A firm makes what others make for it. */
export type MakingGap = "making-unknown" | "makes-nothing" | "value-unknown" | "firm" | null;

/** @param market of each technology, USD bn; NaN where no source gives one */
export function makingGap({ model }: ReadModel, code: string, market: Float64Array): MakingGap {
  if (model.map.economyOf.has(code)) return "firm";
  const made = productPlaces(model, code, membersOf(model, code), "make");
  const makes = made.map(({ known, high }) => known && high > 0);
  if (makes.some((does, j) => does && !Number.isNaN(market[model.map.products[j]!]!))) return null;
  if (makes.includes(true)) return "value-unknown";
  return made.length > 0 && made.every(({ known }) => known) ? "makes-nothing" : "making-unknown";
}

/** Whether the part lost of what a target makes can be told, whatever it is worth. */
export const isRun = (gap: MakingGap): boolean => gap === null || gap === "firm" || gap === "value-unknown";

/** GDP in USD bn, of a group that of its members; `null` where one is not known. */
export function gdpOf({ economies, model }: ReadModel, code: string): number | null {
  const own = economies.find(({ id }) => id === code)?.gdp;
  if (own != null) return own;
  const members = membersOf(model, code).map((member) => economies.find(({ id }) => id === member)?.gdp ?? null);
  if (members.length === 1 || members.some((gdp) => gdp === null)) return null;
  return members.reduce<number>((sum, gdp) => sum + gdp!, 0);
}
