/** Scripts that write words without blanks between them, or glue particles to them: a term may stand anywhere in such a text. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** A text in lower case with one blank between its words, around it, and instead of any other sign. */
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
 * The terms of a rule as a test of `plainWords`. A term stands at word boundaries, in any case, with any sign between its parts, in the
 * singular or with a plural `s` or `es`; `*` at its end stands for any end of the word. Looks for each term as it stands, which is faster
 * than one expression for all.
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
