import { kept } from "../../base/collections.ts";
import { once, readLinkTable } from "../../link/link-table.ts";
import { expanded } from "../../link/name-words.ts";
import { translationsOf } from "./translations.ts";

/** Role of a word in a name: `word` is distinctive, the others are common. `branch`: a city or bracketed place. */
export type WordKind = "word" | "common" | "place" | "branch" | "particle" | "title";

const kinds = once((): ReadonlyMap<string, ReadonlySet<WordKind>> => {
  const table = new Map<string, Set<WordKind>>();
  for (const { word = "", kind = "" } of readLinkTable("name-words")) {
    table.set(word, (table.get(word) ?? new Set()).add(kind as WordKind));
  }
  return table;
});

const mostRemembered = 200_000;

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
