import { applicationKey, docdbApplicationKey } from "../../../link/numbers/application-number.ts";
import { documentKey, documentName } from "../../../link/numbers/document-number.ts";
import { fail } from "../../format/records.ts";
import type { XmlElement } from "../../format/xml-element.ts";

/** One publication or application in several formats: by `data-format` in exchange files, by `document-id-type` in OPS. */
type Formats = ReadonlyMap<string, XmlElement>;

/** The `document-id` elements of some references, by format. */
export function formatsOf(references: readonly XmlElement[]): Formats {
  const found = new Map<string, XmlElement>();
  for (const reference of references) {
    for (const id of reference.all("document-id")) {
      const format = id.attributes["document-id-type"] ?? reference.attributes["data-format"] ?? "docdb";
      if (!found.has(format)) found.set(format, id);
    }
  }
  return found;
}

/** The key of the publication that a `document-id` or its other formats name; `null` where they name none. */
export function publicationOf(formats: Formats): string | null {
  const docdb = formats.get("docdb");
  const [country, number] = [docdb?.value("country"), docdb?.value("doc-number")];
  if (country && number) return documentKey(country, number);
  const epodoc = formats.get("epodoc")?.value("doc-number");
  return epodoc ? (documentName(epodoc)?.document ?? null) : null;
}

/** The key of the application that the formats name; `country` is the office of the record, for numbers that stand without one. */
export function applicationOf(formats: Formats, country: string): string | null {
  const docdb = formats.get("docdb");
  const [office, number] = [docdb?.value("country") ?? null, docdb?.value("doc-number") ?? null];
  const original = formats.get("original")?.value("doc-number") ?? null;
  if (office === "US" && docdb?.value("kind") !== "W" && original?.includes("/")) return applicationKey("US", original);
  if (office !== null && number !== null) return docdbApplicationKey(office, number, docdb?.value("kind") ?? null);
  const epodoc = formats.get("epodoc")?.value("doc-number") ?? null;
  return epodocApplication(epodoc, original) ?? (original === null ? null : applicationKey(country, original));
}

/** EPODOC writes country, year and number (`NL19981010536`); of the United States the serial without its series, which the original tells. */
function epodocApplication(epodoc: string | null, original: string | null): string | null {
  const [, country = "", year = "", number = ""] = /^([A-Z]{2})((?:18|19|20)\d{2})(\w+)$/.exec(epodoc ?? "") ?? [];
  if (country === "") return null;
  if (country === "WO") return applicationKey("WO", epodoc ?? "");
  if (country === "US") {
    if (original?.includes("/")) return applicationKey("US", original);
    return docdbApplicationKey("US", number.slice(-6) + year.slice(2), /P$/.test(number) ? "P" : "A");
  }
  if (country === "JP")
    return Number(year) >= 2000
      ? applicationKey("JP", year + number.slice(-6))
      : applicationKey("JP", number.replace(/^0+/, "") + year.slice(2));
  if (country === "KR" || (country === "CN" && Number(year) >= 2004)) return applicationKey(country, year + number);
  if (country === "EP") return applicationKey("EP", year.slice(2) + number.slice(-6));
  return applicationKey(country, number.replace(/^0+(?=\d)/, ""));
}

/** The date that any of the formats has. Throws BadRow for one that is none. */
export function dateOf(formats: Formats): string | null {
  for (const id of formats.values()) {
    const date = officeDate(id.value("date"));
    if (date !== null) return date;
  }
  return null;
}

const daysOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** A date (`20030918`, `2003-09-18`, `20031900`) as `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; `null` for none or zeros, else throws BadRow. */
export function officeDate(text: string | null | undefined): string | null {
  const printed = text?.trim() ?? "";
  if (printed === "" || /^[0-]+$/.test(printed) || /^0001-?01-?01$/.test(printed)) return null;
  const [, year, month, day] = /^((?:1[6-9]|20)\d{2})-?(\d{2})-?(\d{2})$/.exec(printed) ?? [];
  if (year === undefined || month === undefined || day === undefined) return fail(`${printed.slice(0, 20)} is not a date`);
  if (month === "00") return year;
  if (Number(month) > 12 || Number(day) > daysOf(Number(year), Number(month))) fail(`${printed} is not a date`);
  return day === "00" ? `${year}-${month}` : `${year}-${month}-${day}`;
}
