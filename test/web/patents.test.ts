import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ExpiryYear, expiryColumns, lapsing, namedYears } from "../../web/src/patents/expiry-columns.ts";

const year = (at: number, facts: Partial<ExpiryYear> = {}): ExpiryYear => ({
  year: at,
  byEvent: 0,
  byTerm: 1,
  inForce: { low: 0, high: 0 },
  statusUnknown: 0,
  weight: 0,
  weightUnknown: 0,
  ...facts,
});

describe("columns of expiry", () => {
  it("stand for every year between the first and the last, whatever lapses", () => {
    const years = fc.uniqueArray(fc.integer({ min: 1950, max: 2060 }), { maxLength: 20 });
    fc.assert(
      fc.property(years, (given) => {
        const columns = expiryColumns(given.map((at) => year(at)));
        const first = Math.min(...given);
        expect(columns.map((column) => column.year)).toEqual(columns.map((_, at) => first + at));
        expect(columns.filter((column) => lapsing(column) > 0).map((column) => column.year)).toEqual([...given].sort());
        if (given.length > 0) expect(columns.at(-1)?.year).toBe(Math.max(...given));
      }),
    );
  });

  it("are named by round years, few enough to be read", () => {
    const columns = (from: number, to: number) => expiryColumns([year(from), year(to)]);
    expect(namedYears(columns(2018, 2039), 8)).toEqual([2020, 2025, 2030, 2035]);
    expect(namedYears(columns(2026, 2028), 8)).toEqual([2026, 2027, 2028]);
    expect(namedYears([], 8)).toEqual([]);
    for (let last = 1951; last < 2060; last++) expect(namedYears(columns(1950, last), 8).length).toBeLessThanOrEqual(9);
  });
});
