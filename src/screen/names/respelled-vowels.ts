import type { Alignment } from "./align.ts";
import type { Link } from "./link.ts";

/** Fewer consonants are no name that is known again by them. */
const leastConsonants = 3;

/** Counts words of persons as one word spelled twice where they have the same consonants and vowels that may be one: Mohamed, Muhammad; Sayed, Sayyid. */
export function withRespelledVowels(alignment: Alignment): Alignment {
  const isRespelled = ({ rule, a, b }: Link): boolean =>
    rule === "misspelt" && a.length === 1 && b.length === 1 && areRespelled(a[0]!.text, b[0]!.text);
  if (!alignment.links.some(isRespelled)) return alignment;
  return {
    ...alignment,
    links: alignment.links.map((link) => (isRespelled(link) ? { ...link, rule: "spelling", likeness: 0.95, edits: 0 } : link)),
  };
}

function areRespelled(one: string, other: string): boolean {
  if (!/^[a-z]+$/.test(one) || !/^[a-z]+$/.test(other)) return false;
  const [first, second] = [soundsOf(one), soundsOf(other)];
  const count = first.filter((sound) => !isVowel(sound)).length;
  return count >= leastConsonants && first.length === second.length && first.every((sound, at) => areOne(sound, second[at] as string));
}

/** Consonants and vowels in turn, doubled ones as one; o and u are u, i and y are i. */
const soundsOf = (word: string): readonly string[] =>
  word
    .replace(/o/g, "u")
    .replace(/y(?![aeiu])|(?<=[aeiu])y/g, "i")
    .replace(/([aeiu])i(?=[aeiu])/g, "$1")
    .replace(/(.)\1+/g, "$1")
    .match(/[aeiu]+|[^aeiu]/g) ?? [];

const isVowel = (sound: string): boolean => /^[aeiu]/.test(sound);
/** E is written for a and for i. */
const areOne = (one: string, other: string): boolean =>
  one === other || (/^[aei]$/.test(one) && /^[aei]$/.test(other) && (one === "e" || other === "e"));
