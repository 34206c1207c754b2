import { dayOf } from "./days.ts";

/** Days of a period since 1970-01-01; `end` is exclusive. */
export interface Period {
  readonly start: number;
  readonly end: number;
}

/** Parses YYYY, YYYY-Qn, YYYY-MM or YYYY-MM-DD; `null` for anything else. */
export function periodOf(text: string): Period | null {
  const day = dayOf(text);
  if (day !== null) return { start: day, end: day + 1 };
  const match = /^(\d{4})(?:-(?:Q([1-4])|(\d{2})))?$/.exec(text);
  if (!match) return null;
  const [, year, quarter, month] = match;
  const first = quarter ? 3 * Number(quarter) - 2 : Number(month ?? 1);
  if (first < 1 || first > 12) return null;
  const length = quarter ? 3 : month ? 1 : 12;
  const start = firstDay(Number(year), first);
  const end = firstDay(Number(year), first + length);
  return start === null || end === null ? null : { start, end };
}

function firstDay(year: number, month: number): number | null {
  const [carried, rest] = [Math.floor((month - 1) / 12), (month - 1) % 12];
  return dayOf(`${String(year + carried).padStart(4, "0")}-${String(rest + 1).padStart(2, "0")}-01`);
}
