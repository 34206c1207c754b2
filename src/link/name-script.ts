import { ConverterFactory } from "opencc-js/core";
import { from, to } from "opencc-js/preset/t2cn";
import { kept } from "../base/collections.ts";
import { once } from "./link-table.ts";

/** Letters without Unicode decomposition. */
const ligatures: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};

const accents = /[\u0300-\u036f]/g;

/** Lower case without Latin accents; kana and Hangul marks are kept. */
export function plainLetters(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  return text
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFD")
    .replace(accents, "")
    .normalize("NFC")
    .replace(/[ßæœøłđðþı]/g, (letter) => ligatures[letter] ?? letter);
}

const isAscii = (text: string): boolean => !/[^\x20-\x7e]/.test(text);

const umlauts: Readonly<Record<string, string>> = {
  ä: "ae",
  ö: "oe",
  ü: "ue",
  Ä: "Ae",
  Ö: "Oe",
  Ü: "Ue",
  ø: "oe",
  å: "aa",
  Ø: "Oe",
  Å: "Aa",
};

/** The name with umlauts as two letters (`Förderung`, `Foerderung`); `null` without any. */
export function withoutUmlauts(text: string): string | null {
  const spelled = text.normalize("NFC").replace(/[äöüÄÖÜøåØÅ]/g, (letter) => umlauts[letter] ?? letter);
  return spelled === text.normalize("NFC") ? null : spelled;
}

const toSimplified = once(() => ConverterFactory(from.jp ?? [], to.cn ?? []));
const simplified = kept((letter: string): string => toSimplified()(letter));

/** Traditional and Japanese Han characters as simplified, one by one: 國, 国 -> 国; 發, 発 -> 发. For keys only. */
export const simplifiedHan = (text: string): string => text.replace(/\p{Script=Han}/gu, (letter) => simplified(letter));

const smallKana = "ァィゥェォッャュョヮヵヶ";
const largeKana = "アイウエオツヤユヨワカケ";

/** Small kana as large (キャノン, キヤノン), dashes after kana as long marks. */
export const plainKana = (text: string): string =>
  text
    .replace(/[ァィゥェォッャュョヮヵヶ]/g, (letter) => largeKana[smallKana.indexOf(letter)] ?? letter)
    .replace(/(?<=\p{Script=Katakana})[-‐‑–—―−]/gu, "ー");

/** Korean letter names. */
export const letterNames: Readonly<Record<string, string>> = {
  a: "에이",
  b: "비",
  c: "씨",
  d: "디",
  e: "이",
  f: "에프",
  g: "지",
  h: "에이치",
  i: "아이",
  j: "제이",
  k: "케이",
  l: "엘",
  m: "엠",
  n: "엔",
  o: "오",
  p: "피",
  q: "큐",
  r: "알",
  s: "에스",
  t: "티",
  u: "유",
  v: "브이",
  w: "더블유",
  x: "엑스",
  y: "와이",
  z: "제트",
};

/** Spelled-out Latin letters in Korean names as Hangul: SK하이닉스 -> 에스케이하이닉스. */
export const hangulLetters = (text: string): string =>
  /\p{Script=Hangul}/u.test(text)
    ? text.replace(/[a-z]+/gi, (letters) =>
        letters.length <= 4 ? [...letters.toLowerCase()].map((letter) => letterNames[letter] ?? letter).join("") : letters,
      )
    : text;
