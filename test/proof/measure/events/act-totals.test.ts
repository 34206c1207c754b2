import { describe, expect, it } from "vitest";
import { actTotals, references, withClimatology } from "../../../../src/proof/measure/events/act-totals.ts";
import { lossRow } from "./loss-row.ts";

describe("actTotals", () => {
  it("weights acts equally, the rows of one sharing its weight", () => {
    // Act A: CRPS 0.1 and 0.3, mean 0.2, of no loss 0.5 and 0.7, mean 0.6. Act B: 0.4 of 0.8. Skill 1 - 0.6 / 1.4.
    const rows = withClimatology([lossRow("A", "outage", 0.5, 0.4), lossRow("A", "outage", 0.7, 0.4), lossRow("B", "outage", 0.8, 0.4)]);
    const totals = actTotals(rows, 1);
    expect([totals.acts, totals.scored, totals.meanCrps]).toEqual([2, 3, expect.closeTo(0.3, 12)]);
    expect(totals.skill.noLoss!.value).toBeCloseTo(1 - 0.6 / 1.4, 12);
    expect(totals.skill.stopped).toBeNull();
  });

  it("bounds each skill by those of the single acts, and gives one act no width", () => {
    const rows = withClimatology([
      lossRow("A", "measure", 0.5, 0.4),
      lossRow("B", "measure", 0.8, 0.1),
      lossRow("C", "measure", 0.2, 0.9),
      lossRow("D", "measure", 0.3, 0.3),
    ]);
    const { skill } = actTotals(rows, 1);
    const alone = rows.map((row) => actTotals([row], 1).skill);
    for (const each of references.filter((reference) => reference !== "stopped")) {
      const values = alone.map((of) => of[each]!.value);
      const { low, value, high } = skill[each]!;
      expect(low).toBeLessThanOrEqual(value);
      expect(value).toBeLessThanOrEqual(high);
      expect(low).toBeGreaterThanOrEqual(Math.min(...values));
      expect(high).toBeLessThanOrEqual(Math.max(...values));
    }
    expect(alone[0]!.noLoss).toEqual({ value: expect.closeTo(0.8), low: expect.closeTo(0.8), high: expect.closeTo(0.8) });
  });

  it("is the same for a seed and of another width for another", () => {
    const rows = withClimatology(["A", "B", "C", "D", "E"].map((act, i) => lossRow(act, "outage", i / 5, 0.4)));
    expect(actTotals(rows, 1)).toEqual(actTotals(rows, 1));
    expect(actTotals(rows, 2).skill.uniform).not.toEqual(actTotals(rows, 1).skill.uniform);
  });

  it("of no rows is unknown", () => {
    const { acts, meanCrps, skill } = actTotals([], 1);
    expect([acts, meanCrps, ...Object.values(skill)]).toEqual([0, null, null, null, null, null, null]);
  });
});
