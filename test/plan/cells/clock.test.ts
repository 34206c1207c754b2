import { describe, expect, it } from "vitest";
import type { Row } from "../../../src/base/tables.ts";
import { firstVolumeUse } from "../../../src/plan/cells/clock.ts";

const row = (technology: string, low: number | null, high: number | null, more: Partial<Row<"parameter">> = {}): Row<"parameter"> => ({
  technology,
  parameter: "first-volume-use",
  scope: "world",
  low,
  high,
  unit: "year",
  year: 2026,
  known: null,
  source: "road",
  grade: "published",
  note: null,
  ...more,
});

describe("first volume use", () => {
  it("is the earliest that has both ends, else the earliest floor", () => {
    const rows = [
      row("gate", 2025, 2026),
      row("gate", 2022, 2022),
      row("gate", 2020, null),
      row("print", 2025, null),
      row("print", 2024, null),
    ];
    for (const order of [rows, [...rows].reverse()]) {
      const first = firstVolumeUse(order);
      expect(first.get("gate")).toEqual({ low: 2022, high: 2022, year: 2026, source: "road", grade: "published" });
      expect(first.get("print")).toMatchObject({ low: 2024, high: null });
    }
  });

  it("of a past year is what was stated by then, or had happened", () => {
    const rows = [row("a", 2030, 2031, { year: 2024 }), row("b", 1997, 1999, { year: null }), row("c", 2030, 2031, { year: null })];
    expect([...firstVolumeUse(rows, 2023).keys()]).toEqual(["b"]);
    expect([...firstVolumeUse(rows, 2024).keys()]).toEqual(["a", "b"]);
    expect([...firstVolumeUse(rows, 1998).keys()]).toEqual([]);
    expect(firstVolumeUse(rows).size).toBe(3);
  });

  it("is unknown without a row of the world that tells a year", () => {
    const rows = [row("a", 2020, 2021, { scope: "XA" }), row("b", null, 2021), row("c", 3, 4, { parameter: "lead-time" })];
    expect(firstVolumeUse(rows).size).toBe(0);
  });
});
