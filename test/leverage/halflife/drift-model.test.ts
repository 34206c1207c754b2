import { describe, expect, it } from "vitest";
import { baseRateOf, fitDriftModel, type Traits, traits } from "../../../src/leverage/halflife/drift-model.ts";
import { stepBy } from "./steps.ts";

const withheld = (value: 0 | 1): Traits => traits.map((trait) => (trait === "withheld" ? value : null));
/** Forty steps, up and down alike, of which every other falls by so much more a year. */
const steps = (effect: number, spread: number) =>
  Array.from({ length: 40 }, (_, i) => stepBy((i % 4 < 2 ? spread : -spread) - (i % 2) * effect, 1, 0.7, withheld((i % 2) as 0 | 1)));

describe("a drift by what is known of a holding", () => {
  it("is that of the base rate without a step, and where traits tell nothing", () => {
    const noise = steps(0, 0.5);
    const base = baseRateOf(noise)!;
    expect(fitDriftModel([], base).walkOf(0.7, withheld(1))).toEqual(base.walkOf(0.7));
    const model = fitDriftModel(noise, base);
    expect(model.prior).toBe(0);
    expect(model.walkOf(0.7, withheld(1))).toEqual(base.walkOf(0.7));
  });

  it("follows a trait that tells much, shrunk towards the base rate", () => {
    const told = steps(1, 0.1);
    const base = baseRateOf(told)!;
    const model = fitDriftModel(told, base);
    const effect = model.effects[traits.indexOf("withheld")]!;
    // Half a unit down by one standard deviation, shrunk by 40 steps of variance 0.26 against a prior of 0.5
    expect(model.prior).toBe(0.5);
    expect(effect).toBeCloseTo((-0.5 * (40 / 0.26)) / (40 / 0.26 + 4), 9);
    expect(model.walkOf(0.7, withheld(1)).drift).toBeLessThan(base.walkOf(0.7).drift);
    expect(model.walkOf(0.7, withheld(1)).driftVariance).toBeGreaterThan(base.walkOf(0.7).driftVariance);
    // What is unknown counts as the mean
    expect(
      model.walkOf(
        0.7,
        traits.map(() => null),
      ).drift,
    ).toBeCloseTo(base.walkOf(0.7).drift, 12);
  });
});
