import { simplifiedHan } from "../link/name-script.ts";

/** A normalised search word. */
export interface SearchWord {
  /** Lower case, compatibility forms unified, Han characters simplified. */
  readonly word: string;
  /** Must begin a word of the text; not in scripts without spaces. */
  readonly begins: boolean;
}

const unseparated = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Surrounding quotes and punctuation. */
const around = /^["'“”„«»‘’]+|["'“”„«»‘’,;:]+$/gu;

/** Distinct words of a search. */
export function searchWords(text: string): readonly SearchWord[] {
  const words = simplifiedHan(text.normalize("NFKC").toLowerCase())
    .split(/\s+/)
    .map((word) => word.replace(around, ""));
  const distinct = [...new Set(words)].filter((word) => /[\p{L}\p{N}]/u.test(word));
  return distinct.map((word) => ({ word, begins: !unseparated.test(word) }));
}

/** Han characters and their simplified forms, in the same order. */
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
