import { kept } from "../../base/collections.ts";
import { once, readLinkTable } from "../../link/link-table.ts";
import { expanded } from "../../link/name-words.ts";
import { folded } from "./folded.ts";
import { latinLetters } from "./written.ts";

interface Stem {
  readonly english: readonly string[];
  readonly isArabic: boolean;
}

/** Stems of `data/link/name-translations.csv`, romanised and folded. */
const stems = once((): ReadonlyMap<string, Stem> => {
  const table = new Map<string, Stem>();
  for (const { stem = "", english = "", language = "" } of readLinkTable("name-translations")) {
    const words = english.split(" ").flatMap((word) => expanded([word]).map((each) => each.join("")));
    table.set(folded(latinLetters(stem)), { english: [...new Set(words)], isArabic: language === "ar" || language === "fa" });
  }
  return table;
});

/** What may follow a folded stem: cases and genders of Russian, feminine and plural of Arabic. */
const ending = /^(?:i?Cesk)?(?:[aeiou]{0,4}|[aeiou]{1,2}(?:v|m|k|g|t|n|mi|go|mu)[aeiou]?|sk[aeiou]{1,3}(?:go|k|m)?)$/;
const longestEnding = 9;
const leastStem = 3;
/** Articles and prepositions that Arabic writes before a word. */
const articles = /^(?:ual|al|ll|bal|l|u)(?=.{3})/;
/** Endings of Russian adjectives; short surnames end in -sky too. */
const ofPlace = /^(?:(.{5,})sk(?:ii|iy|yi|aia|aya|oe|oye|ogo|ikh|ykh)|(.{6,}(?<!ov|ev|in))sk(?:i|y))$/;
/** Of a man of that name: Касперского. */
const genitive = /^(.{3,})sk(?:ogo|omu|om)$/;
const mostRemembered = 200_000;

function stemOf(plain: string): Stem | null {
  for (let length = plain.length; length >= Math.max(leastStem, plain.length - longestEnding); length--) {
    const found = stems().get(plain.slice(0, length));
    if (found && ending.test(plain.slice(length))) return found;
  }
  return null;
}

/**
 * English for a word of another language in a romanised name: завода and `zavodskoi` are plant, factory, works; казанский is Kazan. Empty if
 * unknown.
 */
export const translationsOf = kept((word: string): readonly string[] => {
  if (word.length < leastStem) return none;
  const plain = folded(word);
  const found = stemOf(plain);
  if (found) return found.english;
  const bare = plain.replace(articles, "");
  const inner = bare === plain ? null : stemOf(bare);
  if (inner?.isArabic) return inner.english;
  const [, name] = genitive.exec(word) ?? [];
  const [, stated, surname] = ofPlace.exec(word) ?? [];
  const place = stated ?? surname;
  return [...(place ? [place] : []), ...(name ? [`${name}sky`, `${name}skiy`, `${name}ski`, `${name}skii`] : [])];
}, mostRemembered);

const none: readonly string[] = [];
