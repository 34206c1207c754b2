import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CliffPatent, expiryCliff } from "../../../src/measure/patents/expiry.ts";
import { createSurvival, inForce, type LegalRecord } from "../../../src/measure/patents/in-force.ts";
import { runs } from "../../leverage/worlds.ts";

const day = (text: string): number => Date.parse(text) / 86_400_000;
const asOf = day("2020-01-01");
const survival = createSurvival([{ office: "US", age: 30, since: "grant", low: 0.5, high: 1 }]);

const patent = (changes: Partial<LegalRecord>, weight: number | null = 1): CliffPatent => {
  const record: LegalRecord = {
    office: "US",
    type: null,
    granted: 1,
    grantDay: day("2008-01-01"),
    filingDay: day("2006-05-05"),
    filedDay: changes.filingDay === undefined ? day("2006-05-05") : changes.filingDay,
    originalGrant: null,
    termDays: null,
    disclaimed: false,
    tiedEnd: null,
    events: [],
    eventsUntil: null,
    ...changes,
  };
  return { record, status: inForce(record, asOf, survival), weight };
};

describe("expiryCliff", () => {
  it("puts a patent in the year of its event, else of its term, and tells what it does not know", () => {
    const lapsed = { kind: "lapsed", day: day("2016-07-07") };
    const later = { kind: "lapsed", day: day("2024-07-07") };
    const cliff = expiryCliff(
      [
        patent({ events: [{ kind: "expired", day: day("2018-02-02") }, lapsed] }, 3),
        patent({}, 5),
        patent({ events: [later] }, null),
        patent({ office: "EP" }, 2),
        patent({ filingDay: null }),
        patent({ events: [{ kind: "expired", day: null }] }),
        patent({ granted: 0 }),
        patent({ granted: null }),
      ],
      asOf,
    );
    expect(cliff).toEqual({
      years: [
        { year: 2016, byEvent: 1, byTerm: 0, inForce: { low: 0, high: 0 }, statusUnknown: 0, weight: 3, weightUnknown: 0 },
        { year: 2026, byEvent: 0, byTerm: 3, inForce: { low: 1, high: 2 }, statusUnknown: 1, weight: 7, weightUnknown: 1 },
      ],
      unknown: 2,
      notGranted: 2,
    });
  });

  it("counts an event of the very day, and none of the next", () => {
    const ended = (on: number) =>
      expiryCliff([patent({ events: [{ kind: "lapsed", day: on }] })], asOf).years.map(({ year, byEvent }) => [year, byEvent]);
    expect(ended(asOf)).toEqual([[2020, 1]]);
    expect(ended(asOf + 1)).toEqual([[2026, 0]]);
  });

  it("loses no patent", () => {
    const maybe = (of: fc.Arbitrary<number>) => fc.option(of, { nil: null });
    const any = fc
      .record({
        granted: fc.constantFrom(0, 1, null),
        grantDay: maybe(fc.integer({ min: 0, max: 20_000 })),
        filingDay: maybe(fc.integer({ min: 0, max: 20_000 })),
        type: fc.constantFrom(null, "design", "utility"),
        events: fc.array(
          fc.record({ kind: fc.constantFrom("lapsed", "granted", "reinstated"), day: maybe(fc.integer({ min: 0, max: 20_000 })) }),
          {
            maxLength: 3,
          },
        ),
      })
      .map((changes) => patent(changes));
    fc.assert(
      fc.property(fc.array(any, { maxLength: 20 }), (patents) => {
        const { years, unknown, notGranted } = expiryCliff(patents, asOf);
        expect(years.reduce((sum, year) => sum + year.byEvent + year.byTerm, 0) + unknown + notGranted).toBe(patents.length);
        expect(years.map((year) => year.year)).toEqual([...new Set(years.map((year) => year.year))].sort());
      }),
      runs(300),
    );
  });
});
