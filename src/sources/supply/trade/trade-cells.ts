import { findPlace, type Place } from "../../../link/economies.ts";
import { fail } from "../../format/records.ts";

/** The economy, total or rest that the first of these texts that is known stands for. Throws BadRow if none is. */
function tradePlace(column: string, ...texts: readonly string[]): Place {
  for (const text of texts) {
    const place = text === "" ? null : findPlace(text);
    if (place) return place;
  }
  const given = texts.filter((text) => text !== "");
  return fail(given.length === 0 ? `${column} is empty` : `${column} ${given.join(" ").slice(0, 80)} is not known`);
}

/** Who reports: an economy or `unspecified-asia`. Throws BadRow for totals and other rests. */
export function reporterId(column: string, ...texts: readonly string[]): string {
  const place = tradePlace(column, ...texts);
  return place.kind === "economy" || place.id === "unspecified-asia" ? place.id : fail(`${column} ${place.id} reports nothing`);
}

/** The partner with the source's own words for it where it is no economy. Throws BadRow. */
export function partnerOf(
  column: string,
  label: string,
  ...texts: readonly string[]
): { readonly partner: string; readonly partner_label: string | null } {
  const place = tradePlace(column, ...texts);
  return { partner: place.id, partner_label: place.kind === "unspecified" ? label || texts.find((text) => text !== "") || null : null };
}

/** A code of the Harmonised System and its scheme; a leading zero that a spreadsheet took is put back. `null` for another level. */
export function harmonisedCode(text: string): { readonly scheme: "hs4" | "hs6" | "hs8"; readonly code: string } | null {
  if (!/^\d{1,8}$/.test(text)) return null;
  const code = text.length % 2 === 1 ? `0${text}` : text;
  switch (code.length) {
    case 4:
      return { scheme: "hs4", code };
    case 6:
      return { scheme: "hs6", code };
    case 8:
      return { scheme: "hs8", code };
    default:
      return null;
  }
}

/** `2022`, `202201`, `2022-01` or `202252` (Eurostat's whole year) as `YYYY` or `YYYY-MM`. Throws BadRow. */
export function periodOf(text: string, column: string): string {
  const match = /^((?:19|20)\d\d)(?:-?(0[1-9]|1[0-2]|52))?$/.exec(text);
  if (!match?.[1]) return fail(`${column} is no year or month`);
  return match[2] && match[2] !== "52" ? `${match[1]}-${match[2]}` : match[1];
}
