import { knownPartyOf } from "../../link/organisations.ts";
import { type Comparison, compareReadings } from "./compare.ts";
import type { Link, LinkRule } from "./link.ts";
import { type NameKind, type NameWord, type Rarity, unseenRarity } from "./name-word.ts";
import { type ScreenedName, screenedName } from "./screened-name.ts";
import { saysRank } from "./telling.ts";
import { organisationWordKind } from "./translations.ts";
import { type Demand, fittedWeights, type NameWeights, weigh } from "./weigh.ts";

/** Linked words of two names and the rule. `weight`: distinctiveness, 0 to 1. */
export interface MatchedWords {
  readonly a: string;
  readonly b: string;
  /** `alias`: documents give both names to one party. */
  readonly rule: LinkRule | "alias";
  readonly weight: number;
}

export interface UnmatchedWord {
  readonly word: string;
  readonly weight: number;
}

/** Similarity of two names. `score`: calibrated probability of one party, 0 to 1. */
export interface NameScore {
  readonly score: number;
  readonly matched: readonly MatchedWords[];
  readonly unmatchedA: readonly UnmatchedWord[];
  readonly unmatchedB: readonly UnmatchedWord[];
  /** The names have different numbers: different parties. */
  readonly numeralsDiffer: boolean;
}

/** Two readings of names, compared. */
export interface Scored {
  readonly score: number;
  readonly comparison: Comparison;
}

/** The most similar readings of two names. `demand`: default that of two given names. */
export function bestComparison(a: ScreenedName, b: ScreenedName, weights: NameWeights, rarity: Rarity, demand?: Demand): Scored {
  let best: Scored | null = null;
  for (const one of a.readings) {
    for (const other of b.readings) {
      const comparison = compareReadings(one, other, b.kind, rarity);
      const score = weigh(weights, comparison, demand);
      if (!best || score > best.score) best = { score, comparison };
    }
  }
  if (!best) throw new RangeError("a name has at least one reading");
  return best;
}

/**
 * Scores two names without a list.
 * @example scoreNames("Siemens AG", "SIEMENS AKTIENGESELLSCHAFT", "organisation").score // 0.94
 */
export function scoreNames(a: string, b: string, kind: NameKind): NameScore {
  const [one, other] = [screenedName(a, kind, unseenRarity), screenedName(b, kind, unseenRarity)];
  const weights = fittedWeights()[kind];
  const compared = bestComparison(one, other, weights, unseenRarity);
  if (kind === "person") return explained(compared);
  const [known, counterpart] = [partyOf(a), partyOf(b)];
  if (known !== null && counterpart !== null && known !== counterpart) return explained({ ...compared, score: asOther(compared.score) });
  const [party, facing] = [known ?? partyWithoutRank(one), counterpart ?? partyWithoutRank(other)];
  if (party === null || party !== facing) return explained(compared);
  return compared.score >= asSame(weights) ? explained(compared) : byAlias(a, b, asSame(weights));
}

/** The known party of a name; an initialism may have its city behind it: `UESTC Chengdu`. */
function partyOf(name: string): string | null {
  const [, initials = "", place = ""] = /^(\p{Lu}{4,}),?\s+(\p{L}+)$/u.exec(name.trim()) ?? [];
  const isPlace = initials !== "" && organisationWordKind(place.toLowerCase()) === "branch";
  return knownPartyOf(name) ?? (isPlace ? knownPartyOf(initials) : null);
}

/** The known party of a name without the word at its end that says that it is a group: JCET Group Co., Ltd. */
function partyWithoutRank({ readings: [reading] }: ScreenedName): string | null {
  const words = reading?.name.words ?? [];
  const last = words.at(-1);
  if (reading === undefined || words.length < 2 || reading.name.numerals.length > 0 || last === undefined || !saysRank(last)) return null;
  const rest = words.slice(0, -1).map(({ text }) => text);
  return knownPartyOf(rest.join(reading.script === "latin" ? " " : ""));
}

/** Log odds against two names that documents give to two parties. Assumed. */
const otherParties = 5;

/** A score of names that are known to be of other parties. */
export const asOther = (score: number): number => {
  const odds = (score / (1 - score)) * Math.exp(-otherParties);
  return odds / (1 + odds);
};

/** The score of names that documents give to one party: that of equal names. */
const asSame = ({ bias }: NameWeights): number => 1 / (1 + Math.exp(-bias));

const byAlias = (a: string, b: string, score: number): NameScore => ({
  score,
  matched: [{ a, b, rule: "alias", weight: 1 }],
  unmatchedA: [],
  unmatchedB: [],
  numeralsDiffer: false,
});

export function explained({ score, comparison }: Scored): NameScore {
  const { links, aloneA, aloneB } = comparison.alignment;
  return {
    score,
    matched: [...links].sort((one, other) => one.fromA - other.fromA).map(matchedWords),
    unmatchedA: aloneA.map(unmatchedWord),
    unmatchedB: aloneB.map(unmatchedWord),
    numeralsDiffer: comparison.numeralsDiffer,
  };
}

const textOf = (words: readonly NameWord[]): string => words.map(({ text }) => text).join(" ");
const matchedWords = ({ a, b, rule, weight }: Link): MatchedWords => ({ a: textOf(a), b: textOf(b), rule, weight });
const unmatchedWord = ({ text, weight }: NameWord): UnmatchedWord => ({ word: text, weight });
