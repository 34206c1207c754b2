import { basename } from "node:path";
import { dayOf } from "../../base/days.ts";
import { fail } from "../format/records.ts";

export type DateOrder = "ymd" | "dmy" | "mdy";

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const parts = /^(\d{1,4})[-./](\d{1,2})[-./](\d{1,4})(?:T.*)?$/;
const dayFirst = /^(\d{1,2}) ([A-Za-z]{3,9})\.? (\d{4})$/;
const monthFirst = /^([A-Za-z]{3,9})\.? (\d{1,2}), (\d{4})$/;

/**
 * A day as `YYYY-MM-DD`; `null` for an empty text. In numbers in the order given unless the year has four digits and stands first;
 * `03 Jun 2021` and `June 3, 2021` in any. A year of two digits is of 1970 to 2069. Throws BadRow for what is no day.
 */
export function listDate(text: string, order: DateOrder, name: string): string | null {
  if (text === "") return null;
  const numbers = parts.exec(text)?.slice(1) ?? spelled(text);
  if (numbers === null) return fail(`${name} is not a date: ${text.slice(0, 40)}`);
  const [a = "", b = "", c = ""] = numbers;
  const [year, month, day] = a.length === 4 || order === "ymd" ? [a, b, c] : order === "dmy" ? [c, b, a] : [c, a, b];
  const full = year.length === 2 ? String(Number(year) + (Number(year) < 70 ? 2000 : 1900)) : year;
  return realDay(`${full}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`) ?? fail(`${name} is not a date: ${text.slice(0, 40)}`);
}

/** The same text if it is a day of the calendar, else `null`. */
export const realDay = (text: string): string | null => (dayOf(text) === null ? null : text);

/** A day with the name of its month, as the four digits of the year, month, day. */
function spelled(text: string): readonly string[] | null {
  const [, day, month, year] = dayFirst.exec(text) ?? [];
  const [, monthName, dayNumber, fullYear] = monthFirst.exec(text) ?? [];
  const at = months.indexOf((month ?? monthName ?? "").slice(0, 3).toLowerCase());
  return at < 0 ? null : [year ?? fullYear ?? "", String(at + 1), day ?? dayNumber ?? ""];
}

/** The day in the name of a file (`consolidated-2026-07-31.csv`); `null` where there is none. */
export function dayInName(file: string): string | null {
  const [, year, month, day] = /(?<!\d)(20\d\d)[-_]?(0[1-9]|1[0-2])[-_]?([0-3]\d)(?!\d)/.exec(basename(file)) ?? [];
  return year === undefined ? null : realDay(`${year}-${month}-${day}`);
}
