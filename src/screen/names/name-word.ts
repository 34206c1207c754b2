import { folded } from "./folded.ts";
import { longestWord, soundOf } from "./spelling.ts";
import { meanings, organisationWordKind, personWordKind, type WordKind } from "./word-kinds.ts";

/** How a name is read and weighed: as a person's, or as that of anything else. */
export type NameKind = "organisation" | "person";

/** What bears a name. Ships and aircraft are called by one word of some language, so that a misspelt one is another. */
export type BearerKind = NameKind | "vessel";

export const nameKindOf = (bearer: BearerKind): NameKind => (bearer === "person" ? "person" : "organisation");

/** One word of a name, in plain Latin letters or as it is written in Chinese, Japanese or Korean, with what comparisons need of it. */
export interface NameWord {
  readonly text: string;
  /** Letters that one character stands for: 1 in alphabets, 2 for kana, 3 for Han characters and Hangul syllables. */
  readonly scale: number;
  readonly kind: WordKind;
  /** How much it tells of who it is, 0 to 1. */
  readonly weight: number;
  readonly folded: string;
  /** What leaving out all its letters would cost. */
  readonly sound: number;
  readonly meanings: readonly string[];
}

/** How rare a word is among the names that are searched, 0 (in most of them) to 1 (in none). */
export type Rarity = (word: string) => number;

/** Without a list of names every word is as rare as its kind says. */
export const unseenRarity: Rarity = () => 1;

const weights: Readonly<Record<WordKind, number>> = { word: 1, common: 0.45, place: 0.5, branch: 0.25, particle: 0.12, title: 0.05 };
/** Even a word that is in most names of a list tells half of what an unseen one does. */
const leastOfRarity = 0.5;
const rarityFactor = (rarity: Rarity, text: string): number => leastOfRarity + (1 - leastOfRarity) * rarity(text);
/** A lone letter is an initial. */
const initialWeight = 0.5;

/** What is known of a word from where it stands. `kind`: what it is, if not what the tables say. */
interface WordContext {
  readonly kind?: WordKind | undefined;
  readonly isBracketed?: boolean;
}

/** What sounds shorter is mostly initials in the name of an organisation, which are spelled in one way: TAC is not TAK. */
const leastFolded = 4;

/** A word of a name of this kind. */
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
    meanings: meanings(text),
  };
}

const scaleOf = (text: string): number => (/^\p{Script=Katakana}+$/u.test(text) ? 2 : 3);

/** A word as it is written in Han characters, kana or Hangul. */
export function writtenWord(text: string, kind: WordKind, rarity: Rarity): NameWord {
  const scale = scaleOf(text);
  const weight = weights[kind] * rarityFactor(rarity, text);
  return { text, scale, kind, weight, folded: text, sound: text.length * scale, meanings: [text] };
}

/** A word that was read without a list of names, with what it tells among the names of one. */
export const rarer = (word: NameWord, rarity: Rarity): NameWord => ({ ...word, weight: word.weight * rarityFactor(rarity, word.text) });
