import anyAscii from "any-ascii";
import { plainLetters } from "../../link/name-script.ts";

/** Invisible characters: joiners, direction marks, variation selectors, soft hyphens, controls. */
const unseen = /\p{Cc}|\p{Cf}|\p{Cs}|\p{Variation_Selector}|[\u115f\u1160\u3164\uffa0]/gu;
const joiners = /\u200c|\u200d/g;

/** Length limit: NFKC expands some characters to whole sentences. */
const longest = 2000;

/** Normalises width, quotes, dashes and spaces; removes invisible characters. */
export const writtenName = (name: string): string =>
  name
    .replace(joiners, "")
    .replace(/[\t\n\r]/g, " ")
    .replace(/№|\bN[º°]/g, "No. ")
    .normalize("NFKC")
    .replace(unseen, "")
    .replace(/[‘’‛ʻʼʹʾʿ`´′]/g, "'")
    .replace(/[‐‑‒–—―−]/g, "-")
    .replace(/\s+/g, " ")
    .slice(0, longest)
    .trim();

/** `M & S`, `E and S`: single letters joined by a sign are one word. */
const joinedLetters = /(?<![\p{L}\p{N}'.])(\p{Script=Latin})\s?(?:&|\band\b)\s?(?=\p{Script=Latin}(?![\p{L}\p{N}'.]))/giu;

/** Joins single letters around `&`. */
export const withJoinedLetters = (written: string): string => (/&|\band\b/i.test(written) ? written.replace(joinedLetters, "$1") : written);

const cjk = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Whether a name has Chinese, Japanese or Korean letters. */
export const hasAsianLetters = (text: string): boolean => cjk.test(text);

/** Overrides of `any-ascii` for names. */
const ownLetters: Readonly<Record<string, string>> = {
  ъ: "",
  ь: "",
  Ъ: "",
  Ь: "",
  ع: "a",
  ء: "",
  ئ: "i",
  ؤ: "u",
  ا: "a",
  أ: "a",
  إ: "i",
  آ: "a",
  ى: "a",
  ة: "a",
  و: "u",
  ي: "i",
  ی: "i",
  ک: "k",
  ې: "i",
};

/**
 * Transliterates any alphabet to plain Latin. Arabic and Hebrew omit short vowels, so their words compare by sound only; `و` and `ي` are
 * read as vowels.
 */
export function latinLetters(text: string): string {
  const dotless = text.replace(
    /(?<![\p{L}\p{M}])(?:\p{L}\.){2,}(?:\p{L}(?![\p{L}\p{M}]))?/gu,
    (initials) => `${initials.replaceAll(".", "")} `,
  );
  const unglued = dotless
    .replace(/(?<=\p{L}{2})-(?=\p{L}(?![\p{L}\p{N}.]))/gu, "")
    .replace(/(?<=\p{Ll}{3})(?=\p{Lu}{2,4}(?![\p{L}\p{N}]))/gu, " ")
    .replace(/%/g, " percent ");
  const plain = plainLetters(unglued);
  if (!/[^\x20-\x7e]/.test(plain)) return plain;
  return anyAscii(plain.replace(/[\u0600-\u06ffъьЪЬ]/g, (letter) => ownLetters[letter] ?? letter))
    .toLowerCase()
    .replace(/[^\x20-\x7e]/g, " ");
}
