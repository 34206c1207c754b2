import { expect, it } from "vitest";
import { officeCosts } from "../../src/plan/office-cost.ts";

type FeeRow = Parameters<typeof officeCosts>[0][number];

const row = (item: string, low: number, years: readonly [from: number, to: number] | null = null): FeeRow =>
  ({
    office: "US",
    item,
    year_from: years?.[0] ?? null,
    year_to: years?.[1] ?? null,
    low,
    high: low,
    unit: item === "pendency" ? "year" : "USD",
  }) as FeeRow;

it("counts upkeep after the grant from whole years after it, and before it as for what is pending", () => {
  const rows = [
    row("grant", 100),
    row("agent", 200),
    row("pendency", 2),
    row("year-pending", 5, [1, 20]),
    row("year-from-grant", 7, [4, 4]),
  ];
  const { upkeep } = officeCosts(rows).get("US")!;
  expect(upkeep(2, 2.6)).toEqual({ low: 5, high: 5 });
  // Granted after 2.6 years: the fourth year after it is the sixth from filing
  expect([5, 6, 7].map((age) => upkeep(age, 2.6).low)).toEqual([0, 7, 0]);
});
