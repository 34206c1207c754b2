import { describe, expect, it } from "vitest";
import { baseRateOf } from "../../../../src/leverage/halflife/drift-model.ts";
import { baseClasses as baseClassesSaid } from "../../../../src/proof/answers/half-life/base-classes.ts";
import { stepBy } from "../../../leverage/halflife/steps.ts";
import { english } from "../../../words/english.ts";

const baseClasses = english(baseClassesSaid);

const steps = Array.from({ length: 24 }, (_, i) => stepBy(i % 2 === 0 ? 0.3 : -0.3, 2, i < 12 ? 0.5 : 0.9, undefined, `t-${i}`));

describe("classes of changes of shares", () => {
  const classes = baseClasses(steps, baseRateOf(steps)!, (id) => (Number(id.slice(2)) < 20 ? "capital" : "service"), 1);

  it("are the halves by share and the modes with enough changes", () => {
    expect(classes.map(({ of, steps: count, years }) => [of, count, years])).toEqual([
      ["70% or more", 12, 24],
      ["less than 70%", 12, 24],
      ["capital", 20, 40],
      ["all", 24, 48],
    ]);
  });

  it("lose half ever more often, within an interval over technologies", () => {
    for (const { lost, after5, share } of classes) {
      const chances = lost.map(({ chance }) => chance);
      expect(chances).toEqual([...chances].sort((a, b) => a - b));
      for (const { chance80 } of lost) expect(chance80.low).toBeLessThanOrEqual(chance80.high);
      expect(after5.low).toBeLessThan(share);
      expect(after5.high).toBeGreaterThan(share);
    }
  });
});
