import { LevermapError } from "../base/errors.ts";

export const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);

/** Validates a date, `YYYY-MM-DD`. Throws LM_USAGE. */
export function requireDay(text: string): string {
  const moment = new Date(`${text}T00:00:00Z`);
  const real = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(moment.getTime()) && dayOf(moment) === text;
  if (!real) throw new LevermapError("LM_USAGE", `Dates have the form YYYY-MM-DD; this is not a date: "${text}".`, { date: text });
  return text;
}
