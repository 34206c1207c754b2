import { describe, expect, it } from "vitest";
import type { FamilyKind } from "../../../../src/plan/cells/counted-family.ts";
import { type Economics, economicsOf, middle } from "../../../../src/plan/economics.ts";
import { expectedFamily, type RecordedCell } from "../../../../src/proof/measure/plans/choose-by-record.ts";
import { cell, inputs, planCell } from "../../../plan/cells/record-inputs.ts";

const economics = economicsOf(inputs, middle);
const expected = (more: Partial<RecordedCell> = {}, cited: { mean: number | null; of: number } = { mean: null, of: 0 }) =>
  expectedFamily(planCell(cell("oven", "F27B 1", { cited }), more), 4, economics);

type Kind = readonly [FamilyKind["tercile"], FamilyKind["team"], number];
const ofMix = (of: Economics, ...kinds: readonly Kind[]) =>
  expectedFamily(planCell(cell("oven", "F27B 1", { mix: kinds.map(([tercile, team, families]) => ({ tercile, team, families })) })), 4, of);

describe("what is expected of a family", () => {
  it("is that of an average one where nothing is known of its cell", () => {
    expect(expected()).toEqual({ cited: expect.closeTo(1, 12), topTenth: 0.1 });
  });

  it("is cited by its chance of the top tenth, which has half of all citations", () => {
    const { cited, topTenth } = ofMix(economics, [2, null, 10]);
    expect(topTenth).toBe(0.2);
    expect(cited).toBeCloseTo((0.8 * 0.5) / 0.9 + (0.2 * 0.5) / 0.1, 12);
  });

  it("goes by the mix of the cell's recent families, not by where the cell stands", () => {
    expect(ofMix(economics, [2, null, 5], [1, null, 15]).topTenth).toBeCloseTo((0.2 + 3 * 0.1) / 4, 12);
    expect(ofMix(economics, [2, null, 9]).topTenth).toBe(0.1);
    expect(ofMix(economics, [2, null, 10], [null, null, 30]).topTenth).toBeCloseTo((0.2 + 3 * 0.1) / 4, 12);
  });

  it("goes by originality and team as they were fitted, else by the closest that was", () => {
    const fitted = [
      ["oven", 0.12],
      ["oven, high", 0.3],
      ["oven, many", 0.15],
      ["oven, high, many", 0.4],
      ["other, low", 0.9],
    ] as const;
    const known = economicsOf([...inputs, ...fitted.map(([scope, low]) => ({ id: "top-tenth", scope, low, high: low }))], middle);
    const chance = (...mix: Kind[]) => ofMix(known, ...mix).topTenth;
    expect(chance([2, "many", 10])).toBeCloseTo(0.4, 12);
    expect(chance([2, "one", 10])).toBeCloseTo(0.3, 12);
    expect(chance([0, "many", 10])).toBeCloseTo(0.15, 12);
    expect(chance([0, "one", 10])).toBeCloseTo(0.12, 12);
    expect(chance([2, "many", 10], [0, "one", 30])).toBeCloseTo((0.4 + 3 * 0.12) / 4, 12);
    expect(chance()).toBeCloseTo(0.12, 12);
  });

  it("goes by what the cell's families were cited, as far as there are enough of them", () => {
    expect(expected({}, { mean: 2, of: 40 }).cited).toBeCloseTo(1.5, 12);
    expect(expected({}, { mean: 2, of: 1 }).cited).toBeCloseTo(42 / 41, 12);
    expect(expected({}, { mean: 0, of: 4000 }).cited).toBeLessThan(0.01);
    expect(expected({}, { mean: 2, of: 40 }).topTenth).toBe(0.1);
  });

  it("rises with a part of the damped growth, from the middle of the recent years to when it is cited", () => {
    // Files over 4 years, cited over 5: 4.5 years on.
    const years = 2 + (0.9 * (1 - 0.9 ** 4.5)) / 0.1;
    const factor = Math.exp((0.3 * Math.log(2) * years) / 5);
    const { cited, topTenth } = expected({ growth: [0, Math.log(2), 1] });
    expect(cited).toBeCloseTo(factor, 12);
    expect(topTenth).toBeCloseTo(0.1 * factor, 12);
    expect(expected({ growth: [-1, -Math.log(2), 0] }).cited).toBeCloseTo(1 / factor, 12);
    expect(expected({ growth: [0, 99, 99] }).topTenth).toBe(1);
    expect(expected({ growth: null })).toEqual(expected({ growth: [0, 0, 0] }));
  });

  it("is the same whatever the growth where none of it is kept", () => {
    const none = economicsOf(
      inputs.map((each) => (each.id === "growth-kept" ? { ...each, low: 0, high: 0 } : each)),
      middle,
    );
    expect(expectedFamily(planCell(cell("oven", "F27B 1"), { growth: [1, 2, 3] }), 4, none).cited).toBeCloseTo(1, 12);
  });
});
