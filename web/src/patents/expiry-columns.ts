import type { TechnologyPatents } from "../../../src/answers/patents/technology-patents-report.ts";

export type Expiry = TechnologyPatents["expiry"];

/** What lapses in one year; `inForce` is the expected number of those of known status. */
export type ExpiryYear = Expiry["years"][number];

/** All documents that lapse in a year. */
export const lapsing = ({ byEvent, byTerm }: ExpiryYear): number => byEvent + byTerm;

/** Every year from the first to the last in which anything lapses, those between in which nothing does too. */
export function expiryColumns(years: Expiry["years"]): readonly ExpiryYear[] {
  const known = new Map(years.map((line) => [line.year, line]));
  const [first, last] = [Math.min(...known.keys()), Math.max(...known.keys())];
  return Array.from({ length: known.size === 0 ? 0 : last - first + 1 }, (_, at) => known.get(first + at) ?? nothing(first + at));
}

const nothing = (year: number): ExpiryYear => ({
  year,
  byEvent: 0,
  byTerm: 0,
  inForce: { low: 0, high: 0 },
  statusUnknown: 0,
  weight: 0,
  weightUnknown: 0,
});

/** Years that are named under the columns: round ones, no more than `most`. */
export function namedYears(columns: readonly ExpiryYear[], most: number): readonly number[] {
  const step = [1, 2, 5, 10, 20, 50].find((years) => columns.length / years <= most) ?? 100;
  return columns.map(({ year }) => year).filter((year) => year % step === 0);
}
