import { stopWords } from "./stop-words.ts";

/** Words for comparison: NFKC, lower case, runs of letters and marks, without stop words and single letters. */
export function tokens(text: string): readonly string[] {
  const words =
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu) ?? [];
  return words.filter((word) => word.length >= 2 && !stopWords.has(word));
}
