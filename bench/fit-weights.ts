import { type FeatureName, type Features, featureNames } from "../src/screen/names/features.ts";
import type { NameWeights } from "../src/screen/names/weigh.ts";

/** Strength of the prior. */
const hold = 0.05;
const steps = 4000;
const pace = 1;

/** Logistic regression by gradient descent with prior `expected`; all weights but the bias stay non-positive. Deterministic. */
export function fitWeights(pairs: readonly { readonly features: Features; readonly same: boolean }[], expected: NameWeights): NameWeights {
  const start = [expected.bias, ...featureNames.map((name) => expected.features[name])];
  const rows = pairs.map(({ features }) => [1, ...featureNames.map((name) => features[name])]);
  const weights = [...start];
  for (let step = 0; step < steps; step++) {
    const slope = weights.map((weight, at) => (at > 0 ? hold * (weight - start[at]!) : 0));
    rows.forEach((row, at) => {
      const odds = row.reduce((sum, value, each) => sum + value * weights[each]!, 0);
      const miss = 1 / (1 + Math.exp(-odds)) - (pairs[at]?.same ? 1 : 0);
      row.forEach((value, each) => {
        slope[each] = slope[each]! + (miss * value) / rows.length;
      });
    });
    slope.forEach((each, at) => {
      weights[at] = at > 0 ? Math.min(0, weights[at]! - pace * each) : weights[at]! - pace * each;
    });
  }
  const [bias = 0, ...rest] = weights;
  return { bias, features: Object.fromEntries(featureNames.map((name, at) => [name, rest[at] ?? 0])) as Record<FeatureName, number> };
}
