import { kept } from "../base/collections.ts";
import { withoutForms } from "./legal-forms.ts";
import { once, readLinkTable } from "./link-table.ts";
import { plainLetters } from "./name-script.ts";
import { wordsOf } from "./name-words.ts";
import { atlasNameRows } from "./organisations.ts";
import { ownerNames } from "./owner-names.ts";

/** Shorter words are too often words of their own. */
const fewestLetters = 8;

const latin = /^[a-z]+$/;

/** Long words of known names and of abbreviations that are written out. */
const vocabulary = once((): ReadonlySet<string> => {
  const names = [...atlasNameRows(), ...ownerNames().names].map(({ name }) => name);
  const words = [...names, ...readLinkTable("name-abbreviations").map(({ long = "" }) => long)].flatMap((name) =>
    wordsOf(plainLetters(name)),
  );
  return new Set(words.filter((word) => word.length >= fewestLetters && latin.test(word)));
});

/** Words of one first and last letter and one length. */
const placeOf = (word: string, length: number): number => (word.charCodeAt(0) * 128 + word.charCodeAt(word.length - 1)) * 128 + length;

const longest = 127;

const placed = once((): ReadonlyMap<number, readonly string[]> => {
  const index = new Map<number, string[]>();
  for (const word of vocabulary()) {
    const place = placeOf(word, word.length);
    const held = index.get(place);
    if (held) held.push(word);
    else index.set(place, [word]);
  }
  return index;
});

const corrected = kept((word: string): string => {
  if (word.length > longest || vocabulary().has(word)) return word;
  const alike = (length: number): readonly string[] => placed().get(placeOf(word, length)) ?? [];
  const found = [
    ...alike(word.length + 1).filter((known) => isShortened(word, known)),
    ...alike(word.length - 1).filter((known) => isShortened(known, word)),
    ...alike(word.length).filter((known) => isSwapped(known, word)),
  ];
  return (found.length === 1 ? found[0] : undefined) ?? word;
});

/** How many letters two words begin with alike. */
function alikeUntil(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return at;
}

/** Whether a word is the other without one of its letters. */
function isShortened(short: string, long: string): boolean {
  const at = alikeUntil(short, long);
  return short.slice(at) === long.slice(at + 1);
}

/** Whether two neighbouring letters are swapped; another letter makes another name (Mitsuboshi). */
function isSwapped(one: string, other: string): boolean {
  const at = alikeUntil(one, other);
  return one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2);
}

/**
 * A name with words that differ from a known one by a letter within them (missing, too many, or two swapped) as that: `Freeescale
 * Semiconductor`. `null` if there is none, and for a name of one word.
 */
export function correctedName(name: string): string | null {
  const text = name.toLowerCase();
  const wrong = text.match(longWords)?.some((word) => corrected(word) !== word);
  if (!wrong) return null;
  const right = text.replace(longWords, corrected);
  return withoutForms(wordsOf(plainLetters(right))).rest.length < 2 ? null : right;
}

const longWords = new RegExp(`[a-z]{${fewestLetters},}`, "g");
