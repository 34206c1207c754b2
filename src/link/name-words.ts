import { once, readLinkTable } from "./link-table.ts";

/** Words of a plain-letter name: initials are one word (`b.v.` -> `bv`), elided articles stand alone (`l'`). */
export function wordsOf(text: string): readonly string[] {
  const spaced = text
    .replace(/[&＆+]/g, " and ")
    .replace(/(?<![\p{L}\p{N}])([dl])\s*['’´`]\s*(?=\p{L})/gu, "$1' ")
    .replace(/(?<=\p{L})['’´`](?=\p{L})/gu, "")
    .replace(/[^\p{L}\p{N}']+/gu, " ");
  const words: string[] = [];
  let initials = "";
  for (const part of spaced.split(" ")) {
    const word = part === "l'" || part === "d'" ? part : part.replaceAll("'", "");
    if (word.length === 1 && /[a-z]/.test(word)) {
      initials += word;
      continue;
    }
    if (initials) words.push(initials);
    initials = "";
    if (word) words.push(...unglued(word));
  }
  if (initials) words.push(initials);
  return words;
}

/** Restores missing spaces before legal forms: `technologyco`. */
function unglued(word: string): readonly string[] {
  const [, head, form] = /^(.{4,}(?:tion|ment|ology|logies|ics|ing|science))(co|ltd|inc|corp|llc|gmbh)$/.exec(word) ?? [];
  return head && form ? [head, form] : [word];
}

const joining = new Set(["and", "und", "et", "the", "l'", "d'"]);
const articles = new Set(["le", "la", "les", "de", "des", "du", "der", "zur", "zu"]);

/** Removes articles, "and", and "of" except after "university". */
export const withoutSmallWords = (words: readonly string[]): readonly string[] =>
  words.filter((word, i) => {
    if (joining.has(word) || (word === "a" && words[i + 1] === "l'")) return false;
    if (word === "of" || word === "for") return i > 0 && isUniversity(words[i - 1] ?? "");
    return !(articles.has(word) && i > 0);
  });

const academy = ["chinese", "academy", "of", "sciences"];
const academyBefore: readonly string[][] = [
  ["chinese", "academy", "of", "science"],
  ["chinese", "academy", "sciences"],
  ["chinese", "acad", "sci"],
  ["chinese", "acad", "of", "sci"],
];

/** Whether plain letters may name the academy. */
export const mayBeOfAcademy = (letters: string): boolean => letters.includes("acad") || letters.includes(" cas");

/** Institutes of the Chinese Academy of Sciences write its name in several ways; all become one. `CAS` is it only after an institute. */
export function ofAcademy(words: readonly string[]): readonly string[] {
  if (words.at(-1) === "cas" && words.some((word) => word === "inst" || word.startsWith("institute")))
    return [...words.slice(0, -1), ...academy];
  const first = words.findIndex((word) => word === "chinese" || word.startsWith("acad"));
  const found = first < 0 ? undefined : academyBefore.find((form) => form.every((word, i) => words[first + i] === word));
  return found ? [...words.slice(0, first), ...academy, ...words.slice(first + found.length)] : words;
}

const isUniversity = (word: string): boolean => word === "univ" || word.startsWith("universi");

interface Abbreviation {
  readonly short: readonly string[];
  readonly longs: readonly (readonly string[])[];
}

/** Abbreviations by first word, longest first. */
const abbreviations = once((): ReadonlyMap<string, readonly Abbreviation[]> => {
  const longs = new Map<string, string[]>();
  for (const { short = "", long = "" } of readLinkTable("name-abbreviations")) longs.set(short, [...(longs.get(short) ?? []), long]);
  const index = new Map<string, Abbreviation[]>();
  for (const [short, long] of [...longs].sort((a, b) => b[0].split(" ").length - a[0].split(" ").length)) {
    const words = short.split(" ");
    const entry = { short: words, longs: long.map((each) => each.split(" ")) };
    index.set(words[0] ?? "", [...(index.get(words[0] ?? "") ?? []), entry]);
  }
  return index;
});

const mostVariants = 8;

/**
 * Variants of a name with normalised abbreviations and plurals; ambiguous ones (`IND`: industry, industrial) multiply, up to eight variants.
 */
export function expanded(words: readonly string[]): readonly (readonly string[])[] {
  let readings: readonly (readonly string[])[] = [[]];
  for (let at = 0; at < words.length; ) {
    const found = abbreviations()
      .get(words[at] ?? "")
      ?.find(({ short }) => short.every((word, i) => words[at + i] === word));
    const longs = found && readings.length * found.longs.length <= mostVariants ? found.longs : [found?.short ?? [words[at] ?? ""]];
    readings = readings.flatMap((reading) => longs.map((long) => [...reading, ...long]));
    at += found?.short.length ?? 1;
  }
  return readings;
}
