import { once, readLinkTable } from "../../link/link-table.ts";
import { expanded } from "../../link/name-words.ts";

/**
 * What a word is in a name: `word` tells who it is; the others are shared by many. `branch` is a city, or a place in brackets:
 * where a firm or a part of it sits.
 */
export type WordKind = "word" | "common" | "place" | "branch" | "particle" | "title";

const kinds = once((): ReadonlyMap<string, ReadonlySet<WordKind>> => {
  const table = new Map<string, Set<WordKind>>();
  for (const { word = "", kind = "" } of readLinkTable("name-words")) {
    table.set(word, (table.get(word) ?? new Set()).add(kind as WordKind));
  }
  return table;
});

const meaningsOf = new Map<string, readonly string[]>();
const mostRemembered = 200_000;

/** The words that an abbreviation or plural stands for, `[word]` itself if it is none. */
export function meanings(word: string): readonly string[] {
  const known = meaningsOf.get(word);
  if (known) return known;
  const found = expanded([word]).map((words) => words.join(""));
  if (meaningsOf.size < mostRemembered) meaningsOf.set(word, found);
  return found;
}

/** What a word is in the name of an organisation; abbreviations are what they stand for. */
export function organisationWordKind(word: string): WordKind {
  for (const each of [word, ...meanings(word)]) {
    const found = kinds().get(each);
    if (found?.has("particle")) return "particle";
    if (found?.has("place")) return "place";
    if (found?.has("branch")) return "branch";
    if (found?.has("common")) return "common";
  }
  return "word";
}

/** What a word is in the name of a person: places and words of trades are names there. */
export function personWordKind(word: string): WordKind {
  const found = kinds().get(word);
  return found?.has("title") ? "title" : found?.has("particle") ? "particle" : "word";
}
