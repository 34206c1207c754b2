import type { Row } from "../../base/tables.ts";

export interface Rate {
  readonly quantity: string;
  /** `US courts`, `US ITC`, `CN office`; `null`: any forum without a rate of its own. */
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

export function ratesOf(rows: readonly Row<"base_rate">[], quantity: string): readonly Rate[] {
  return rows.flatMap(({ low, high, holder_kind, unit: _, ...row }) =>
    row.quantity === quantity && low !== null && high !== null ? [{ ...row, low, high, holderKind: holder_kind }] : [],
  );
}

/** Rates of forums (`US ITC`) or of all forums of offices (`US`). */
export const forumRates = (rates: readonly Rate[], offices: readonly string[]): readonly Rate[] =>
  rates.filter(({ forum }) => forum !== null && (offices.includes(forum) || offices.includes(forum.split(" ")[0]!)));

export const forumsOf = (rates: readonly Rate[]): readonly string[] => [...new Set(rates.flatMap(({ forum }) => forum ?? []))];

/**
 * Rates known before a year: published and measured earlier. Rates of undated documents are left out; assumptions (without a document) stay.
 * `published`: year of each document.
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

/** Last year mentioned in a rate's text; 0 without any. */
export const lastYear = (text: string | null): number =>
  [...(text ?? "").matchAll(/(?:19|20)\d{2}/g)].reduce((last, [year]) => Math.max(last, Number(year)), 0);
