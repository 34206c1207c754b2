import { LevermapError } from "../../base/errors.ts";

/** Throws LM_USAGE where the first of two days is after the second; a day that is not given is before and after all. */
export function requireOrder(from: string | undefined, to: string | undefined): void {
  if (from === undefined || to === undefined || from <= to) return;
  throw new LevermapError("LM_USAGE", `The first day (${from}) is after the second (${to}).`, { from, to });
}
