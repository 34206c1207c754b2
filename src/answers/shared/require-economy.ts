import { LevermapError } from "../../base/errors.ts";
import { findEconomy } from "../../link/economies.ts";

/** ISO alpha-2 of an economy asked for by any code or name of it; `null` where none was. Throws LM_ECONOMY_UNKNOWN. */
export function requireEconomy(asked: string | null | undefined): string | null {
  if (asked === null || asked === undefined) return null;
  const economy = findEconomy(asked);
  if (economy === null) {
    const what = /^(?:eu|eu-?27|european union)$/i.test(asked.trim())
      ? `"${asked}" is a group of economies: name one of its members.`
      : `There is no economy "${asked}".`;
    throw new LevermapError("LM_ECONOMY_UNKNOWN", what, { economy: asked });
  }
  return economy;
}

/** Throws LM_USAGE where the first of two days is after the second; a day that is not given is before and after all. */
export function requireOrder(from: string | undefined, to: string | undefined): void {
  if (from === undefined || to === undefined || from <= to) return;
  throw new LevermapError("LM_USAGE", `The first day (${from}) is after the second (${to}).`, { from, to });
}
