import { expect, it } from "vitest";
import { othersAYear } from "../../../src/answers/plan/families-a-year.ts";
import type { Row } from "../../../src/base/tables.ts";

const count = (holder: string, low: number, more: Partial<Row<"patent_count">> = {}): Row<"patent_count"> =>
  ({
    technology: "t",
    holder,
    holder_kind: holder === "world" ? "world" : "economy",
    scope: "IP5",
    counted: "applications",
    low,
    high: null,
    year_from: 2015,
    year_to: 2024,
    ...more,
  }) as Row<"patent_count">;

const others = (rows: readonly Row<"patent_count">[], home: readonly string[], place = home) =>
  othersAYear(rows, 2026, new Set(home), new Set(place))("t");
const families = (...asked: Parameters<typeof others>) => others(...asked)?.families;

it("is the largest yearly rate that is published, up to twice that, and unknown without one", () => {
  expect(families([count("world", 1000)], ["XX"])).toEqual([100, 150, 200]);
  expect(families([count("world", 1000), count("world", 150, { year_from: 2024 })], ["XX"])).toEqual([150, 225, 300]);
  expect(others([count("world", 1000, { year_from: 2001, year_to: 2010 })], ["XX"])).toBeNull();
  expect(others([count("KR", 400)], ["KR"])).toBeNull();
});

it("leaves out the home's own part, of one count of the same office, kind and years as the whole", () => {
  expect(families([count("world", 1000), count("KR", 400)], ["KR"])).toEqual([60, 90, 120]);
  expect(families([count("world", 1000), count("KR", 400, { year_from: 2014 })], ["KR"])).toEqual([100, 150, 200]);
  expect(others([count("world", 1000), count("KR", 0.3, { counted: "share-of-families" })], ["KR"])?.families[0]).toBeCloseTo(70, 12);
  expect(others([count("world", 1000), count("DE", 100), count("NL", 200)], ["EU", "DE", "NL"])?.families[0]).toBeCloseTo(70, 12);
  expect(
    others([count("world", 1000), count("KR", 400), count("firm", 100, { holder_kind: "organisation" })], ["firm"], ["KR"])?.families[0],
  ).toBeCloseTo(90, 12);
});

it("takes no part from the office at which a home files most of its own", () => {
  const atHome = [count("world", 1000, { scope: "KIPO" }), count("KR", 800, { scope: "KIPO" }), count("JP", 100, { scope: "KIPO" })];
  expect(families(atHome, ["KR"])).toEqual([100, 150, 200]);
  expect(families(atHome, ["JP"])?.[0]).toBeCloseTo(90, 12);
  expect(families([...atHome, count("firm", 500, { scope: "KIPO", holder_kind: "organisation" })], ["firm"], ["KR"])).toEqual([
    100, 150, 200,
  ]);
});

it("is only a floor where each count is of one office or ended over five years ago", () => {
  const isFloor = (...rows: readonly Row<"patent_count">[]) => others(rows, ["XX"])?.isFloor;
  expect(isFloor(count("world", 1000))).toBe(false);
  expect(isFloor(count("world", 1000, { scope: "KIPO" }))).toBe(true);
  expect(isFloor(count("world", 1000, { year_to: 2021 }))).toBe(false);
  expect(isFloor(count("world", 1000, { year_to: 2020 }))).toBe(true);
  expect(isFloor(count("world", 1000, { scope: "CNIPA" }), count("world", 10))).toBe(false);
});
