import { once } from "../../link/link-table.ts";

/** Finals that stand behind each initial of pinyin. */
const syllablesOf: Readonly<Record<string, string>> = {
  b: "a o ai ei ao an en ang eng i ie iao ian in ing u",
  p: "a o ai ei ao ou an en ang eng i ie iao ian in ing u",
  m: "a o ai ei ao ou an en ang eng i ie iao iu ian in ing u",
  f: "a o ei ou an en ang eng u",
  d: "a e ai ei ao ou an ang eng ong i ie iao iu ian ing u uo ui uan un",
  t: "a e ai ao ou an ang eng ong i ie iao ian ing u uo ui uan un",
  n: "a e ai ei ao ou an en ang eng ong i ie iao iu ian in iang ing u uo uan ue",
  l: "a e ai ei ao ou an ang eng ong i ia ie iao iu ian in iang ing u uo uan un ue",
  g: "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
  k: "a e ai ao ou an en ang eng ong u ua uo uai ui uan un uang",
  h: "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
  j: "i ia ie iao iu ian in iang ing iong u ue uan un",
  q: "i ia ie iao iu ian in iang ing iong u ue uan un",
  x: "i ia ie iao iu ian in iang ing iong u ue uan un",
  zh: "a e i ai ao ou an en ang eng ong u ua uo uai ui uan un uang",
  ch: "a e i ai ao ou an en ang eng ong u uo uai ui uan un uang",
  sh: "a e i ai ei ao ou an en ang eng u ua uo uai ui uan un uang",
  r: "e i ao ou an en ang eng ong u uo ui uan un",
  z: "a e i ai ei ao ou an en ang eng ong u uo ui uan un",
  c: "a e i ai ao ou an en ang eng ong u uo ui uan un",
  s: "a e i ai ao ou an en ang eng ong u uo ui uan un",
  y: "a e i ao ou an in ang ing ong u ue uan un",
  w: "a o ai ei an en ang eng u",
};
const initials: Readonly<Record<string, string>> = {
  ...{ b: "p", d: "t", g: "k", j: "ch", q: "ch", x: "hs", zh: "ch", r: "j", z: "ts", c: "ts" },
};

/** A syllable of pinyin in Wade-Giles, as it is written without marks. */
function written(initial: string, final: string): string {
  const first = initials[initial] ?? initial;
  if (["zh", "ch", "sh", "r"].includes(initial) && final === "i") return `${first}ih`;
  if (["z", "c", "s"].includes(initial) && final === "i") return initial === "s" ? "ssu" : "tzu";
  if (initial === "y") return ofY[final] ?? `y${final}`;
  if (final === "e" && ["g", "k", "h"].includes(initial)) return `${first}o`;
  if (final === "uo" && !["g", "k", "h", "sh"].includes(initial)) return `${first}o`;
  if (final === "ui" && ["g", "k"].includes(initial)) return `${first}uei`;
  return first + (changed[final] ?? final);
}
const ofY: Readonly<Record<string, string>> = { i: "i", e: "yeh", an: "yen", ou: "yu", ong: "yung", ue: "yueh" };
const changed: Readonly<Record<string, string>> = { ie: "ieh", ian: "ien", ong: "ung", iong: "iung", ue: "ueh" };

/** Syllables of Wade-Giles with what they may be in pinyin, and whether that spells none of its own so. */
const table = once((): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>();
  for (const [initial, finals] of Object.entries(syllablesOf))
    for (const final of finals.split(" ")) {
      const key = written(initial, final);
      found.set(key, [...(found.get(key) ?? []), initial + final]);
    }
  return found;
});
const pinyin = once(
  (): ReadonlySet<string> =>
    new Set([
      ...Object.entries(syllablesOf).flatMap(([initial, finals]) => finals.split(" ").map((final) => initial + final)),
      ...["a", "ai", "an", "ang", "ao", "e", "en", "er", "ou"],
    ]),
);

const ofPinyin = once(
  (): ReadonlyMap<string, string> =>
    new Map(
      Object.entries(syllablesOf).flatMap(([initial, finals]) =>
        finals.split(" ").map((final): [string, string] => [initial + final, written(initial, final)]),
      ),
    ),
);

/** A syllable of pinyin in Wade-Giles, without marks: `guo`, `kuo`. As it is where both spell it so. */
export const wadeGilesOf = (syllable: string): string => ofPinyin().get(syllable) ?? syllable;

/** Whether a word is one syllable of pinyin. */
export const isPinyinSyllable = (word: string): boolean => pinyin().has(word);

/** The ways in which a word is two syllables of pinyin: `jianguo` is jian, guo. */
export function twoSyllables(word: string): readonly (readonly [string, string])[] {
  const found: (readonly [string, string])[] = [];
  for (let at = 1; at < word.length; at++) {
    const [start, end] = [word.slice(0, at), word.slice(at)];
    if (isPinyinSyllable(start) && isPinyinSyllable(end)) found.push([start, end]);
  }
  return found;
}

const mostRead = 4;

/**
 * A Chinese person's name in Wade-Giles, without its marks, in pinyin: Mao Tse-tung, Mao Zedong. All that it may be, up to four; none where
 * a word is no syllable of it, or all are pinyin too.
 * @example pinyinNames("Hsu Chih-yung") // ["xu zhi yong", "xu chi yong"]
 */
export function pinyinNames(name: string): readonly string[] {
  const syllables = name
    .toLowerCase()
    .replace(/['’‘ʻ`]/g, "")
    .split(/[\s,-]+/)
    .filter((word) => word !== "");
  if (syllables.length < 2 || syllables.length > mostRead || syllables.every((word) => pinyin().has(word))) return [];
  let read: readonly string[] = [""];
  for (const word of syllables) {
    const may = table().get(word) ?? (pinyin().has(word) ? [word] : []);
    read = read.flatMap((start) => may.map((each) => `${start} ${each}`));
  }
  return read.slice(0, mostRead).map((each) => each.trim());
}
