import { simplifiedHan } from "../../link/name-script.ts";

const script = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}";

/** A character of a script without blanks between words: each is a word of its own. */
const unseparated = new RegExp(`^[${script}]`, "u");
const word = new RegExp(`[${script}]|(?:(?![${script}])[\\p{L}\\p{N}])+`, "gu");

/** Words that join others; in a search they are none of their own, but in capitals, which may be elements (In, As), and in quotation marks. */
const joining = new Set("an and as at by for from how in into is it of on or the to what which with".split(" "));

export const isJoining = (text: string): boolean => joining.has(text);

export const isUnseparated = (token: string): boolean => unseparated.test(token);

/** Words of a text in order: compatibility forms unified, lower case, Han characters simplified. */
export const searchTokens = (text: string): readonly string[] => simplifiedHan(text.normalize("NFKC").toLowerCase()).match(word) ?? [];

export const isHan = (token: string): boolean => /\p{Script=Han}/u.test(token);

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
