import type { Row } from "../../base/tables.ts";

/** A base rate with both ends. */
export interface Rate {
  readonly quantity: string;
  /** `US courts`, `US ITC`, `CN office`; `null` for wherever no forum has a rate of its own. */
  readonly forum: string | null;
  readonly holderKind: string | null;
  readonly scope: string;
  readonly low: number;
  readonly high: number;
  readonly year: string | null;
  readonly source: string | null;
  readonly grade: string;
  readonly note: string | null;
}

/** The rates of one quantity that have both ends. */
export function ratesOf(rows: readonly Row<"base_rate">[], quantity: string): readonly Rate[] {
  return rows.flatMap(({ low, high, holder_kind, unit: _, ...row }) =>
    row.quantity === quantity && low !== null && high !== null ? [{ ...row, low, high, holderKind: holder_kind }] : [],
  );
}

/** Rates of some forums (`US ITC`), or of all forums of some offices (`US`): a forum is named after its office or economy. */
export const forumRates = (rates: readonly Rate[], offices: readonly string[]): readonly Rate[] =>
  rates.filter(({ forum }) => forum !== null && (offices.includes(forum) || offices.includes(forum.split(" ")[0]!)));

/** The forums of some rates, each once. */
export const forumsOf = (rates: readonly Rate[]): readonly string[] => [...new Set(rates.flatMap(({ forum }) => forum ?? []))];

/**
 * Rates that were known before a year: published in an earlier one, on data that ended in an earlier one. `published` is the year of each
 * document; a rate whose document has none is left out. Rows without a document are assumptions, the same for every year, and stay.
 */
export function ratesKnownBefore(
  rows: readonly Row<"base_rate">[],
  published: (source: string) => number | null,
  year: number,
): readonly Row<"base_rate">[] {
  return rows.filter((row) => {
    if (row.source === null) return true;
    const publicationYear = published(row.source);
    return publicationYear !== null && publicationYear < year && lastYear(row.year) < year;
  });
}

/** The last year that the text of a rate names; 0 without any: no later than the document. */
export const lastYear = (text: string | null): number =>
  [...(text ?? "").matchAll(/(?:19|20)\d{2}/g)].reduce((last, [year]) => Math.max(last, Number(year)), 0);
