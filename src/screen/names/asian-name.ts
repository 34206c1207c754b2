import { withoutAsianForms, withoutForms } from "../../link/legal-forms.ts";
import { plainLetters, simplifiedHan } from "../../link/name-script.ts";
import { wordsOf } from "../../link/name-words.ts";
import { type Reader, readRun, uncutRun } from "./asian-run.ts";
import { isPlaceTerm } from "./asian-terms.ts";
import { type HanLanguage, isJapaneseCharacter } from "./han-readings.ts";
import type { ParsedName } from "./latin-name.ts";
import type { NameKind, NameWord, Rarity } from "./name-word.ts";
import { withoutNumerals } from "./numerals.ts";
import type { SoundUnit } from "./sound-lattice.ts";

/** Phonetic reading of a name. `isExact`: Pinyin, which has one spelling. */
export interface Hearing {
  readonly units: readonly SoundUnit[];
  readonly isExact: boolean;
  /** Kana and Hangul are not segmented into known terms. */
  readonly isUncut: boolean;
}

/** A parsed name in Chinese, Japanese or Korean script. */
export interface AsianName extends ParsedName {
  /** Readings and translations of its words in each possible language, with kana and Hangul segmented or not. */
  readonly hearings: readonly Hearing[];
  /** First reading in each language, in Latin letters. */
  readonly spoken: readonly (readonly NameWord[])[];
  readonly hasHan: boolean;
  readonly hasHangul: boolean;
}

const mostCharacters = 40;

export function asianName(written: string, kind: NameKind, rarity: Rarity): AsianName {
  const plain = withFigures(simplifiedHan(plainLetters(withoutRepeats(written))));
  const asian = withoutAsianForms(plain);
  const latin = withoutForms(wordsOf(withoutCompany(asian.rest)));
  const numbered = withoutNumerals(latin.rest.flatMap(numbersApart));
  const hasHan = /\p{Script=Han}/u.test(asian.rest);
  const languages = languagesOf(written, asian.economies);
  const isChinese = languages.length === 1 && languages[0] === "chinese";
  const parts = limited(numbered.words.map((word) => withoutDistrict(word, isChinese))).flatMap(scriptsApart);
  const mayBeCantonese = hasHan && (kind === "person" ? languages[0] === "chinese" : isChinese && simplifiedHan(written) !== written);
  const readers = [...languages, ...(mayBeCantonese ? (["cantonese"] as const) : [])].map(
    (language): Reader => ({ kind, rarity, language }),
  );
  const read = readers.map((reader) => parts.map((part) => readRun(part, reader)));
  const uncut =
    readers[0] && parts.some((part) => !/\p{Script=Han}/u.test(part))
      ? [{ units: parts.flatMap((part) => uncutRun(part, readers[0] as Reader)), isExact: false, isUncut: true }]
      : [];
  return {
    words: (read[0] ?? []).flatMap(({ words }) => words),
    hearings: [
      ...read.map((runs, at) => ({
        units: runs.flatMap(({ units }) => units),
        isExact: hasHan && (kind === "person" || readers[at]?.language !== "japanese"),
        isUncut: false,
      })),
      ...uncut,
    ],
    spoken: read.map((runs) => runs.flatMap(({ spoken }) => spoken)),
    hasHan,
    hasHangul: /\p{Script=Hangul}/u.test(asian.rest),
    numerals: numbered.numerals,
    forms: [...asian.forms, ...latin.forms],
    formKinds: [...asian.kinds, ...latin.kinds],
    economies: asian.economies ?? latin.economies,
  };
}

/** Kana or a Japanese legal form: Japanese; a Chinese form or a character not used in Japan: Chinese; else either. */
function languagesOf(written: string, economies: readonly string[] | null): readonly HanLanguage[] {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(written)) return ["japanese"];
  if (economies && !(economies.includes("JP") && economies.includes("CN"))) return [economies.includes("JP") ? "japanese" : "chinese"];
  const isPrinted = [...written].every((letter) => !/\p{Script=Han}/u.test(letter) || isJapaneseCharacter(letter));
  return isPrinted ? ["chinese", "japanese"] : ["chinese"];
}

/** 深圳市, 广东省江门市, 新疆维吾尔自治区; 市场 and 市政 are words. */
const district = /^(\p{Script=Han}{2,3}?)(?:特别行政区|(?:壮族|回族|维吾尔)?自治区|省|市(?![场政民值])|县)(?=\p{Script=Han}{2})/u;

/** A Chinese name without what says that its places are provinces, cities or counties. */
function withoutDistrict(word: string, isChinese: boolean): string {
  const [whole, place = ""] = district.exec(word) ?? [];
  if (whole === undefined || !(isChinese || isPlaceTerm(place))) return word;
  return place + withoutDistrict(word.slice(whole.length), isChinese);
}

const withoutCompany = (text: string): string => text.replace(/(?<=\p{Script=Han}{2})公司$/u, "");

const withoutRepeats = (text: string): string =>
  text
    .replace(/(\p{L})[々ゝヽ]/gu, "$1$1")
    .replace(/(\p{L})[ゞヾ]/gu, (_, letter: string) => `${letter}${`${letter}\u3099`.normalize("NFC")}`);

const numbersApart = (word: string): readonly string[] => word.match(/\d+|\D+/g) ?? [];

const scriptsApart = (word: string): readonly string[] => word.match(/[a-z]+|[^a-z]+/g) ?? [];

/** Words up to the maximum number of characters. */
function limited(words: readonly string[]): readonly string[] {
  let room = mostCharacters;
  return words.flatMap((word) => {
    const kept = word.slice(0, Math.max(0, room));
    room -= word.length;
    return kept === "" ? [] : [kept];
  });
}

const digits = "〇一二三四五六七八九";
const powers: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const han = "〇○零一二三四五六七八九十百千";
/** What a number without 第 may count: 三十八所, 五厂 is too short to tell. */
const counted = "研究所|研究院|研究室|所|厂|工厂|院";

const ordinal = new RegExp(`第([${han}]{1,8}|\\d{1,6})`, "g");
const plain = new RegExp(`([${han}]{2,8})(?=(?:${counted}))`, "g");
const shortInstitute = /(\d)\s*所(?=$|[\s(（])/g;

/**
 * Numbers in Chinese and Japanese names as figures: 第七〇二研究所 and 第702研究所, 第三十八研究所, 三十八所. Elsewhere numerals are parts of words.
 * @example withFigures("第三十八研究所") // " 38 研究所"
 */
export const withFigures = (text: string): string =>
  text
    .replace(ordinal, (_, number: string) => ` ${figureOf(number)} `)
    .replace(plain, (number) => ` ${figureOf(number)} `)
    .replace(shortInstitute, "$1 研究所");

/** The figure of Arabic digits, of Han digits one by one (七〇二) or by place (三十八, 百二). */
function figureOf(number: string): string {
  if (/^\d+$/.test(number)) return number.replace(/^0+(?=\d)/, "");
  if (!/[十百千]/.test(number))
    return [...number]
      .map(digitOf)
      .join("")
      .replace(/^0+(?=\d)/, "");
  let [sum, digit] = [0, 0];
  for (const letter of number) {
    const power = powers[letter];
    if (power === undefined) digit = digitOf(letter);
    else {
      sum += Math.max(1, digit) * power;
      digit = 0;
    }
  }
  return String(sum + digit);
}

const digitOf = (letter: string): number => ("○零".includes(letter) ? 0 : digits.indexOf(letter));
