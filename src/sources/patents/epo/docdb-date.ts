import { fail } from "../../format/records.ts";

const daysOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/**
 * A date of an office (`20030918`, `2003-09-18`, `20031900` with an unknown day) as `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; `null` where there is
 * none, it is all zeros or the first day of year 1. Throws BadRow for anything else.
 */
export function officeDate(text: string | null | undefined): string | null {
  const printed = text?.trim() ?? "";
  if (printed === "" || /^[0-]+$/.test(printed) || /^0001-?01-?01$/.test(printed)) return null;
  const [, year, month, day] = /^((?:1[6-9]|20)\d{2})-?(\d{2})-?(\d{2})$/.exec(printed) ?? [];
  if (year === undefined || month === undefined || day === undefined) return fail(`${printed.slice(0, 20)} is not a date`);
  if (month === "00") return year;
  if (Number(month) > 12 || Number(day) > daysOf(Number(year), Number(month))) fail(`${printed} is not a date`);
  return day === "00" ? `${year}-${month}` : `${year}-${month}-${day}`;
}
