import { describe, expect, test } from "vitest";
import { fittedWeights } from "../../src/screen/names/weigh.ts";
import { figures, fitted, hasLabelledNames, isDisputed, judgedByHalves, judgement, labelledNames } from "./labelled-names.ts";

if (!hasLabelledNames) console.warn("Labelled pairs of names are not checked: controls/names is not here; set LEVERMAP_TEST_DATA.");

describe.skipIf(!hasLabelledNames)("labelled pairs, weights and threshold of one half judged on the other, both ways", () => {
  test.each([
    ["organisation", 0.92],
    ["person", 0.85],
  ] as const)("%ss reach F1%d", (kind, least) => {
    const judged = judgedByHalves(labelledNames(kind), kind);
    const all = figures(judged);
    const undisputed = figures(judged.filter((pair) => !isDisputed(pair)));
    console.log(judgement(kind, judged));
    expect(all.f1).toBeGreaterThanOrEqual(least);
    expect(undisputed.f1).toBeGreaterThanOrEqual(all.f1);
  });

  test.each(["organisation", "person"] as const)("the shipped weights of %ss are those that the fit gives", (kind) => {
    const weights = fitted(labelledNames(kind), kind);
    const shipped = fittedWeights()[kind];
    expect(shipped.bias).toBeCloseTo(weights.bias, 3);
    for (const [name, weight] of Object.entries(weights.features))
      expect(shipped.features[name as keyof typeof shipped.features]).toBeCloseTo(weight, 3);
    expect(shipped.threshold).toBeGreaterThan(0.5);
    expect(shipped.threshold).toBeLessThan(0.9);
  });
});

test("no weight speaks for names being one", () => {
  for (const { features } of Object.values(fittedWeights()))
    for (const weight of Object.values(features)) expect(weight).toBeLessThanOrEqual(0);
});
