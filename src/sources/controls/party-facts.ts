import { birthSpan } from "../../link/birth-dates.ts";
import { findEconomy } from "../../link/economies.ts";
import { identifierKey, identifierScheme } from "../../link/identifiers.ts";
import type { PartyFact } from "./party-rows.ts";

/** Longer texts are no date and no number. */
const longest = 200;

/** Dates of birth as printed; texts without a figure are none. */
export const bornFacts = (printed: readonly string[]): readonly PartyFact[] =>
  printed.flatMap((text) => (birthSpan(text) !== null || (/\d{4}/.test(text) && text.length <= longest) ? [born(text)] : []));

const born = (value: string): PartyFact => ({ kind: "born", scheme: null, value, economy: null });

/** An identifier by the words of its type; `null` where these name none, or the number has no figure. */
export function identifierFact(type: string, number: string, economy: string | null): PartyFact | null {
  const scheme = identifierScheme(type);
  const value = number.trim();
  const hasFigure = /\d/.test(value) || scheme === "swift";
  if (scheme === null || !hasFigure || value.length > longest || identifierKey({ scheme, value }) === "") return null;
  return { kind: "identifier", scheme, value, economy };
}

/**
 * Identifiers as the screening list prints them: `Passport, 836238033, KP; Tax ID No., 77`, and in older copies `US, 80-0890696, Tax ID No.`.
 * What is none (sanctions risk, gender, mail) is left out.
 */
export const printedIdentifiers = (text: string): readonly PartyFact[] =>
  text.split(";").flatMap((each) => {
    const parts = each.split(",").map((part) => part.trim());
    const place = parts.find((part) => /^[A-Z]{2}$/.test(part) && findEconomy(part) !== null);
    const rest = parts.filter((part) => part !== "" && part !== place);
    const number =
      rest.filter((part) => /\d/.test(part)).sort((a, b) => figures(b) - figures(a))[0] ?? rest.find((part) => !/swift/i.test(part));
    const type = rest.filter((part) => part !== number).join(", ");
    const fact = number === undefined || type === "" ? null : identifierFact(type, number, place === undefined ? null : findEconomy(place));
    return fact === null ? [] : [fact];
  });

/** Part of a text that is figures. */
const figures = (text: string): number => text.replace(/\D/g, "").length / text.length;
