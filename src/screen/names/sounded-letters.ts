import { keptWith } from "../../base/collections.ts";
import type { NameWord } from "./name-word.ts";
import { letterOf, soundLoss } from "./spelling.ts";

/** Letters of a name to match by sound. */
export interface SoundedLetters {
  readonly length: number;
  /** Its letters as `letterOf` numbers them. */
  readonly letters: Uint8Array;
  /** Cost of deleting each letter when matching by sound. */
  readonly deletionCosts: Float64Array;
  /** End positions of its words. */
  readonly ends: readonly number[];
  /** Number of words that end up to each position. */
  readonly closed: Uint8Array;
}

/** Longer names are matched by their first letters, to bound the cost. */
export const mostLetters = 160;

/** The letters of the words of a name; made once for words that are kept. */
export const soundedLetters = keptWith((words: readonly NameWord[]): SoundedLetters => {
  const text = words
    .map((word) => word.text)
    .join("")
    .slice(0, mostLetters);
  const ends = wordEnds(words, text.length);
  const closed = new Uint8Array(text.length + 1);
  for (let at = 0; at <= text.length; at++) closed[at] = ends.filter((end) => end <= at).length;
  return {
    length: text.length,
    letters: Uint8Array.from(text, (letter) => letterOf(letter.charCodeAt(0))),
    deletionCosts: deletionCostsOf(text),
    ends,
    closed,
  };
});

/** Cost of deleting each letter. An r before no vowel is often dropped; long o is written `o`, `ou` or `oh`. */
const deletionCostsOf = (letters: string): Float64Array =>
  Float64Array.from({ length: letters.length }, (_, at) => {
    const loss = soundLoss(letters.charCodeAt(at), at > 0 ? letters.charCodeAt(at - 1) : 0);
    const [letter, isOpen] = [letters[at], "aeiouy".includes(letters[at + 1] ?? " ")];
    if (letters[at - 1] === "o" && (letter === "u" || (letter === "h" && !isOpen))) return longVowel;
    return letter === "r" && !isOpen ? Math.min(loss, silentR) : loss;
  });
const silentR = 0.35;
const longVowel = 0.05;

function wordEnds(words: readonly NameWord[], length: number): readonly number[] {
  let end = 0;
  return words.map(({ text }) => {
    end += text.length;
    return Math.min(end, length);
  });
}
