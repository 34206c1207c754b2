/** Scripts without spaces or with attached particles: terms may occur anywhere. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Lower case, single spaces between and around words in place of punctuation. */
export const plainWords = (text: string): string =>
  ` ${text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;

interface Term {
  readonly begins: string;
  readonly ends: readonly string[] | null;
}

/**
 * Tests `plainWords` for a rule's terms at word boundaries, with optional plural `s` or `es`; a final `*` matches any ending. Searches each
 * term literally, which is faster than one expression.
 */
export function wordTest(terms: readonly string[]): (words: string) => boolean {
  const read = terms.map(readTerm);
  return (words) => read.some((term) => occursIn(term, words));
}

function readTerm(term: string): Term {
  const words = plainWords(term);
  if (unspaced.test(words)) return { begins: words.trim(), ends: null };
  return { begins: words.trimEnd(), ends: term.endsWith("*") ? null : [" ", "s ", "es "] };
}

function occursIn({ begins, ends }: Term, words: string): boolean {
  for (let at = words.indexOf(begins); at >= 0; at = words.indexOf(begins, at + 1)) {
    if (ends === null || ends.some((end) => words.startsWith(end, at + begins.length))) return true;
  }
  return false;
}
