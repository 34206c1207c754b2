import { type Alignment, align } from "./align.ts";
import { type NameWord, type Rarity, writtenWord } from "./name-word.ts";

const leastShared = 2;

/**
 * Aligns two names in the same Asian script by character. Without spaces, a word is split where the other name shows a boundary: 世纪互联 and
 * 世纪互联宽带.
 */
export function alignWritten(
  a: readonly NameWord[],
  b: readonly NameWord[],
  rarity: Rarity,
): { readonly a: readonly NameWord[]; readonly b: readonly NameWord[]; readonly alignment: Alignment } {
  const cutA = cutAlong(a, b, rarity);
  const cutB = cutAlong(b, a, rarity);
  return { a: cutA, b: cutB, alignment: align(cutA, cutB) };
}

const cutAlong = (words: readonly NameWord[], along: readonly NameWord[], rarity: Rarity): readonly NameWord[] =>
  words.flatMap((word) => {
    if (word.scale === 1 || word.kind !== "word" || along.some(({ text }) => text === word.text)) return [word];
    const inner = along.find(
      ({ text, kind }) => kind === "word" && text.length >= leastShared && text.length < word.text.length && word.text.includes(text),
    );
    if (!inner) return [word];
    const at = word.text.indexOf(inner.text);
    return [word.text.slice(0, at), inner.text, word.text.slice(at + inner.text.length)]
      .filter((text) => text !== "")
      .map((text) => writtenWord(text, "word", rarity));
  });
