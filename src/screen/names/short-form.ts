import type { Alignment } from "./align.ts";
import { weightOf } from "./link.ts";
import type { NameWord } from "./name-word.ts";

const leastCharacters = 3;
const mostCharacters = 6;
const leastWord = 2;

/**
 * Chinese and Japanese short forms omit characters: 中航国际 is 中国航空技术国际. Returns the alignment if one name abbreviates the other with the first
 * character kept (a place may precede), else `null`. `ofWhole`: whole words of a longer name do not abbreviate it, as in Japan, where 富士通 is not 富士通防卫.
 */
export function shortForm(a: readonly NameWord[], b: readonly NameWord[], ofWhole: boolean): Alignment | null {
  const [short, long] = lengthOf(a) <= lengthOf(b) ? [a, b] : [b, a];
  const isWhole = isPart(short, long) && (ofWhole || short.every(({ kind }) => kind !== "word"));
  return !isWhole && isShortOf(short, long) ? shortened(a, b) : null;
}

const glued = (words: readonly NameWord[]): string => words.map(({ text }) => text).join("");
const lengthOf = (words: readonly NameWord[]): number => glued(words).length;

function isShortOf(short: readonly NameWord[], long: readonly NameWord[]): boolean {
  const letters = glued(short);
  if (letters.length < leastCharacters || letters.length > mostCharacters || !/^\p{Script=Han}+$/u.test(letters)) return false;
  const withoutPlace = long[0]?.kind === "place" || long[0]?.kind === "branch" ? long.slice(1) : long;
  return [long, withoutPlace].some((words) => {
    const whole = glued(words);
    return whole[0] === letters[0] && whole.length > letters.length && holdsInOrder(whole, letters);
  });
}

function isPart(short: readonly NameWord[], long: readonly NameWord[]): boolean {
  const whole = glued(long);
  return short.every(({ text }) => text.length >= leastWord && whole.includes(text));
}

function holdsInOrder(whole: string, letters: string): boolean {
  let at = -1;
  return [...letters].every((letter) => {
    at = whole.indexOf(letter, at + 1);
    return at >= 0;
  });
}

/** One link of all words with the weight of the shorter name. */
const shortened = (a: readonly NameWord[], b: readonly NameWord[]): Alignment => ({
  links: [
    {
      a,
      b,
      fromA: 0,
      fromB: 0,
      rule: "initial",
      likeness: 0.6,
      edits: 0,
      letters: lengthOf(a) + lengthOf(b),
      sound: 0,
      heard: null,
      weight: Math.min(weightOf(a), weightOf(b)),
    },
  ],
  aloneA: [],
  aloneB: [],
});
