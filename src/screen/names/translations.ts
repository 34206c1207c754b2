import { kept } from "../../base/collections.ts";
import { economies } from "../../link/economies.ts";
import { once, readLinkTable } from "../../link/link-table.ts";
import { expanded } from "../../link/name-words.ts";
import { folded } from "./folded.ts";
import { latinLetters } from "./written.ts";

type Words = Map<string, readonly string[]>;
type Stems = ReadonlyMap<string, readonly string[]>;

/** Stems of `data/link/name-translations.csv`: of Arabic and Persian as romanised, of Hindi as whole words, of other languages folded too. */
const stems = once((): { readonly arabic: Stems; readonly whole: Stems; readonly other: Stems } => {
  const [arabic, whole, other] = Array.from({ length: 3 }, () => new Map<string, readonly string[]>()) as [Words, Words, Words];
  for (const { stem = "", english = "", language = "" } of readLinkTable("name-translations")) {
    const words = [...new Set(english.split(" ").flatMap((word) => [word, inOtherNumber(word)].flatMap(written)))];
    const letters = latinLetters(stem).replace(/ /g, "");
    if (language === "ar" || language === "fa") arabic.set(letters, words);
    else if (language === "hi") whole.set(letters, words);
    else other.set(folded(letters), words);
  }
  return { arabic, whole, other };
});

/** Languages whose names of countries stand in names of firms. */
const languages = "de fr es it pt nl sv pl cs ru uk tr ar fa hi id".split(" ");
const leastCountry = 5;
/** Russian, Egyptian, Kuwaiti. */
const adjectives = ["n", "ian", "i"];

/** Names of countries in one word, as romanised, with their English names (CLDR, as in the runtime). */
const countries = once((): ReadonlyMap<string, readonly string[]> => {
  const table = new Map<string, readonly string[]>();
  const english = new Intl.DisplayNames(["en"], { type: "region" });
  for (const names of languages.map((language) => new Intl.DisplayNames([language], { type: "region" })))
    for (const id of economies().keys()) {
      const [own, meant] = [names, english].map((each) => latinLetters(each.of(id) ?? "").trim());
      if (own && meant && own !== meant && /^[a-z]+$/.test(own + meant) && own.length >= leastCountry)
        table.set(own, [meant, ...adjectives.map((ending) => meant + ending)]);
    }
  return table;
});

const written = (word: string): readonly string[] => expanded([word]).map((each) => each.join(""));
/** The plural of a word, or the singular. */
const inOtherNumber = (word: string): string => (word.endsWith("s") ? word.slice(0, -1) : `${word}s`);

/** What may follow a folded stem: cases and genders of Russian. */
const ending = /^(?:i?Cesk)?(?:[aeiou]{0,4}|[aeiou]{1,2}(?:v|m|k|g|t|n|mi|go|mu)[aeiou]?|sk[aeiou]{1,3}(?:go|k|m)?)$/;
const longestEnding = 9;
const leastStem = 3;
/** Articles and prepositions that Arabic writes before a word. */
const articles = /^(?:ual|al|ll|bal|l|u)(?=.{2})/;
/** Feminine, plural and adjective of Arabic. */
const arabicEnding = /^(?:i?(?:a|at|in|un)?|i)$/;
/** Endings of Russian adjectives; short surnames end in -sky too. */
const ofPlace = /^(?:(.{2,})sk(?:ii|iy|yi|aia|aya|oe|oye|ogo|ikh|ykh)|(.{6,}(?<!ov|ev|in))sk(?:i|y))$/;
/** Of a man of that name: Касперского. */
const genitive = /^(.{3,})sk(?:ogo|omu|om)$/;
const mostRemembered = 200_000;

function stemOf(word: string, known: Stems, end: RegExp): readonly string[] | null {
  for (let length = word.length; length >= Math.max(leastStem, word.length - longestEnding); length--) {
    const found = known.get(word.slice(0, length));
    if (found && end.test(word.slice(length))) return found;
  }
  return null;
}

/**
 * English for a word of another language in a romanised name: завода and `zavodskoi` are plant, factory, works; казанский is Kazan, тульский Tula, омский Omsk. Empty if
 * unknown.
 */
export const translationsOf = kept((word: string): readonly string[] => {
  if (word.length < leastStem) return none;
  const { arabic, whole, other } = stems();
  const found =
    stemOf(folded(word), other, ending) ??
    stemOf(word, arabic, arabicEnding) ??
    stemOf(word.replace(articles, ""), arabic, arabicEnding) ??
    whole.get(word);
  if (found) return found;
  const country = countries().get(word) ?? countries().get(word.replace(/ii$/, "iya"));
  if (country) return country;
  const [, name] = genitive.exec(word) ?? [];
  const [, stated, surname] = ofPlace.exec(word) ?? [];
  const place = stated ?? surname;
  return [
    ...(place ? [place, `${place}a`, `${place}sk`] : []),
    ...(name ? [`${name}sky`, `${name}skiy`, `${name}ski`, `${name}skii`] : []),
  ];
}, mostRemembered);

const none: readonly string[] = [];

/** Role of a word in a name: `word` is distinctive, the others are common. `branch`: a city or bracketed place. */
export type WordKind = "word" | "common" | "place" | "branch" | "particle" | "title";

const kinds = once((): ReadonlyMap<string, ReadonlySet<WordKind>> => {
  const table = new Map<string, Set<WordKind>>();
  for (const { word = "", kind = "" } of readLinkTable("name-words")) {
    table.set(word, (table.get(word) ?? new Set()).add(kind as WordKind));
  }
  return table;
});

/** Expansions of an abbreviation or plural; `[word]` itself if none. */
export const meanings = kept((word: string): readonly string[] => expanded([word]).map((words) => words.join("")), mostRemembered);

const nicknames = once((): ReadonlyMap<string, readonly string[]> => {
  const table = new Map<string, string[]>();
  for (const { short = "", long = "" } of readLinkTable("name-nicknames")) table.set(short, [...(table.get(short) ?? []), long]);
  return table;
});

/** A word of a person's name, and the given names that it is short for: Bill, William. */
export const givenNames = kept((word: string): readonly string[] => [word, ...(nicknames().get(word) ?? [])], mostRemembered);

/** Role of a word in an organisation's name, abbreviations expanded. */
export const organisationWordKind = kept((word: string): WordKind => {
  for (const each of [word, ...meanings(word), ...translationsOf(word)]) {
    const found = kinds().get(each);
    if (found?.has("particle")) return "particle";
    if (found?.has("place")) return "place";
    if (found?.has("branch")) return "branch";
    if (found?.has("common")) return "common";
  }
  return "word";
}, mostRemembered);

/** Role of a word in a person's name, where places and trade words are names, and single letters initials (but Spanish y, Portuguese e). */
export function personWordKind(word: string): WordKind {
  if (word.length === 1 && !"ye".includes(word)) return "word";
  const found = kinds().get(word);
  return found?.has("title") ? "title" : found?.has("particle") ? "particle" : "word";
}
