import { once, readLinkTable } from "../../link/link-table.ts";
import type { Comparison } from "./compare.ts";
import { type FeatureName, type Features, featureNames } from "./features.ts";
import { lettersEvidence, minLettersEvidence } from "./letters-evidence.ts";
import type { NameKind } from "./name-word.ts";
import { logOddsPerConsonant, minSoundEvidence } from "./sound-evidence.ts";

/** Weights for one kind of name; `bias`: log odds of identical names. */
export interface NameWeights {
  readonly bias: number;
  readonly features: Readonly<Record<FeatureName, number>>;
}

/** Evidence that matches by sound, in consonants, and matches on one distinctive word, in letters, need. */
export interface Demand {
  readonly sound: number;
  readonly letters: number;
}

/** Two names that are given need no more than that they are alike; one among tens of thousands does. */
const pairDemand: Demand = { sound: minSoundEvidence.pair, letters: 0 };
export const listDemand: Demand = { sound: minSoundEvidence.list, letters: minLettersEvidence };

/** Different numbers mean different parties: IV and V, 2004-1 and 2005-1. */
const numeralsScore = 0.05;

/** Probability that two compared names are of one party. `demand`: see `minSoundEvidence`. */
export function weigh(
  weights: NameWeights,
  { alignment, features, numeralsDiffer, telling, heard, isSpelled }: Comparison,
  demand: Demand = pairDemand,
): number {
  if (!telling) return 0;
  const odds = logOdds(weights, features);
  const unheard = heard === null ? 0 : Math.max(0, demand.sound - heard);
  const unspelled = isSpelled && odds > leastOdds ? demand.letters - (lettersEvidence(alignment) ?? demand.letters) : 0;
  const probability = 1 / (1 + Math.exp(logOddsPerConsonant * Math.max(unheard, unspelled) - odds));
  return numeralsDiffer ? Math.min(numeralsScore, probability) : probability;
}

/** Below these odds no evidence is asked for. */
const leastOdds = -3;

export const logOdds = (weights: NameWeights, features: Features): number =>
  featureNames.reduce((sum, name) => sum + weights.features[name] * features[name], weights.bias);

/** Weights and score thresholds of `data/link/name-weights.csv`. */
export const fittedWeights = once((): Readonly<Record<NameKind, NameWeights & { readonly threshold: number }>> => {
  const rows = readLinkTable("name-weights");
  const of = (kind: NameKind) => {
    const value = (feature: string): number => Number(rows.find((row) => row.kind === kind && row.feature === feature)?.weight);
    const features = Object.fromEntries(featureNames.map((name) => [name, value(name)])) as Record<FeatureName, number>;
    return { bias: value("bias"), threshold: value("threshold"), features };
  };
  return { organisation: of("organisation"), person: of("person") };
});
