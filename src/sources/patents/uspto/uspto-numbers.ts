import { documentKey } from "../../../link/document-number.ts";

/**
 * The key of a document that a US publication cites. `date` (of the cited document, as printed) tells the era of Japanese years: `62-123456`
 * of 1987 is `JPS62123456`. `null` for what names an application or cannot be read.
 */
export function citedKey(country: string, printed: string, date: string | null): string | null {
  const office = country === "" ? "US" : country;
  const number = printed
    .trim()
    .toUpperCase()
    .replace(new RegExp(`^${office}[\\s-]*`), "");
  if (office === "US") return /^\d\d\/\d/.test(number) ? null : documentKey("US", number.replace(/^RE\.\s*/, "RE"));
  return documentKey(office, office === "JP" ? withEra(number, date) : number);
}

/**
 * A Japanese number with the letter of its era, where the date tells it: `62-123456` of 1987 is `S62-123456`. Some databases put 3 (Showa)
 * or 4 (Heisei) before two digits of the year.
 */
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
