import { describe, expect, it } from "vitest";
import { unitOf } from "../../../../src/proof/measure/events/units.ts";

describe("unitOf", () => {
  it("knows parts of something and lengths of time; all else is an amount", () => {
    for (const name of ["pct", "%", "Percent", " PCT "]) expect(unitOf(name)).toEqual({ kind: "fraction", scale: 0.01 });
    for (const name of ["fraction", "ratio", ""]) expect(unitOf(name)).toEqual({ kind: "fraction", scale: 1 });
    expect(unitOf("months")).toEqual({ kind: "months", scale: 1 });
    expect(unitOf("years")).toEqual({ kind: "months", scale: 12 });
    for (const name of ["kg", "USD bn", "count", "toString"]) expect(unitOf(name)).toEqual({ kind: "amount" });
  });
});
