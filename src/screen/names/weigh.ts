import { once, readLinkTable } from "../../link/link-table.ts";
import type { Alignment } from "./align.ts";
import type { Comparison } from "./compare.ts";
import { type FeatureName, type Features, featureNames, isTelling } from "./features.ts";
import type { Link } from "./link.ts";
import type { NameKind, NameWord } from "./name-word.ts";
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

/** Evidence required on a list of a match that rests on one distinctive word, in letters (docs/method/screen.md). */
const minLettersEvidence = 4;

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

/**
 * Assumptions on evidence of spelling, in letters (docs/method/screen.md). Among tens of thousands of listed names there is one within a
 * letter of nearly any word of five letters, so one short word that is misspelt, or one that stands beside others, shows little.
 */

/** What differences take, in letters. */
const takes = { edit: 3, exchanged: 1, respelled: 1.5, firstLetter: 1.5, added: 1.5, addedShort: 2 } as const;
/** What an equal word of trade adds. */
const sharedTrade = 1.5;
/** Words of fewer letters are often initials of something else. */
const leastWord = 4;

/**
 * Letters that two Latin names share in their only distinctive word in common, and what trades they share, less what differs; `null` where several distinctive words are
 * shared, or none, or the one is equal and alone.
 */
function lettersEvidence({ links, aloneA, aloneB }: Alignment): number | null {
  const telling = links.filter(isDistinctive);
  const [link] = telling;
  if (link === undefined || telling.length > 1 || link.rule === "glued" || link.rule === "initial") return null;
  const added = Math.max(aloneA.filter(addsName).length, aloneB.filter(addsName).length);
  const isEqual = ["equal", "abbreviation", "translation"].includes(link.rule);
  if (isEqual && added === 0) return null;
  const letters = Math.min(lengthOf(link.a), lengthOf(link.b));
  const perWord = letters < leastWord ? takes.addedShort : takes.added;
  const trades = links.filter((each) => !isDistinctive(each) && each.rule !== "initial" && each.a.some(addsName)).length;
  return letters + sharedTrade * trades - (isEqual ? 0 : differences(link)) - perWord * added;
}

const isDistinctive = ({ a, b }: Link): boolean => [...a, ...b].some(({ kind }) => kind === "word");

const addsName = (word: NameWord): boolean => isTelling(word) && word.kind !== "branch" && word.kind !== "place";

const glued = (words: readonly NameWord[]): string => words.map(({ text }) => text).join("");
const lengthOf = (words: readonly NameWord[]): number => glued(words).length;

function differences({ a, b, rule, edits }: Link): number {
  const [one, other] = [glued(a), glued(b)];
  const first = one[0] === other[0] ? 0 : takes.firstLetter;
  if (rule === "spelling") return takes.respelled + first;
  return first + (edits === 1 && haveSameLetters(one, other) ? takes.exchanged : takes.edit * edits);
}

const haveSameLetters = (one: string, other: string): boolean => [...one].sort().join("") === [...other].sort().join("");
