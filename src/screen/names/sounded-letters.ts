import type { NameWord } from "./name-word.ts";
import { soundLoss } from "./spelling.ts";

/** More letters are not heard. */
export const maxLetters = 160;

/** The letters of a name in which another one is heard. */
export interface SoundedLetters {
  readonly length: number;
  readonly codes: Uint16Array;
  /** What not hearing each letter costs. */
  readonly deletionCosts: Float64Array;
  /** Where its words end. */
  readonly ends: readonly number[];
  /** How many words end at each place or before. */
  readonly closed: Uint8Array;
}

export function soundedLetters(words: readonly NameWord[]): SoundedLetters {
  const text = words
    .map((word) => word.text)
    .join("")
    .slice(0, maxLetters);
  const ends = wordEnds(words, text.length);
  const closed = new Uint8Array(text.length + 1);
  for (let at = 0; at <= text.length; at++) closed[at] = ends.filter((end) => end <= at).length;
  return {
    length: text.length,
    codes: Uint16Array.from(text, (letter) => letter.charCodeAt(0)),
    deletionCosts: deletionCostsOf(text),
    ends,
    closed,
  };
}

/**
 * What not hearing each letter costs. An r that no vowel follows is not heard in most renderings of foreign words; a long o is written
 * `o`, `ou` or `oh`.
 */
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
