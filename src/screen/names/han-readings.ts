import { createRequire } from "node:module";
import { kept } from "../../base/collections.ts";
import { once, readLinkTable } from "../../link/link-table.ts";
import { simplifiedHan } from "../../link/name-script.ts";

/** Loads Chinese readings on first use: they take a tenth of a second and are rarely needed. */
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

/** Languages for reading Han characters; a name is read in one. Cantonese: persons alone, as Hong Kong writes them. */
export type HanLanguage = "chinese" | "japanese" | "cantonese";

const mostReadings = 8;

/** How a person's name may read a character besides, by language and simplified character: 三 (zo), 黄 (wong). */
const inNames = once((): Readonly<Record<string, ReadonlyMap<string, readonly string[]>>> => {
  const tables: Record<string, Map<string, string[]>> = { ja: new Map(), yue: new Map() };
  for (const { language = "", reading = "", characters = "" } of readLinkTable("han-name-readings"))
    for (const character of simplifiedHan(characters)) {
      const all = new Set([...(tables[language]?.get(character) ?? []), reading, language === "yue" ? hardened(reading) : reading]);
      tables[language]?.set(character, [...all]);
    }
  return tables;
});

/** Names of Hong Kong are mostly written with the hard letter: Ka, Kar, Chi, Tai. */
const hardened = (reading: string): string =>
  reading.replace(/^(?:g|d|b|j)/, (first) => ({ g: "k", d: "t", b: "p", j: "ch" })[first] ?? first);

const chinese = kept((character: string): readonly string[] => {
  const all = pinyin()(character, { toneType: "none", multiple: true, type: "array", v: true }).filter((each) => /^[a-z]+$/.test(each));
  return [...new Set(all)].slice(0, mostReadings);
});

/** Readings of a simplified Han character: pinyin without tones, Hepburn, or as Hong Kong writes it. `ofPerson`: with those that names of persons alone have. */
export function hanReadings(character: string, language: HanLanguage, ofPerson = false): readonly string[] {
  if (language === "chinese") return chinese(character);
  if (language === "cantonese") return inNames().yue?.get(character)?.slice(0, mostReadings) ?? [];
  const usual = japanese().get(character)?.slice(0, mostReadings) ?? [];
  return ofPerson ? [...new Set([...usual, ...(inNames().ja?.get(character) ?? [])])] : usual;
}

export const isJapaneseCharacter = (character: string): boolean => printedInJapan().has(character);

const printedInJapan = once((): ReadonlySet<string> => new Set(readLinkTable("han-readings").map(({ character = "" }) => character)));

export const pinyinOf = (text: string): string => [...text].map((character) => hanReadings(character, "chinese")[0] ?? "").join("");
