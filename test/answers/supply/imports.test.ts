import { describe, expect, it } from "vitest";
import type { ReadModel } from "../../../src/answers/shared/read-model.ts";
import { homeTrade, tradedIn } from "../../../src/answers/supply/imports.ts";
import type { Row } from "../../../src/base/tables.ts";

const line = (reporter: string, partner: string, value: number): Row<"trade"> => ({
  reporter,
  partner,
  partner_label: null,
  flow: "import",
  scheme: "cn8",
  code: "12345678",
  period: "2024",
  value,
  currency: "EUR",
  weight_kg: null,
  quantity: null,
  quantity_unit: null,
  source: null,
});

/** Only what trade is read from. */
const readOf = (rows: readonly Row<"trade">[], asOf = "2026-01-01"): ReadModel =>
  ({
    codes: [{ technology: "gas", scheme: "cn8", code: "12345678", relation: "same", source: null, grade: "published", note: null }],
    tradeOf: new Map(
      [...new Set(rows.map(({ reporter }) => reporter))].map((reporter) => [reporter, rows.filter((row) => row.reporter === reporter)]),
    ),
    map: {
      asOf,
      technologies: [
        { id: "gas", index: 0 },
        { id: "other", index: 1 },
      ],
    },
    model: { map: { groups: new Map([["EU", ["AT", "DE"]]]) } },
  }) as unknown as ReadModel;

const rows = [
  line("AT", "US", 30),
  line("AT", "unspecified-eu", 60),
  line("AT", "unspecified", 10),
  line("DE", "US", 20),
  line("DE", "unspecified-eu", 5),
];

describe("imports of a home", () => {
  it("keep what comes from EU partners as of unknown origin for one member", () => {
    const [year] = homeTrade(readOf(rows), "AT").years("gas");
    expect(year).toMatchObject({ total: 100, unknownOrigin: 70, partners: [{ economy: "US", value: 30 }] });
    expect(homeTrade(readOf(rows), "AT").originShares("gas")?.get("US")).toBeCloseTo(0.3, 12);
  });

  it("leave trade inside the EU out for the EU as a whole", () => {
    const [year] = homeTrade(readOf(rows), "EU").years("gas");
    expect(year).toMatchObject({ total: 60, unknownOrigin: 10, partners: [{ economy: "US", value: 50 }] });
  });

  it("take a world total as of unknown origin where there is nothing else", () => {
    const [year] = homeTrade(readOf([line("AT", "world", 40)]), "AT").years("gas");
    expect(year).toMatchObject({ total: 40, unknownOrigin: 40, partners: [] });
    expect(homeTrade(readOf([line("AT", "world", 40)]), "AT").originShares("gas")).toBeNull();
  });

  it("are of periods that were over on the day of the map", () => {
    const later = [...rows, { ...line("AT", "CH", 900), period: "2025" }, { ...line("AT", "CH", 900), period: "2025-03" }];
    const periods = (asOf: string) =>
      homeTrade(readOf(later, asOf), "AT")
        .years("gas")
        .map(({ period }) => period);
    expect(periods("2026-01-01")).toEqual(["2024", "2025", "2025-03"]);
    expect(periods("2025-03-31")).toEqual(["2024", "2025-03"]);
    expect(periods("2025-03-30")).toEqual(["2024"]);
    expect(homeTrade(readOf(later, "2024-12-30"), "AT").originShares("gas")).toBeNull();
  });

  it("are what a target of the model over time reads", () => {
    const traded = tradedIn(readOf(rows));
    expect([...traded("AT")]).toEqual([[0, homeTrade(readOf(rows), "AT").originShares("gas")]]);
    expect(traded("AT")).toBe(traded("AT"));
    expect(traded("US").size).toBe(0);
  });
});
