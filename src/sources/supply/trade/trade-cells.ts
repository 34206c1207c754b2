import { findPlace, inEuropeanUnion, type Place } from "../../../link/economies.ts";
import { maybeAmount } from "../../format/cells.ts";
import type { CsvRow } from "../../format/csv-rows.ts";
import type { TableLayout } from "../../format/parts-source.ts";
import { fail } from "../../format/records.ts";

export type Flow = "import" | "export";

interface Product {
  readonly scheme: "hs4" | "hs6" | "hs8" | "cn8";
  readonly code: string;
}

/** A layout of trade statistics: which columns say what. A record of which something says `leftOut` is left out without being wrong. */
export interface TradeLayout extends TableLayout {
  /** The document that the rows are from. */
  readonly document: { readonly id: string; readonly title: string; readonly publisher: string; readonly url: string };
  /** Said through the log before the first row, where something about the layout must be minded. */
  readonly notice?: string;
  /** What a whole record is that is left out; `null` for one that is read. */
  readonly leftOut?: (row: CsvRow) => string | null;
  /** Codes and names of an economy; the first that is known counts. */
  readonly reporter: readonly string[];
  readonly partner: readonly string[];
  /** Column of the flow, and what its words mean. */
  readonly flow: (row: CsvRow) => Flow | { readonly leftOut: string };
  readonly product: (row: CsvRow) => Product | { readonly leftOut: string };
  readonly period: string;
  readonly currency: "USD" | "EUR";
  readonly value: string;
  readonly weight?: string;
  /** Value and weight are thousands of their unit. */
  readonly thousands?: true;
  readonly quantity?: string;
  readonly unit?: string;
  /** Whether the partner of one member of the European Union in another is where goods came from last, not their origin. */
  readonly lastPlace?: true;
}

/** The flow that a word of a column stands for; any other is left out, or wrong where a reason is given. */
export const flowIn =
  (column: string, words: Readonly<Record<string, Flow>>, otherwise?: string) =>
  (row: CsvRow): Flow | { readonly leftOut: string } => {
    const word = row.text(column).toLowerCase();
    const flow = Object.hasOwn(words, word) ? words[word] : undefined;
    return flow ?? (otherwise === undefined ? { leftOut: `flow "${row.text(column).slice(0, 40)}"` } : fail(otherwise));
  };

/** A Harmonised System code; a lost leading zero is put back. Other levels are left out, or wrong where `levels` are given. */
export const harmonised =
  (column: string, levels?: readonly Product["scheme"][]) =>
  (row: CsvRow): Product | { readonly leftOut: string } => {
    const text = row.text(column);
    const code = text.length % 2 === 1 ? `0${text}` : text;
    const scheme = /^(?:\d{4}|\d{6}|\d{8})$/.test(code) ? (`hs${code.length}` as "hs4" | "hs6" | "hs8") : null;
    if (levels === undefined) return scheme === null ? { leftOut: "product level other than HS4, HS6, HS8" } : { scheme, code };
    const digits = levels.map((level) => level.slice(2)).join(", ");
    return scheme !== null && levels.includes(scheme) ? { scheme, code } : fail(`${column} is not a code of ${digits} digits`);
  };

/** A code of the Combined Nomenclature in a column. Confidential parts of a chapter (`85XXXXXX`, `8542SSSS`) keep their code. */
export const combinedProduct =
  (column: string) =>
  (row: CsvRow): Product | { readonly leftOut: string } => {
    const code = row.text(column);
    if (code === "TOTAL" || /^\d{2}[\dA-Z]{6}$/.test(code)) return { scheme: "cn8", code };
    if (/^\d{6}$/.test(code)) return { scheme: "hs6", code };
    if (/^\d{4}$/.test(code)) return { scheme: "hs4", code };
    return /^\d{2}$/.test(code) ? { leftOut: "product level other than CN8, HS6, HS4 and the total" } : fail(`${column} is not a code`);
  };

/** An amount in a column, `null` without one. Times 1000 to three decimals, so that the noise of binary fractions stays out. */
export function amountIn(row: CsvRow, column: string | undefined, { thousands }: TradeLayout): number | null {
  const amount = column === undefined || (thousands && row.text(column) === "NA") ? null : maybeAmount(row, column);
  return thousands && amount !== null ? Math.round(amount * 1e6) / 1e3 : amount;
}

/** The economy, total or rest that the first of these columns that is known stands for. Throws BadRow if none is. */
function placeIn(row: CsvRow, columns: readonly string[]): Place {
  const texts = columns.map((column) => row.text(column)).filter((text) => text !== "");
  for (const text of texts) {
    const place = findPlace(text);
    if (place) return place;
  }
  return fail(texts.length === 0 ? `${columns[0]} is empty` : `${columns[0]} ${texts.join(" ").slice(0, 80)} is not known`);
}

/** Who reports: an economy or `unspecified-asia`. Throws BadRow for totals and other rests. */
export function reporterOf(row: CsvRow, columns: readonly string[]): string {
  const place = placeIn(row, columns);
  return place.kind === "economy" || place.id === "unspecified-asia" ? place.id : fail(`${columns[0]} ${place.id} reports nothing`);
}

/** The partner with the source's own words for it where it is not an economy. Throws BadRow. */
export function partnerOf(
  row: CsvRow,
  { partner: columns, lastPlace }: TradeLayout,
  reporter: string,
  year: number,
): { readonly partner: string; readonly partner_label: string | null } {
  const place = placeIn(row, columns);
  const label = columns.map((column) => row.text(column)).findLast((text) => text !== "") ?? null;
  const inside = row.text("TRADE_TYPE") === "I" || (row.text("TRADE_TYPE") === "" && inEuropeanUnion(place.id, year));
  if (lastPlace && inside && inEuropeanUnion(reporter, year)) return { partner: "unspecified-eu", partner_label: label };
  return { partner: place.id, partner_label: place.kind === "unspecified" ? label : null };
}

/** `2022`, `202201`, `2022-01` or `202252` (Eurostat's whole year) as `YYYY` or `YYYY-MM`. Throws BadRow. */
export function periodIn(row: CsvRow, column: string): string {
  const match = /^((?:19|20)\d\d|2100)(?:-?(0[1-9]|1[0-2]|52)|\.0)?$/.exec(row.text(column));
  if (!match?.[1]) return fail(`${column} is not a year or month`);
  return match[2] && match[2] !== "52" ? `${match[1]}-${match[2]}` : match[1];
}
