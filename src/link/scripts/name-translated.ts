import { kept } from "../../base/collections.ts";
import { once, readLinkTable } from "../link-table.ts";
import { letterNames, plainKana, simplifiedHan } from "../name-script.ts";

const plain = (text: string): string => simplifiedHan(plainKana(text));

/** Brands in Han, kana or Hangul with their Latin name, longest first (`data/link/name-brands.csv`). */
const brands = once((): readonly (readonly [string, string])[] =>
  readLinkTable("name-brands")
    .map(({ brand = "", latin = "" }) => [plain(brand), latin] as const)
    .sort(([a], [b]) => b.length - a.length),
);

/** Words of trades and places with their English forms, without blanks (`data/link/name-terms.csv`), and brands. */
const terms = once((): ReadonlyMap<string, readonly string[]> => {
  const table = new Map<string, readonly string[]>(brands().map(([brand, latin]) => [brand, [latin]]));
  for (const { term = "", english = "" } of readLinkTable("name-terms"))
    table.set(plain(term), [...(table.get(plain(term)) ?? []), ...english.split(" ")]);
  return table;
});

/** More translations of one name tell nothing. */
const mostCores = 200;
const longestTerm = 8;

/** Every way to say the whole of a text in English by the table of terms; Latin letters and digits stay as they are. */
function translations(text: string): readonly string[] {
  if (text === "") return [""];
  const [letters] = /^[a-z\d]+/.exec(text) ?? [];
  if (letters !== undefined) return translations(text.slice(letters.length)).map((rest) => letters + rest);
  const spoken = spokenLetters(text);
  const found: string[] = spoken === null ? [] : [spoken];
  for (let length = Math.min(longestTerm, text.length); length > 0 && found.length <= mostCores; length--) {
    const english = terms().get(text.slice(0, length));
    if (!english) continue;
    const rests = translations(text.slice(length));
    for (const word of english) for (const rest of rests) found.push(word + rest);
  }
  return found;
}

const foreign = /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}]/u;

/**
 * Latin cores that a name in Han, kana or Hangul may stand for, where it is a known brand, or Latin letters, followed by words of trades and places,
 * brands and spelled letters alone: 三星显示 -> samsungdisplay, LG电子 -> lgelectronics. A name that is a brand alone has none.
 */
export const translatedCores = kept((core: string): readonly string[] => {
  if (!foreign.test(core)) return [];
  const starts = [
    ...brands().flatMap(([brand, latin]) => (core.startsWith(brand) ? [[latin, core.slice(brand.length)] as const] : [])),
    ...(/^[a-z]{2,6}(?=[^a-z\d])/.exec(core) ?? []).map((letters) => [letters, core.slice(letters.length)] as const),
  ];
  const found = starts.flatMap(([latin, rest]) => (rest === "" ? [] : translations(rest).map((words) => latin + words)));
  return found.length > mostCores ? [] : found;
});

const kanaLetters: Readonly<Record<string, readonly string[]>> = {
  a: ["エー", "エイ"], b: ["ビー"], c: ["シー"], d: ["デイー"], e: ["イー"], f: ["エフ"], g: ["ジー"], h: ["エイチ", "エツチ"], i: ["アイ"], j: ["ジエイ", "ジエー"],
  k: ["ケイ", "ケー"], l: ["エル"], m: ["エム"], n: ["エヌ"], o: ["オー"], p: ["ピー"], q: ["キユー"], r: ["アール"], s: ["エス"], t: ["テイー"], u: ["ユー"],
  v: ["ブイ", "ヴイ"], w: ["ダブリユー"], x: ["エツクス"], y: ["ワイ"], z: ["ゼツト"],
}; // biome-ignore format: a table

const spoken = once(() => {
  const all = [
    ...Object.entries(kanaLetters).flatMap(([letter, names]) => names.map((name) => [name, letter] as const)),
    ...Object.entries(letterNames).map(([letter, name]) => [name, letter] as const),
  ].sort(([a], [b]) => b.length - a.length);
  return {
    letters: new Map(all),
    whole: new RegExp(`^(?:${all.map(([name]) => name).join("|")}){3,6}$`),
    each: new RegExp(all.map(([name]) => name).join("|"), "g"),
  };
});

/** Latin letters of a name that is three to six names of letters: ケーエルエー, 케이엘에이 -> kla. */
export function spokenLetters(core: string): string | null {
  const { letters, whole, each } = spoken();
  return whole.test(core) ? (core.match(each) ?? []).map((name) => letters.get(name) ?? "").join("") : null;
}

/** Names that begin with two to six letters, as these and the rest of the name: エルジーデイスプレイ -> lg, デイスプレイ. */
export function leadingLetters(core: string): readonly { readonly letters: string; readonly rest: string }[] {
  const { letters, each } = spoken();
  const found: { readonly letters: string; readonly rest: string }[] = [];
  let [read, rest] = ["", core];
  while (read.length < 6) {
    const [name] = rest.match(new RegExp(`^(?:${each.source})`)) ?? [];
    if (name === undefined) return found;
    read += letters.get(name) ?? "";
    rest = rest.slice(name.length);
    if (read.length > 1) found.push({ letters: read, rest });
  }
  return found;
}
