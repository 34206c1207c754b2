import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { adviseFiling, type FilingPlace, type FilingTerms } from "../../src/plan/filing.ts";
import { type FeeRow, officeCosts, upkeepBetween } from "../../src/plan/office-cost.ts";

const fee = (office: string, item: string, usd: number | [number, number], more: Partial<FeeRow> = {}): FeeRow => {
  const [low, high] = typeof usd === "number" ? [usd, usd] : usd;
  return { office, item, low, high, unit: "USD", year_from: null, year_to: null, ...more };
};

/** An office whose grant takes two years and costs 1,000, and each year of age from grant on 100. */
const plain = (office: string): readonly FeeRow[] => [
  fee(office, "grant", 400),
  fee(office, "agent", 600),
  fee(office, "pendency", 2, { unit: "years" }),
  fee(office, "year-from-filing", 100, { year_from: 1, year_to: 20 }),
];

const kept = () => ({ low: 1, high: 1 });
const place = (office: string, stake: FilingPlace["stake"], more: Partial<FilingPlace> = {}): FilingPlace => ({
  office,
  stake,
  cost: officeCosts(plain(office)).get(office)!,
  survival: kept,
  ...more,
});
const terms: FilingTerms = { royalty: { low: 0.1, high: 0.1 }, firstUse: { low: 0, high: 0 }, years: 20, discount: 0 };

describe("costs of an office", () => {
  it("are in USD, by age while pending and after grant, whichever way its years count", () => {
    const rows = [
      fee("XX", "grant", 10, { unit: "ABC" }),
      fee("XX", "agent", [5, 7]),
      fee("XX", "pendency", 3, { unit: "years" }),
      fee("XX", "rate", [2, 3], { unit: "USD per ABC" }),
      fee("XX", "year-pending", 1, { unit: "ABC", year_from: 3, year_to: 20 }),
      fee("XX", "year-from-filing", 4, { unit: "ABC", year_from: 4, year_to: 20 }),
      fee("XX", "year-from-grant", 50, { year_from: 2, year_to: 2 }),
    ];
    const cost = officeCosts(rows).get("XX")!;
    expect(cost.toGrant).toEqual({ low: 25, high: 37 });
    expect([2, 3, 4, 5, 6].map((age) => cost.upkeep(age, 3).low)).toEqual([0, 2, 8, 58, 8]);
    expect(upkeepBetween(cost, 2, 5, 3)).toEqual({ low: 68, high: 77 });
    expect(upkeepBetween(cost, 20, 40, 3)).toEqual({ low: 0, high: 0 });
  });

  it("are unknown without a rate, a fee or a pendency", () => {
    for (const lacks of ["grant", "agent", "pendency"]) expect(officeCosts(plain("XX").filter(({ item }) => item !== lacks)).size).toBe(0);
    expect(officeCosts(plain("XX").map((row) => ({ ...row, unit: row.item === "grant" ? "ABC" : row.unit }))).size).toBe(0);
  });
});

describe("where to file", () => {
  it("adds up value and cost over the years after grant and first use", () => {
    const [advice] = adviseFiling([place("XX", { low: 100, high: 200 })], terms);
    // 18 years from grant on, a royalty of a tenth; 1,000 to grant and 100 in each of them.
    expect(advice).toMatchObject({
      value: { low: 180, high: 360 },
      cost: { low: 2800, high: 2800 },
      verdict: "leave",
      reason: "below-cost",
    });
    const late = adviseFiling([place("XX", { low: 100, high: 200 })], { ...terms, firstUse: { low: 10, high: 15 } })[0]!;
    expect(late.value).toEqual({ low: 50, high: 200 });
  });

  it("discounts and lets patents lapse on both sides", () => {
    const half = adviseFiling([place("XX", { low: 100, high: 100 }, { survival: () => ({ low: 0.5, high: 0.5 }) })], terms)[0]!;
    expect(half).toMatchObject({ value: { low: 90, high: 90 }, cost: { low: 1900, high: 1900 } });
    const soon = adviseFiling([place("XX", { low: 100, high: 100 })], { ...terms, years: 3, discount: 0.25 })[0]!;
    expect(soon.value!.low).toBeCloseTo(10 / 1.25 ** 3, 12);
  });

  it("files what surely covers its cost, leaves what never does, and keeps the rest open", () => {
    const told = adviseFiling(
      [
        place("AA", { low: 0, high: 10 }),
        place("BB", { low: 1e6, high: 2e6 }),
        place("CC", { low: 0, high: 1e6 }),
        place("DD", { low: 1e6, high: 1e6 }),
      ],
      terms,
    );
    expect(told.map(({ office, verdict }) => `${office} ${verdict}`)).toEqual(["BB file", "DD file", "CC open", "AA leave"]);
    const unused = adviseFiling([place("AA", { low: 1e6, high: 1e6 })], { ...terms, firstUse: { low: 25, high: 30 } })[0]!;
    expect(unused).toMatchObject({ verdict: "leave", reason: "no-use-in-term" });
  });

  it("says unknown and why, and lists it last", () => {
    const places = [place("AA", null), place("BB", { low: 1, high: 1 }, { cost: null }), place("CC", { low: 1, high: 2 })];
    const told = adviseFiling(places, terms);
    expect(told.map(({ office, verdict, reason }) => [office, verdict, reason])).toEqual([
      ["CC", "leave", "below-cost"],
      ["AA", "unknown", "stake-unknown"],
      ["BB", "unknown", "cost-unknown"],
    ]);
    expect(told.slice(1).map(({ ratio }) => ratio)).toEqual([null, null]);
    expect(adviseFiling(places, { ...terms, royalty: null })[2]).toMatchObject({ office: "CC", value: null, reason: "royalty-unknown" });
    const either = adviseFiling([place("CC", { low: 1e6, high: 2e6 })], { ...terms, firstUse: null })[0]!;
    expect([either.value!.low, either.verdict]).toEqual([0, "open"]);
  });

  const bounds = fc.tuple(fc.double({ min: 0, max: 1e6, noNaN: true }), fc.double({ min: 0, max: 1e6, noNaN: true })).map(([a, b]) => ({
    low: Math.min(a, b),
    high: Math.max(a, b),
  }));

  it("does not depend on the order of offices, and more at stake never makes a ratio lower", () => {
    fc.assert(
      fc.property(fc.array(bounds, { minLength: 1, maxLength: 6 }), fc.nat(), bounds, (stakes, seed, more) => {
        const places = stakes.map((stake, at) => place(`${String.fromCharCode(65 + at)}X`, stake));
        const told = adviseFiling(places, terms);
        const turned = [...places.slice(seed % places.length), ...places.slice(0, seed % places.length)];
        expect(adviseFiling(turned, terms)).toEqual(told);
        const { stake } = places[0]!;
        const richer = adviseFiling([place("AX", { low: stake!.low + more.low, high: stake!.high + more.high })], terms)[0]!;
        const before = told.find(({ office }) => office === "AX")!;
        expect(richer.ratio!.low).toBeGreaterThanOrEqual(before.ratio!.low);
        expect(richer.ratio!.high).toBeGreaterThanOrEqual(before.ratio!.high);
      }),
    );
  });
});
