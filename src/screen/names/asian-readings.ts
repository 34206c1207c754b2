import { createRequire } from "node:module";
import { toRomaji } from "wanakana";
import { once, readLinkTable } from "../../link/link-table.ts";
import { simplifiedHan } from "../../link/name-script.ts";
import { latinOfSpelled } from "./letter-names.ts";

/** Loads the Chinese readings when a name first asks for them: most questions ask for none, and they take a tenth of a second. */
const load = createRequire(import.meta.url);
const pinyin = once(() => (load("pinyin-pro") as typeof import("pinyin-pro")).pinyin);

const japanese = once((): ReadonlyMap<string, readonly string[]> => {
  const table = new Map<string, readonly string[]>();
  for (const { character = "", readings = "" } of readLinkTable("han-readings")) {
    const key = simplifiedHan(character);
    table.set(key, [...new Set([...(table.get(key) ?? []), ...readings.split(" ")])]);
  }
  return table;
});

/** The languages in which Han characters are read; a name is read in one of them. */
export type HanLanguage = "chinese" | "japanese";

const remembered = new Map<string, readonly string[]>();
const mostReadings = 8;

/** How a Han character (in simplified form) may be read: in Chinese in pinyin without tones, in Japanese in Hepburn letters. */
export function hanReadings(character: string, language: HanLanguage): readonly string[] {
  if (language === "japanese") return japanese().get(character)?.slice(0, mostReadings) ?? [];
  const known = remembered.get(character);
  if (known) return known;
  const all = pinyin()(character, { toneType: "none", multiple: true, type: "array", v: true }).filter((each) => /^[a-z]+$/.test(each));
  const found = [...new Set(all)].slice(0, mostReadings);
  remembered.set(character, found);
  return found;
}

const voiced: readonly (readonly [RegExp, string])[] = [
  [/^k/, "g"],
  [/^(?:sh|ch)/, "j"],
  [/^(?:ts|s)/, "z"],
  [/^t/, "d"],
  [/^[hf]/, "b"],
];

/** Within a Japanese word the first consonant of a character is often voiced: `hashi`, but `funabashi`. */
export function withVoiced(readings: readonly string[]): readonly string[] {
  const others = readings.flatMap((reading) => {
    const [plain, by] = voiced.find(([first]) => first.test(reading)) ?? [];
    return plain && by ? [reading.replace(plain, by)] : [];
  });
  return [...new Set([...readings, ...others])];
}

/** Whether a character as it is printed is one that Japanese is written with. */
export const isJapaneseCharacter = (character: string): boolean => printedInJapan().has(character);

const printedInJapan = once((): ReadonlySet<string> => new Set(readLinkTable("han-readings").map(({ character = "" }) => character)));

/** The Chinese reading of a text of Han characters, glued. */
export const pinyinOf = (text: string): string => [...text].map((character) => hanReadings(character, "chinese")[0] ?? "").join("");

const initials = "g kk n d tt r m b pp s ss  j jj ch k t p h".split(" ");
/** Vowels as the ear takes them: ㅓ and ㅗ as o, ㅡ and ㅜ as u, ㅐ as e. */
const middles = "a e ya ye o e yo ye o wa we we yo u wo we wi yu u i i".split(" ");
const finals = " k k k n n n t l k m l l l p l m p p t t ng t t k t p t".split(" ");

/** Hangul in the consonants of the Revised Romanisation, syllable for syllable; of the changes of sound between them only a double l. */
const romanisedHangul = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[가-힣]/g, (syllable) => {
      const at = syllable.charCodeAt(0) - 0xac00;
      return `${initials[Math.floor(at / 588)]}${middles[Math.floor((at % 588) / 28)]}${finals[at % 28]}`;
    })
    .replace(/lr/g, "l");

const consonants: Readonly<Record<string, string>> = {
  フ: "f",
  ヴ: "v",
  テ: "t",
  デ: "d",
  ト: "t",
  ド: "d",
  ウ: "w",
  ク: "kw",
  グ: "gw",
  ツ: "ts",
  チ: "ch",
  シ: "sh",
  ジ: "j",
};
const smallVowels: Readonly<Record<string, string>> = { ァ: "a", ィ: "i", ゥ: "u", ェ: "e", ォ: "o" };

/** Kana in Hepburn letters with long vowels short; kana that write foreign sounds (`ティ`, `ファ`) as those sounds. */
const romanisedKana = (text: string): string =>
  toRomaji(
    text.replace(
      /([フヴテデトドウクグツチシジ])([ァィゥェォ])/g,
      (_, mora: string, vowel: string) => `${consonants[mora]}${smallVowels[vowel]}`,
    ),
  )
    .replace(/ou|oo/g, "o")
    .replace(/uu/g, "u");

const lettersOnly = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, "");

/**
 * How a run of kana or Hangul may be read: as it sounds, with x for its sound, and as the Latin letters
 * whose names it spells (`エヌイーシー`: nec).
 */
export function spokenReadings(text: string): readonly string[] {
  const sound = lettersOnly(/\p{Script=Hangul}/u.test(text) ? romanisedHangul(text) : romanisedKana(text));
  const spelled = latinOfSpelled(text);
  const mixed = spelled === null ? [] : [lettersOnly(`${spelled.letters}${spelled.rest === "" ? "" : spokenReadings(spelled.rest)[0]}`)];
  const all = [sound, ...mixed].filter((each) => each !== "");
  return [...new Set([...all, ...all.map((each) => each.replace(/kk?u?su?/g, "x"))])];
}
