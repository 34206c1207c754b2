import { stopWords } from "./stop-words.ts";

/**
 * The words of a text as they are compared: compatibility forms made one (NFKC), small letters, runs of letters with their marks, no
 * stop words, none of one letter. Digits and signs part words. For languages that put blanks between words.
 */
export function tokens(text: string): readonly string[] {
  const words =
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu) ?? [];
  return words.filter((word) => word.length >= 2 && !stopWords.has(word));
}
