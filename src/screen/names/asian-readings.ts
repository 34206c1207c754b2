import { toRomaji } from "wanakana";
import { letterNames } from "../../link/name-script.ts";

const voiced: readonly (readonly [RegExp, string])[] = [
  [/^k/, "g"],
  [/^(?:sh|ch)/, "j"],
  [/^(?:ts|s)/, "z"],
  [/^t/, "d"],
  [/^[hf]/, "b"],
];

/** Voicing within Japanese words: `hashi`, but `funabashi`. */
export function withVoiced(readings: readonly string[]): readonly string[] {
  const others = readings.flatMap((reading) => {
    const [plain, by] = voiced.find(([first]) => first.test(reading)) ?? [];
    return plain && by ? [reading.replace(plain, by)] : [];
  });
  return [...new Set([...readings, ...others])];
}

const initials = "g kk n d tt r m b pp s ss  j jj ch k t p h".split(" ");
/** Merged vowels: ㅓ and ㅗ as o, ㅡ and ㅜ as u, ㅐ as e. */
const middles = "a e ya ye o e yo ye o wa we we yo u wo we wi yu u i i".split(" ");
const finals = " k k k n n n t l k m l l l p l m p p t t ng t t k t p t".split(" ");

/** Hangul in Revised Romanisation by syllable; of the sound changes only double l. */
const romanisedHangul = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[가-힣]/g, (syllable) => {
      const at = syllable.charCodeAt(0) - 0xac00;
      return `${initials[Math.floor(at / 588)]}${middles[Math.floor((at % 588) / 28)]}${finals[at % 28]}`;
    })
    .replace(/lr/g, "l");

/**
 * Readings of a Korean family name: the first sound of 이, 유, 임, 노 is said and written l or r as well, or is none (Lee, Ri, Yi; Noh, Roh; Lim, Im); 최 is Choe, Choi or Chey.
 */
export function familyReadings(syllable: string): readonly string[] {
  const [read = ""] = spokenReadings(syllable);
  const soft = /^[yi]/.test(read) ? [`l${read}`, `r${read}`, ...(read[0] === "i" ? [`y${read}`] : [])] : [];
  const nasal = /^n/.test(read) ? [`r${read.slice(1)}`] : [];
  const liquid = /^[rl]/.test(read) ? [read.slice(1), `l${read.slice(1)}`, `n${read.slice(1)}`] : [];
  const round = /we$/.test(read) ? ["oe", "oi", "ey"].map((end) => read.replace(/we$/, end)) : [];
  return [...new Set([read, ...soft, ...nasal, ...liquid, ...round])].filter((each) => each !== "");
}

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

/** Kana in Hepburn with short vowels; foreign-sound kana (`ティ`, `ファ`) as those sounds. */
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

/** Readings of kana or Hangul: phonetic (x for its sound), and spelled Latin letter names (`エヌイーシー`: nec). */
export function spokenReadings(text: string): readonly string[] {
  const sound = lettersOnly(/\p{Script=Hangul}/u.test(text) ? romanisedHangul(text) : romanisedKana(text));
  const hardened = /\p{Script=Hangul}/u.test(text) ? hardFirst(sound) : null;
  const spelled = latinOfSpelled(text);
  const mixed = spelled === null ? [] : [lettersOnly(`${spelled.letters}${spelled.rest === "" ? "" : spokenReadings(spelled.rest)[0]}`)];
  const all = [sound, ...(hardened === null ? [] : [hardened]), ...mixed].filter((each) => each !== "");
  return [...new Set([...all, ...all.map((each) => each.replace(/kk?u?su?/g, "x"))])];
}

const hard: Readonly<Record<string, string>> = { g: "k", d: "t", b: "p", j: "ch" };
/** The first sound of a Korean word as McCune and Reischauer write it: Kia, Pak, Cho. */
const hardFirst = (sound: string): string | null => {
  const first = hard[sound[0] ?? ""];
  return first === undefined ? null : first + sound.slice(1);
};

const kana: Readonly<Record<string, string>> = {
  エイ: "a",
  エー: "a",
  ビー: "b",
  シー: "c",
  ディー: "d",
  イー: "e",
  エフ: "f",
  ジー: "g",
  エイチ: "h",
  エッチ: "h",
  アイ: "i",
  ジェイ: "j",
  ジェー: "j",
  ケイ: "k",
  ケー: "k",
  エル: "l",
  エム: "m",
  エヌ: "n",
  オー: "o",
  ピー: "p",
  キュー: "q",
  アール: "r",
  エス: "s",
  ティー: "t",
  ティ: "t",
  ユー: "u",
  ブイ: "v",
  ダブリュー: "w",
  エックス: "x",
  ワイ: "y",
  ゼット: "z",
  アンド: "and",
};

const names = new Map<string, string>([
  ...Object.entries(kana),
  ...Object.entries(letterNames).map(([letter, name]) => [name, letter] as const),
  ["앤", "n"],
  ["아르", "r"],
  ["더블류", "w"],
]);
const longest = Math.max(...[...names.keys()].map((name) => name.length));

/** Latin letters spelled by letter names at the start of a kana or Hangul word, and the rest; `null` for fewer than two. */
function latinOfSpelled(text: string): { readonly letters: string; readonly rest: string } | null {
  let at = 0;
  let letters = "";
  while (at < text.length) {
    const length = lengthOfName(text, at);
    if (length === 0) break;
    letters += names.get(text.slice(at, at + length));
    at += length;
  }
  return letters.length > 1 ? { letters, rest: text.slice(at) } : null;
}

function lengthOfName(text: string, at: number): number {
  for (let length = Math.min(longest, text.length - at); length > 0; length--) if (names.has(text.slice(at, at + length))) return length;
  return 0;
}
