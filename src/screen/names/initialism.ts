import type { Alignment } from "./align.ts";
import type { LatinName } from "./latin-name.ts";
import { weightOf } from "./link.ts";
import { organisationWordKind } from "./translations.ts";

/** A firm that is called by its initials alone has no fewer of them. */
const leastInitials = 4;

/**
 * Two Latin names of organisations of which one is a word of the other's initials, where these leave out particles or take in the legal form: National
 * Laboratories of Testonia, NLT; Bharat Heavy Electricals Limited, BHEL. The alignment, or `null`.
 */
export function initialism(a: LatinName, b: LatinName): Alignment | null {
  const [short, long] = a.words.length <= b.words.length ? [a, b] : [b, a];
  const [word] = short.words;
  if (word === undefined || short.words.length > 1 || long.words.length < 3 || word.text.length < leastInitials || word.kind !== "word")
    return null;
  if (!initialsOf(long).includes(word.text)) return null;
  const weight = (weightOf(a.words) + weightOf(b.words)) / 2;
  const lengths = { letters: long.words.length, edits: 0, sound: 0, heard: null, weight, likeness: 0.6 };
  return { links: [{ a: a.words, b: b.words, fromA: 0, fromB: 0, rule: "initial", ...lengths }], aloneA: [], aloneB: [] };
}

/** Initials of the words of a name: with and without its legal form, and without particles. */
function initialsOf({ whole, words }: LatinName): readonly string[] {
  const written = whole.split(" ");
  const all = [written, words.map(({ text }) => text)];
  return all.flatMap((each) => [each, each.filter((word) => organisationWordKind(word) !== "particle")]).map(firstLetters);
}

const firstLetters = (words: readonly string[]): string => words.map((word) => word[0]).join("");
