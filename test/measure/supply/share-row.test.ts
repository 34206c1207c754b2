import { describe, expect, it } from "vitest";
import type { LoadedShare } from "../../../src/measure/supply/share-entries.ts";
import { chooseShareRow, shareRowsOf } from "../../../src/measure/supply/share-row.ts";
import { share } from "../rows.ts";

const seats = new Map([
  ["firm-a", "AA"],
  ["firm-b", "BB"],
  ["firm-c", "AA"],
]);

const chosen = (shares: readonly LoadedShare[]) => chooseShareRow(shareRowsOf(shares, seats));
const held = (shares: readonly LoadedShare[]) => chosen(shares)?.entries.map(({ holder, low, high }) => [holder, low, high]);

const made = { basis: "production" };
const firm = { holder_kind: "organisation", basis: "sales" };
const outside = { dataset: "eto" };

describe("shareRowsOf", () => {
  it("keeps bases, years of the atlas, data sets and kinds of holder apart", () => {
    const rows = shareRowsOf(
      [
        share("t", "AA", 0.5),
        share("t", "AA", 0.4, { year: 2020 }),
        share("t", "AA", 0.3, made),
        share("t", "AA", 0.2, outside),
        share("t", "BB", 0.1, { ...outside, year: 2019 }),
        share("t", "firm-a", 0.6, firm),
      ],
      seats,
    );
    expect(rows.map(({ basis, dataset, year, derived }) => [basis, dataset, year, derived])).toEqual([
      ["headquarters", "atlas", 2024, false],
      ["headquarters", "atlas", 2020, false],
      ["production", "atlas", 2024, false],
      ["headquarters", "eto", 2024, false],
      ["headquarters", "atlas", 2024, true],
    ]);
    expect(rows[3]!.entries.map(({ holder }) => holder)).toEqual(["AA", "BB"]);
  });

  it("adds firms up by their seat, and leaves those without a known seat in the unknown", () => {
    const [row] = shareRowsOf(
      [
        share("t", "firm-a", 0.3, firm),
        share("t", "firm-c", 0.2, firm),
        share("t", "firm-b", 0.1, firm),
        share("t", "stranger", 0.2, firm),
      ],
      seats,
    );
    expect(row!.entries.map(({ holder, low }) => [holder, low])).toEqual([
      ["AA", 0.5],
      ["BB", 0.1],
    ]);
    expect(row!.unknown).toBeCloseTo(0.4, 12);
  });

  it("keeps blanks, flags, Various and regions out of what is known", () => {
    const [row] = shareRowsOf(
      [
        share("t", "AA", [0.2, 0.4]),
        share("t", "BB", null),
        share("t", "CC", [0, 0.02], { flag: "negligible" }),
        share("t", "various", 0.1, { holder_kind: "unspecified" }),
        share("t", "EUR", 0.3, { holder_kind: "region" }),
      ],
      seats,
    );
    expect(row!.entries.map(({ holder, blank }) => [holder, blank])).toEqual([
      ["AA", false],
      ["CC", true],
      ["BB", true],
    ]);
    expect(row!.regions).toEqual([{ region: "EUR", share: 0.3 }]);
    expect(row!.unknown).toBeCloseTo(0.8, 12);
  });

  it("makes no row of blanks alone, but one of what is published as various", () => {
    expect(shareRowsOf([share("t", "AA", null), share("t", "BB", null)], seats)).toEqual([]);
    expect(shareRowsOf([share("t", "various", 1, { holder_kind: "unspecified" })], seats)).toMatchObject([{ entries: [], unknown: 1 }]);
  });

  it("takes the newest figure of each holder of an outside data set", () => {
    expect(held([share("t", "AA", 0.3, { ...outside, year: 2019 }), share("t", "AA", 0.5, { ...outside, year: 2025 })])).toEqual([
      ["AA", 0.5, 0.5],
    ]);
  });
});

describe("chooseShareRow", () => {
  it("takes production where it names half of the supply, whatever owners' rows name", () => {
    expect(chosen([share("t", "AA", 0.5, made), share("t", "BB", 1)])?.basis).toBe("production");
    expect(chosen([share("t", "AA", 0.49, made), share("t", "BB", 1)])?.basis).toBe("headquarters");
  });

  it("takes the row that names most where production names less, production on a tie", () => {
    expect(chosen([share("t", "AA", 0.4, made), share("t", "BB", 0.3)])?.basis).toBe("production");
    expect(chosen([share("t", "AA", 0.4, made), share("t", "BB", 0.4)])?.basis).toBe("production");
    expect(chosen([share("t", "BB", 0.4), share("t", "firm-a", 0.9, firm)])).toMatchObject({ derived: true });
  });

  it("takes an outside data set that is as new as the atlas or newer", () => {
    expect(held([share("t", "AA", 0.9, { year: 2024 }), share("t", "BB", 0.6, { ...outside, year: 2024 })])).toEqual([["BB", 0.6, 0.6]]);
    expect(held([share("t", "AA", 0.9, { year: 2024 }), share("t", "BB", 0.6, { ...outside, year: 2025 })])).toEqual([["BB", 0.6, 0.6]]);
  });

  it("takes the row that names most, less 0.1 for each year of age, within five years", () => {
    expect(held([share("t", "AA", 0.9, { year: 2024 }), share("t", "BB", 0.6, { ...outside, year: 2023 })])).toEqual([["AA", 0.9, 0.9]]);
    const older = (low: number) => held([share("t", "AA", 0.5, { year: 2024 }), share("t", "BB", low, { ...outside, year: 2023 })]);
    expect([older(0.61), older(0.6)]).toEqual([[["BB", 0.61, 0.61]], [["AA", 0.5, 0.5]]]);
    expect(held([share("t", "AA", 0.5, { year: 2024 }), share("t", "BB", 0.9, { ...outside, year: 2018 })])).toEqual([["AA", 0.5, 0.5]]);
  });

  it("takes old places of making only if they name half of the supply after 0.1 for each year by which seats are newer", () => {
    const old = (year: number) => chosen([share("t", "AA", 0.9, { ...made, year }), share("t", "BB", 0.45, { year: 2025 })])?.basis;
    expect([old(2021), old(2020), old(2019)]).toEqual(["production", "headquarters", "headquarters"]);
  });

  it("leaves out a row of which a newer one of its kind moves a holder by more than 0.1, however much it names", () => {
    const revised = (low: number) =>
      held([share("t", "AA", 0.6, { year: 2022 }), share("t", "BB", 0.4, { year: 2022 }), share("t", "AA", low, { year: 2024 })]);
    expect(revised(0.49)).toEqual([["AA", 0.49, 0.49]]);
    expect(revised(0.51)).toEqual([
      ["AA", 0.6, 0.6],
      ["BB", 0.4, 0.4],
    ]);
    const places = chosen([share("t", "AA", 0.9, { ...made, year: 2024 }), share("t", "AA", 0.3, { year: 2025 })]);
    expect(places?.basis).toBe("production");
  });

  it("counts a figure of several holders for three quarters of what it says", () => {
    const several = share("t", "AA; BB", 0.8, { holder_kind: "joint", year: 2024 });
    const against = (low: number) => chosen([several, share("t", "CC", low, { year: 2023 })])?.year;
    expect([against(0.69), against(0.71)]).toEqual([2024, 2023]);
  });

  it("leaves out a row whose figures add up to what a newer one of the same holders together rules out", () => {
    const several = share("t", "AA; BB", [0.4, 0.4], { holder_kind: "joint", year: 2025 });
    const older = (low: number) => [share("t", "AA", low, { year: 2024 }), share("t", "BB", 0.3, { year: 2024 })];
    expect(chosen([several, ...older(0.19)])?.year).toBe(2024);
    expect(chosen([several, ...older(0.21)])?.year).toBe(2025);
  });

  it("is nothing where nothing is known", () => {
    expect(chooseShareRow([])).toBeNull();
    expect(chosen([share("t", "AA", 0)])).toBeNull();
  });
});
