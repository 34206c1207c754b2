import { dayOf as calendarDay } from "../../../base/days.ts";
import { economies } from "../../../link/economies.ts";
import { documentKey } from "../../../link/numbers/document-number.ts";

/** A day of eight digits as `YYYY-MM-DD`, with zeros for an unknown day or month as `YYYY-MM` or `YYYY`; `null` for anything else. */
export function dayOf(printed: string | null): string | null {
  const [, year, month, day] = /^(1[6-9]\d\d|20\d\d)(0[0-9]|1[0-2])([0-2]\d|3[01])$/.exec(printed ?? "") ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  if (month === "00") return year;
  if (day === "00") return `${year}-${month}`;
  return calendarDay(`${year}-${month}-${day}`) === null ? null : `${year}-${month}-${day}`;
}

/** Codes of countries that the USPTO printed before 1978, where they meant nothing else later (ICIREPAT, MPEP 901.05). */
const older: Readonly<Record<string, string>> = {
  DT: "DE",
  JA: "JP",
  OE: "AT",
  SW: "SE",
  UK: "GB",
  EI: "IE",
  PO: "PL",
  DL: "DD",
  UR: "SU",
};

/** The office of a country code as printed (`JP`, in older files `JPX` or `JA`); `null` where it is none. */
export function officeOf(printed: string | null): string | null {
  const code = (printed ?? "")
    .trim()
    .toUpperCase()
    .replace(/^([A-Z]{2})X$/, "$1");
  return /^[A-Z]{2}$/.test(code) ? (older[code] ?? code) : null;
}

/** The ISO 3166 code of the economy that a country code stands for; `null` where it stands for none (`omitted`, `unknown`, `SU`). */
export function economyOf(printed: string | null): string | null {
  const code = officeOf(printed);
  return code !== null && economies().has(code) ? code : null;
}

/** A whole number of days; `null` for anything else. */
export const daysOf = (printed: string | null): number | null => (printed !== null && /^\d{1,5}$/.test(printed) ? Number(printed) : null);

/** A kind code (WIPO ST.16); `null` for anything else. */
export const kindOf = (printed: string | null): string | null => (printed !== null && /^[A-Z]\d?$/.test(printed) ? printed : null);

/** Names of a person in their order; `null` where there is none. */
export const personOf = (...names: readonly (string | null)[]): string | null => names.filter((name) => name !== null).join(" ") || null;

/** The earliest of dates that agree as text; `null` where none is known. */
export const earliest = (dates: readonly (string | null)[]): string | null =>
  dates.reduce((best, date) => (date !== null && (best === null || date < best) ? date : best), null);

/** The key of a cited document; `date` tells its Japanese era (`62-123456` of 1987 is `JPS62123456`). `null` for applications. */
export function citedKey(country: string, printed: string, date: string | null): string | null {
  const office = country === "" ? "US" : country;
  const number = printed
    .trim()
    .toUpperCase()
    .replace(new RegExp(`^${office}[\\s-]*`), "");
  if (office === "US") return /^\d\d\/\d/.test(number) ? null : documentKey("US", number.replace(/^RE\.\s*/, "RE"));
  return documentKey(office, office === "JP" ? withEra(number, date) : number);
}

/** A Japanese number with the letter of its era: `62-123456` of 1987 is `S62-123456`. Some databases print 3 (Showa) or 4 (Heisei). */
export function withEra(number: string, date: string | null): string {
  const year = Number((date ?? "").slice(0, 4));
  const [, era, digits, serial] =
    /^(?:[A-Z]-)?()0?(\d{1,2})[-/]0*(\d{1,6})$/.exec(number) ??
    /^([34])(\d\d)(\d{6})$/.exec(number) ??
    /^()(\d{1,2})(\d{6})$/.exec(number) ??
    [];
  if (digits === undefined || serial === undefined) return number;
  if (Number(digits) === year - 1925 && era !== "4") return `S${digits}-${serial}`;
  return Number(digits) === year - 1988 && era !== "3" ? `H${digits}-${serial}` : number;
}

type PatentType = "utility" | "design" | "plant" | "reissue" | "statutory";

/** The type that the letters of a US grant's number tell. */
export function typeOfGrant(document: string): PatentType {
  const letters = /^US([A-Z]*)/.exec(document)?.[1] ?? "";
  if (letters === "D") return "design";
  if (letters === "PP") return "plant";
  if (letters === "RE") return "reissue";
  return letters === "H" || letters === "T" ? "statutory" : "utility";
}
