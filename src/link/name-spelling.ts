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

/** The word without each of its letters, first and last excepted. */
function without(word: string): readonly string[] {
  const found: string[] = [];
  for (let at = 1; at < word.length - 1; at++) found.push(word.slice(0, at) + word.slice(at + 1));
  return found;
}

/** Known words by what is left when a letter is missing. */
const shortened = once((): ReadonlyMap<string, readonly string[]> => {
  const index = new Map<string, string[]>();
  for (const word of vocabulary()) for (const part of new Set(without(word))) index.set(part, [...(index.get(part) ?? []), word]);
  return index;
});

const corrected = kept((word: string): string => {
  if (vocabulary().has(word)) return word;
  const parts = without(word);
  const found = new Set([
    ...(shortened().get(word) ?? []),
    ...parts.filter((part) => vocabulary().has(part)),
    ...parts.flatMap((part) => shortened().get(part) ?? []).filter((each) => isSwapped(each, word)),
  ]);
  const [only, ...others] = [...found].filter((each) => each[0] === word[0] && each.at(-1) === word.at(-1));
  return only !== undefined && others.length === 0 ? only : word;
});

/** Whether two neighbouring letters are swapped; another letter makes another name (Mitsuboshi). */
function isSwapped(one: string, other: string): boolean {
  const at = [...one].findIndex((letter, i) => letter !== other[i]);
  return one.slice(0, at) + one[at + 1] + one[at] + one.slice(at + 2) === other;
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
