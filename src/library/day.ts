import { dayOf as dayNumber } from "../base/days.ts";
import { LevermapError } from "../base/errors.ts";

export const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);

/** Validates a date, `YYYY-MM-DD`. Throws LM_USAGE. */
export function requireDay(text: string): string {
  if (dayNumber(text) !== null) return text;
  throw new LevermapError("LM_USAGE", `Dates have the form YYYY-MM-DD; this is not a date: "${text}".`, { date: text });
}
