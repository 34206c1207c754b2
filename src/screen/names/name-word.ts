import { folded } from "./folded.ts";
import { longestWord, soundOf } from "./spelling.ts";
import { givenNames, meanings, organisationWordKind, personWordKind, translationsOf, type WordKind } from "./translations.ts";

/** Whether a name is treated as a person's. */
export type NameKind = "organisation" | "person";

/** Bearer of a name. Ships and aircraft have one-word names, so a misspelt one is another. */
export type BearerKind = NameKind | "vessel";

export const nameKindOf = (bearer: BearerKind): NameKind => (bearer === "person" ? "person" : "organisation");

/** A normalised word with what comparisons need. */
export interface NameWord {
  readonly text: string;
  /** Letter equivalents per character: 1 in alphabets, 2 kana, 3 Han and Hangul. */
  readonly scale: number;
  readonly kind: WordKind;
  /** Distinctiveness, 0 to 1. */
  readonly weight: number;
  readonly folded: string;
  /** Sound content: cost of deleting all letters. */
  readonly sound: number;
  readonly meanings: readonly string[];
  /** In English, of a word of another language. */
  readonly translations: readonly string[];
}

/** Rarity of a word among the searched names, 0 (in most) to 1 (in none). */
export type Rarity = (word: string) => number;

/** Without a list every word has the default rarity of its kind. */
export const unseenRarity: Rarity = () => 1;

const weights: Readonly<Record<WordKind, number>> = { word: 1, common: 0.45, place: 0.5, branch: 0.25, particle: 0.12, title: 0.05 };
/** A very common word keeps half the weight of an unseen one. */
const leastOfRarity = 0.5;
const rarityFactor = (rarity: Rarity, text: string): number => leastOfRarity + (1 - leastOfRarity) * rarity(text);
/** A lone letter is an initial. */
const initialWeight = 0.5;

/** Context of a word. `kind`: overrides the tables. */
interface WordContext {
  readonly kind?: WordKind | undefined;
  readonly isBracketed?: boolean;
}

/** Shorter words in organisation names are mostly initials with one spelling: TAC is not TAK. */
const leastFolded = 4;

export function nameWord(word: string, nameKind: NameKind, rarity: Rarity, context: WordContext = {}): NameWord {
  const text = word.slice(0, longestWord);
  const found = context.kind ?? (nameKind === "person" ? personWordKind(text) : organisationWordKind(text));
  const kind = found === "place" && context.isBracketed ? "branch" : found;
  const weighted = weights[kind] * rarityFactor(rarity, text);
  const plain = folded(text);
  return {
    text,
    scale: 1,
    kind,
    weight: text.length === 1 ? weighted * initialWeight : weighted,
    folded: nameKind === "organisation" && plain.length < leastFolded ? text : plain,
    sound: soundOf(text),
    meanings: nameKind === "organisation" ? meanings(text) : [...new Set([...meanings(text), ...givenNames(text)])],
    translations: nameKind === "organisation" ? translationsOf(text) : none,
  };
}

const none: readonly string[] = [];

const scaleOf = (text: string): number => (/^\p{Script=Katakana}+$/u.test(text) ? 2 : 3);

export function writtenWord(text: string, kind: WordKind, rarity: Rarity): NameWord {
  const scale = scaleOf(text);
  const weight = weights[kind] * rarityFactor(rarity, text);
  return { text, scale, kind, weight, folded: text, sound: text.length * scale, meanings: [text], translations: none };
}

/** A word reweighted by its rarity in a list. */
export const rarer = (word: NameWord, rarity: Rarity): NameWord => ({ ...word, weight: word.weight * rarityFactor(rarity, word.text) });
