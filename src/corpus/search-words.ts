import { simplifiedHan } from "../link/name-script.ts";

/** A word of a search as it is looked for. */
export interface SearchWord {
  /** In lower case, compatibility forms unified, Han characters simplified. */
  readonly word: string;
  /** Whether it must begin a word of the text; scripts without spaces have it anywhere. */
  readonly begins: boolean;
}

const unseparated = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Quotes around a word and marks after it are of the sentence, not of the word. */
const around = /^["'“”„«»‘’]+|["'“”„«»‘’,;:]+$/gu;

/** The words of a search, each once. */
export function searchWords(text: string): readonly SearchWord[] {
  const words = simplifiedHan(text.normalize("NFKC").toLowerCase())
    .split(/\s+/)
    .map((word) => word.replace(around, ""));
  const distinct = [...new Set(words)].filter((word) => /[\p{L}\p{N}]/u.test(word));
  return distinct.map((word) => ({ word, begins: !unseparated.test(word) }));
}

/** Han characters that have a simplified form, and those forms in the same order: to fold a text as words are. */
export function hanFolding(): { readonly from: string; readonly to: string } {
  folding ??= makeFolding();
  return folding;
}

let folding: { readonly from: string; readonly to: string } | undefined;

function makeFolding(): { readonly from: string; readonly to: string } {
  let from = "";
  let to = "";
  for (let code = 0x4e00; code <= 0x9fff; code++) {
    const letter = String.fromCharCode(code);
    const simplified = simplifiedHan(letter);
    if (simplified === letter || simplified.length !== 1) continue;
    from += letter;
    to += simplified;
  }
  return { from, to };
}
