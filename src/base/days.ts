const millisecondsPerDay = 86_400_000;

/** Days since 1970-01-01 of a day of the calendar, `YYYY-MM-DD`; `null` for anything else. */
export function dayOf(date: string | null): number | null {
  if (date === null || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return null;
  const day = Date.parse(date) / millisecondsPerDay;
  return Number.isNaN(day) || dateOf(day) !== date ? null : day;
}

/** The date of a day since 1970-01-01, `YYYY-MM-DD`. */
export const dateOf = (day: number): string => new Date(day * millisecondsPerDay).toISOString().slice(0, 10);

/** The first day that a date may mean, `YYYY-MM-DD`: dates of a year, a month or a day are compared by it. */
export const fullDay = (date: string): string => `${date}-01-01`.slice(0, 10);

/** The last day that a date may mean, `YYYY-MM-DD`: since that day at the latest a fact of that date is known. */
export function endOf(date: string): string {
  const [year, month, day] = date.split("-");
  if (day !== undefined) return date;
  return month === undefined ? `${year}-12-31` : dateOf(Date.UTC(Number(year), Number(month), 0) / millisecondsPerDay);
}

/** The last of some dates of a year, a month or a day; `null` where none is told. */
export const lastDay = (dates: readonly (string | null)[]): string | null =>
  dates.reduce((last, each) => (each !== null && (last === null || fullDay(each) > fullDay(last)) ? each : last), null);

/** The calendar year of a date of a year, a month or a day; `null` where none is given. */
export const calendarYear = (date: string | null): number | null => (date === null ? null : Number(date.slice(0, 4)));

/** The calendar year of a day since 1970-01-01. */
export const yearOf = (day: number): number => new Date(day * millisecondsPerDay).getUTCFullYear();

/** The day of the calendar some whole years later, or earlier; 29 February becomes 1 March where there is none. */
export function addYears(day: number, years: number): number {
  const date = new Date(day * millisecondsPerDay);
  return Date.UTC(date.getUTCFullYear() + years, date.getUTCMonth(), date.getUTCDate()) / millisecondsPerDay;
}

/** Months of a year of 365.25 days. */
const daysPerMonth = 365.25 / 12;

/** Months from one day since 1970-01-01 to another. */
export const monthsBetween = (from: number, to: number): number => (to - from) / daysPerMonth;
