import { dayOf } from "../base/days.ts";

/** A Federal Register citation. `page`: `null` if only volume and issue are given; `published`: `null` without a day. */
export interface FederalRegisterCitation {
  /** `85 FR 83420`, or `88 FR no. 151`. */
  readonly citation: string;
  readonly volume: number;
  readonly page: number | null;
  /** `YYYY-MM-DD`. */
  readonly published: string | null;
}

/** Volume 1 is of 1936. */
export const yearOfVolume = (volume: number): number => 1935 + volume;

const numeric = String.raw`(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?!\d)`;
const spelled = String.raw`([A-Z][a-z]+)\.? (\d{1,2}), (\d{4})`;
/** Text between page and day: repeated page, issue number, web page remnants, punctuation. */
const between = String.raw`(?:,\s*P?\d{1,6}(?=[\s,]))?(?:\s*,?\s*\(?[Nn]o\. \d+\)?)?(?:\s+preview citation details)?[\s,;]*\(?\s*`;
const shape = new RegExp(
  String.raw`(?:\b(\d{1,3})\s*\.?\s*F\.?\s?R\.?\s*(\d{1,6})(?!\d)|\bVol(?:ume|[.,])\s?(\d{1,3}),?\s+No\.\s?(\d{1,3})(?!\d))(?:${between}(?:${numeric}|${spelled}))?`,
  "g",
);

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * Citations in a text, in order: `85 FR 83420, 12/22/20`, `67 F.R. 56530 9/4/02`, `91 FR 35189 (June 10, 2026)`, `Vol. 88, No. 151,
 * 08/08/2023`. Two-digit years are those of the volume; days of other years are ignored.
 */
export const federalRegisterCitations = (text: string): readonly FederalRegisterCitation[] =>
  [...text.matchAll(shape)].map(([, volume, page, volumeOfIssue, issue, m, d, y, month, day, year]) => {
    const number = Number(volume ?? volumeOfIssue);
    const named = month === undefined ? undefined : String(months.indexOf(month.slice(0, 3).toLowerCase()) + 1);
    return {
      citation: page === undefined ? `${number} FR no. ${issue}` : `${number} FR ${page}`,
      volume: number,
      page: page === undefined ? null : Number(page),
      published: publishedOn(number, y ?? year, m ?? named, d ?? day),
    };
  });

function publishedOn(volume: number, year = "", month = "", day = ""): string | null {
  const known = yearOfVolume(volume);
  if (year === "" || (year.length === 4 ? Number(year) !== known : Number(year) !== known % 100)) return null;
  const text = `${known}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return dayOf(text) === null ? null : text;
}

export function isEarlier(a: FederalRegisterCitation, b: FederalRegisterCitation): boolean {
  if (a.published !== null && b.published !== null && a.published !== b.published) return a.published < b.published;
  if (a.volume !== b.volume) return a.volume < b.volume;
  return a.page !== null && b.page !== null && a.page < b.page;
}

export const earliestCitation = (citations: readonly FederalRegisterCitation[]): FederalRegisterCitation | undefined =>
  citations.reduce<FederalRegisterCitation | undefined>(
    (best, each) => (best === undefined || isEarlier(each, best) ? each : best),
    undefined,
  );

/** Publication day of the earliest citation; `null` if that has no day. */
export const firstPublished = (citations: readonly FederalRegisterCitation[]): string | null =>
  earliestCitation(citations)?.published ?? null;
