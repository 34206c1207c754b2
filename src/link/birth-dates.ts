import { dayOf } from "../base/days.ts";

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** A date of birth as days that it lies between; `about`: printed as circa. */
export interface BirthSpan {
  readonly from: string;
  readonly to: string;
  readonly about: boolean;
}

const lastOfMonth = (year: string, month: string): string => {
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return `${year}-${month}-${days}`;
};

/**
 * The span of a date of birth as lists print it: `1961`, `1961-02`, `1961-02-03`, `03 Feb 1961`, `Feb 1961`, `circa 1961`, `1960 to 1965`. The
 * first of January stands for a year of which no more is known. `null` where it is none of these.
 */
export function birthSpan(printed: string): BirthSpan | null {
  const text = printed.trim().toLowerCase();
  const about = /^(?:circa|approximately|approx\.?|about|c\.|ca\.)\s*/.exec(text);
  const rest = about === null ? text : text.slice(about[0].length);
  const [first = "", last = first] = rest.split(/\s*(?:\bto\b|\/|–)\s*/);
  const [from, to] = [single(first), single(last)];
  return from === null || to === null || from.from > to.to ? null : { from: from.from, to: to.to, about: about !== null };
}

function single(text: string): Pick<BirthSpan, "from" | "to"> | null {
  const named = /^(?:(\d{1,2}) )?([a-z]{3})[a-z]*\.? (\d{4})$/.exec(text);
  const [, day, word, of] = named ?? [];
  const month = months.indexOf(word ?? "") + 1;
  const plain = month > 0 ? [of, String(month), day].flatMap((part) => part?.padStart(2, "0") ?? []).join("-") : text;
  const [, year, inYear, inMonth] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:t.*)?$/.exec(plain) ?? [];
  if (year === undefined) return null;
  if (inYear === undefined || (inYear === "01" && inMonth === "01")) return { from: `${year}-01-01`, to: `${year}-12-31` };
  if (dayOf(`${year}-${inYear}-${inMonth ?? "01"}`) === null) return null;
  if (inMonth === undefined) return { from: `${year}-${inYear}-01`, to: lastOfMonth(year, inYear) };
  return { from: `${year}-${inYear}-${inMonth}`, to: `${year}-${inYear}-${inMonth}` };
}

/** Years by which a date printed as circa may be off (assumed). */
const aboutYears = 2;

const shifted = (day: string, years: number): string => `${String(Number(day.slice(0, 4)) + years).padStart(4, "0")}${day.slice(4)}`;
const widened = ({ from, to, about }: BirthSpan): readonly [string, string] =>
  about ? [shifted(from, -aboutYears), shifted(to, aboutYears)] : [from, to];
/** `1961-02-03` and `1961-03-02`: day and month are often exchanged. */
const turned = (day: string): string => day.replace(/^(\d+)-(\d+)-(\d+)$/, "$1-$3-$2");

/** `same day`; `may be`: spans that meet, or day and month exchanged; `other`: they cannot be of one person. */
export function compareBirths(a: BirthSpan, b: BirthSpan): "same day" | "may be" | "other" {
  const isDay = ({ from, to, about }: BirthSpan): boolean => from === to && !about;
  if (isDay(a) && isDay(b)) return a.from === b.from ? "same day" : turned(a.from) === b.from ? "may be" : "other";
  const [[fromA, toA], [fromB, toB]] = [widened(a), widened(b)];
  return fromA <= toB && fromB <= toA ? "may be" : "other";
}
