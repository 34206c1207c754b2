/** A sounded part of a name: consonant and vowel by class; `""` for none. */
export interface Mora {
  readonly consonant: string;
  readonly vowel: string;
  /** Consonant that closes a Korean syllable. */
  readonly coda: string;
}

/** The parts of a name in katakana (small ones as large) or Hangul alone; `null` for others. */
export const moraeOf = (core: string): readonly Mora[] | null =>
  /^[\p{Script=Katakana}ー]+$/u.test(core) ? kanaMorae(core) : /^[가-힣]+$/.test(core) ? hangulMorae(core) : null;

const kanaRows: readonly (readonly [string, string])[] = [
  ["", "アイウエオ"],
  ["k", "カキクケコ"],
  ["g", "ガギグゲゴ"],
  ["s", "サ＿スセソ"],
  ["sh", "＿シ＿＿＿"],
  ["z", "ザ＿ズゼゾ"],
  ["j", "＿ジ＿＿＿"],
  ["j", "＿ヂ＿＿＿"],
  ["t", "タ＿＿テト"],
  ["ch", "＿チ＿＿＿"],
  ["ts", "＿＿ツ＿＿"],
  ["d", "ダ＿ヅデド"],
  ["n", "ナニヌネノ"],
  ["h", "ハヒ＿ヘホ"],
  ["f", "＿＿フ＿＿"],
  ["b", "バビブベボ"],
  ["p", "パピプペポ"],
  ["m", "マミムメモ"],
  ["y", "ヤ＿ユ＿ヨ"],
  ["r", "ラリルレロ"],
  ["w", "ワ＿＿＿ヲ"],
  ["v", "＿＿ヴ＿＿"],
];

const kana: ReadonlyMap<string, Mora> = new Map(
  kanaRows.flatMap(([consonant, row]) =>
    [...row].map((letter, at): [string, Mora] => [letter, { consonant, vowel: "aiueo"[at] ?? "", coda: "" }]),
  ),
);

function kanaMorae(core: string): readonly Mora[] | null {
  const morae: Mora[] = [];
  for (const [at, letter] of [...core].entries()) {
    if (letter === "ー" || letter === "・") continue;
    if (letter === "ツ" && isDoubling(core, at)) continue;
    if (letter === "ン") {
      morae.push({ consonant: "", vowel: "", coda: "n" });
      continue;
    }
    const mora = kana.get(letter);
    if (!mora) return null;
    morae.push(mora);
  }
  return morae;
}

/** Keys have small kana as large: ツ before a consonant that it doubles is read as one, so that a sounded one is not found there. */
const isDoubling = (core: string, at: number): boolean =>
  at > 0 && /[カキクケコタチツテトパピプペポサシスセソダデドガグゲゴジバブ]/u.test(core[at + 1] ?? "");

const initials = ["kg", "kg", "n", "d", "td", "r", "m", "b", "bp", "ss", "ss", "", "zj", "zj", "sch", "k", "t", "pf", "h"];
const medials = ["a", "e", "a", "e", "o", "e", "o", "o", "o", "a", "e", "e", "o", "u", "o", "e", "i", "u", "u", "i", "i"];
const finals = [
  "", "kg", "kg", "kg", "n", "n", "n", "td", "r", "r", "r", "r", "r", "r", "r", "r", "m", "bp", "bp", "td", "td", "ng", "td", "sch", "kg", "td", "pf", "",
]; // biome-ignore format: one row, in the order of Unicode

function hangulMorae(core: string): readonly Mora[] {
  const syllables = [...core].map((syllable): Mora => {
    const at = (syllable.codePointAt(0) ?? 0) - 0xac00;
    const [first, second, third] = [Math.floor(at / 588), Math.floor((at % 588) / 28), at % 28];
    return { consonant: initials[first] ?? "", vowel: medials[second] ?? "", coda: finals[third] ?? "" };
  });
  return syllables.map((one, at) => (one.coda === "r" && syllables[at + 1]?.consonant === "r" ? { ...one, coda: "" } : one));
}
