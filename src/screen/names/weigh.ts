import { once, readLinkTable } from "../../link/link-table.ts";
import type { Comparison } from "./compare.ts";
import { type FeatureName, type Features, featureNames } from "./features.ts";
import type { NameKind } from "./name-word.ts";
import { logOddsPerConsonant, minSoundEvidence } from "./sound-constants.ts";

/** The weights of one kind of name; `bias` is the log odds of two names that differ in nothing. */
export interface NameWeights {
  readonly bias: number;
  readonly features: Readonly<Record<FeatureName, number>>;
}

/** Names that number themselves differently are other parties: IV and V, 2004-1 and 2005-1. */
const numeralsScore = 0.05;

/** How likely it is, from 0 to 1, that two names laid beside one another are of one party. `demand`: one of `minSoundEvidence`. */
export function weigh(
  weights: NameWeights,
  { features, numeralsDiffer, telling, heard }: Comparison,
  demand: number = minSoundEvidence.pair,
): number {
  if (!telling) return 0;
  const wanting = heard === null ? 0 : Math.max(0, demand - heard);
  const probability = 1 / (1 + Math.exp(logOddsPerConsonant * wanting - logOdds(weights, features)));
  return numeralsDiffer ? Math.min(numeralsScore, probability) : probability;
}

export const logOdds = (weights: NameWeights, features: Features): number =>
  featureNames.reduce((sum, name) => sum + weights.features[name] * features[name], weights.bias);

/** The weights and thresholds of `data/link/name-weights.csv`: from which score on two names of a kind are called one party. */
export const fittedWeights = once((): Readonly<Record<NameKind, NameWeights & { readonly threshold: number }>> => {
  const rows = readLinkTable("name-weights");
  const of = (kind: NameKind) => {
    const value = (feature: string): number => Number(rows.find((row) => row.kind === kind && row.feature === feature)?.weight);
    const features = Object.fromEntries(featureNames.map((name) => [name, value(name)])) as Record<FeatureName, number>;
    return { bias: value("bias"), threshold: value("threshold"), features };
  };
  return { organisation: of("organisation"), person: of("person") };
});
