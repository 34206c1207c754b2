import { describe, expect, it } from "vitest";
import type { EconomicInput } from "../../../src/plan/economics.ts";
import { calibrate, type PastProgramme } from "../../../src/plan/effort/calibration.ts";

const input = (id: string, low: number, high: number, scope = ""): EconomicInput => ({ id, scope, low, high });
const inputs = [
  input("research-years", 4, 8, "research"),
  input("pilot-years", 1, 3),
  input("ramp-years", 1, 2),
  input("works-ceiling", 0.6, 0.95, "production"),
  input("effort-scale", 100, 400, "tool"),
  input("steepness", 1.5, 2),
];
const terms = { kind: "tool", leadYears: [2, 10], reachable: [0.1, 0.9] } as const;
const past = (quantity: PastProgramme["quantity"], low: number, effort: number | null = null): PastProgramme => ({
  ...{ technology: "scanner", quantity, effort, stage: null },
  ...{ low, high: low },
});
const said = (of: PastProgramme) => calibrate(of, inputs, terms);

describe("a programme that happened, beside what the inputs would have said", () => {
  it("is compared by its years of research, its years to supply and the part of need reached", () => {
    expect(said(past("research-years", 6))).toEqual({ low: 4, high: 8, holds: true });
    expect(said(past("research-years", 9))).toEqual({ low: 4, high: 8, holds: false });
    expect(said(past("supply-years", 18))).toEqual({ low: 3, high: 15, holds: false });
    // From a prototype on its years of research count too.
    expect(said({ ...past("supply-years", 18), stage: "research" })).toEqual({ low: 7, high: 23, holds: true });
    expect(said(past("reachable", 0.45))).toEqual({ low: 0.1, high: 0.9, holds: true });
  });

  it("is compared by the chance at its effort, at the ends of the curve that give the least and the most", () => {
    const { low, high, holds } = said(past("works", 0, 200))!;
    expect(low).toBeCloseTo(0.6 * (1 - Math.exp(-(0.5 ** 2))), 12);
    expect(high).toBeCloseTo(0.95 * (1 - Math.exp(-(2 ** 2))), 12);
    expect(holds).toBeNull();
    expect(said(past("works", 1, 1))!.holds).toBe(false);
  });

  it("is not compared where nothing is said of it", () => {
    expect(said(past("works", 0))).toBeNull();
    expect(calibrate(past("reachable", 0.5), inputs, { ...terms, reachable: null })).toBeNull();
    expect(calibrate(past("supply-years", 1), inputs, { ...terms, leadYears: null })).toBeNull();
  });
});
