import type { Link } from "./link.ts";
import type { NameWord } from "./name-word.ts";
import { soundDifferencePenalty } from "./sound-evidence.ts";
import { soundDistance, soundOf } from "./spelling.ts";

/** Words this similar in sound are not misspelt where one alphabet omits vowels. */
const mostVowels = 0.35;
/** From here two consonants are two: Rajesh, Rakesh. */
const otherConsonant = 0.9;

/** What is written without vowels shows as much as it has consonants, less what these differ in. `side`: the one written so. */
export function byConsonants(link: Link, side: "a" | "b"): Link {
  if (link.rule !== "misspelt" && link.rule !== "sound") return link;
  const whole = Math.max(soundIn(link.a), soundIn(link.b));
  const sound = Math.min(link.sound, soundDistance(joined(link.a, "folded"), joined(link.b, "folded")));
  if (sound > mostVowels * whole) return link;
  const [written, spelled] = (side === "a" ? [link.a, link.b] : [link.b, link.a]).map((words) => joined(words, "text")) as [string, string];
  const heardAs = withW(written, spelled);
  const [one, other] = [consonants(written), consonants(heardAs)];
  const apart = soundDistance(one, other);
  if (apart >= otherConsonant || areOtherVowels(written, heardAs)) return otherWord(link);
  const heard = Math.min(soundOf(one), soundOf(other)) - soundDifferencePenalty.manySpellings * apart;
  return { ...link, rule: "sound", edits: 0, sound: 0, heard };
}

/** A link of two words that are not one: as misspelt as words of their length may be. */
const otherWord = (link: Link): Link => ({
  ...link,
  rule: "misspelt",
  edits: Math.max(link.edits, leastOther),
  sound: Math.max(link.sound, leastOther),
});
const leastOther = 2;

const soundIn = (words: readonly NameWord[]): number => words.reduce((sum, { sound }) => sum + sound, 0);
const joined = (words: readonly NameWord[], of: "text" | "folded"): string => words.map((word) => word[of]).join("");
const consonants = (word: string): string => word.replace(/[aeiouyw]/g, "");

/**
 * Arabic leaves out short vowels alone: what stands between two consonants as i or u is heard as such, and a long vowel in Latin letters is written. Hussein
 * is no Hassan, Mahmoud no Mohammad. Words with other consonants are not told apart so.
 */
function areOtherVowels(written: string, spelled: string): boolean {
  const [own, facing] = [vowelsBetween(written), vowelsBetween(spelled)];
  return own.length === facing.length && own.some((vowels, at) => !mayBe(vowels, facing[at] as string));
}

function mayBe(written: string, spelled: string): boolean {
  const saysU = /u/.test(written);
  const saysI = /i/.test(written);
  if (saysU || saysI) return (!saysU || /[uow]/.test(spelled)) && (!saysI || /[iey]/.test(spelled));
  return !/ou|oo|uu|ee|ii|ei|ey/.test(spelled);
}

/** A letter that is read as u stands for v too: Javad. */
const withW = (written: string, spelled: string): string =>
  /u/.test(written) && !/v/.test(written) ? spelled.replaceAll("v", "w") : spelled;

/** The vowels, none included, between one consonant of a word and the next, doubled ones as one. */
const vowelsBetween = (word: string): readonly string[] =>
  [
    ...word
      .replace(/(?:sh|th|kh|gh|dh|ch|ph)/g, (pair) => pair[0]!)
      .replace(/([^aeiouyw])\1+/g, "$1")
      .matchAll(/[^aeiouyw]([aeiouyw]*)(?=[^aeiouyw])/g),
  ].map(([, vowels = ""]) => vowels);
