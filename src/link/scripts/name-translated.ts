import { kept } from "../../base/collections.ts";
import { once, readLinkTable } from "../link-table.ts";
import { plainKana, simplifiedHan } from "../name-script.ts";
import { spokenLetters } from "./spoken-letters.ts";

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
