import { kept } from "../../base/collections.ts";

const rules: readonly (readonly [RegExp, string])[] = [
  [/[^a-z0-9]/g, ""],
  [/tsch|tch|tsh/g, "C"],
  [/sch(?=[^w])/g, "s"],
  [/kh/g, "k"],
  [/gh/g, "g"],
  [/ph/g, "f"],
  [/th/g, "t"],
  [/dh/g, "d"],
  [/dzh|zh|dj|dz/g, "j"],
  [/sh|hs/g, "s"],
  [/ch/g, "C"],
  [/ts|tz|cz/g, "s"],
  [/ck|q/g, "k"],
  [/c(?=[eiy])/g, "s"],
  [/c/g, "k"],
  [/^x(?=[iu])/, "s"],
  [/x/g, "ks"],
  [/w/g, "v"],
  [/z/g, "s"],
  [/oo|ou|uu|ow/g, "u"],
  [/ee|ie|iy|ij|yy|ei|ey|ii/g, "i"],
  [/[yj]/g, "i"],
  [/ae|ai/g, "e"],
  [/(.)\1+/g, "$1"],
  [/h$/g, ""],
];

const mostRemembered = 300_000;

/** Merges romanisation variants: `Wladimir`, `Vladimir`; `Zelensky`, `Zelenskyy`; `C` sounds as `ch`. */
export const folded = kept((word: string): string => rules.reduce((text, [from, to]) => text.replace(from, to), word), mostRemembered);

/** Consonant skeleton of a folded word, voicing merged, first vowel kept. */
export const skeleton = kept((word: string): string => {
  const plain = folded(word).toLowerCase();
  const consonants = plain.replace(/(?!^)[aeiouh]/g, "").replace(/^[aeiou]/, "a");
  return consonants
    .replace(/[dt]/g, "t")
    .replace(/[bpfv]/g, "p")
    .replace(/c/g, "s")
    .replace(/[gk]/g, "k")
    .replace(/[lr]/g, "l")
    .replace(/[mn]/g, "n")
    .replace(/(.)\1+/g, "$1");
}, mostRemembered);
