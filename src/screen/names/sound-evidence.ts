import type { Alignment } from "./align.ts";
import { isTelling } from "./features.ts";
import { type Link, weightOf } from "./link.ts";
import type { NameWord } from "./name-word.ts";
import { soundDistance, soundOf } from "./spelling.ts";

/** Sound evidence between two names in consonants; `null` where the match does not rest on sound. */
export function soundEvidence({ links, aloneA, aloneB }: Alignment, untranslated: boolean): number | null {
  if (links.length > 0 && links.every(areInitials))
    return links.reduce((sum, { a, b }) => sum + Math.max(a.length, b.length), -initialsPenalty);
  if (!links.some(restsOnSound)) return null;
  const shown = links.reduce((sum, link) => sum + shownBy(link), 0);
  const [onlyA, onlyB] = [aloneA.filter(isTelling), aloneB.filter(isTelling)];
  const many = Math.max(0, Math.max(onlyA.length, onlyB.length) - manyUnmatchedWords.from);
  return (
    shown -
    (untranslated ? unmatchedWordPenalty.untranslated : unmatchedWordPenalty.heard) * (weightOf(onlyA) + weightOf(onlyB)) -
    manyUnmatchedWords.takes * many
  );
}

const areInitials = ({ rule, a, b }: Link): boolean =>
  rule === "initial" && a.length !== b.length && [...a, ...b].every(({ scale }) => scale === 1);

const restsOnSound = ({ heard, rule, likeness }: Link): boolean =>
  heard !== null && (rule === "sound" || likeness < minTranslationLikeness);

const shownBy = ({ heard, rule, likeness, weight }: Link): number =>
  rule === "sound" && heard !== null
    ? heard
    : Math.min(1, weight) * (likeness < minTranslationLikeness ? matchedWordEvidence.misspelt : matchedWordEvidence.known);

/**
 * Assumptions on sound evidence, in matching consonants (docs/method/screen.md), set with the labelled pairs and Japanese filers in view.
 * Each consonant occurs in about a tenth of words, so one more makes a chance match ten times rarer.
 */

/** Evidence required of matches by sound alone: for a given pair, and against tens of thousands of listed names. */
export const minSoundEvidence = { pair: -1, list: 2.5 } as const;

/** Additional evidence for ships, which have names of any word in any language. */
export const vesselSoundEvidence = 3;

/** Each missing consonant makes a chance match ten times likelier. */
export const logOddsPerConsonant = Math.log(10);

/** Penalty of a difference as a multiple of its cost. Han characters have one spelling; foreign words in kana and Hangul vary more. */
export const soundDifferencePenalty = { oneSpelling: 6, manySpellings: 3.5 } as const;

/** Evidence of a word known to be the same; a misspelt translation shows little. */
const matchedWordEvidence = { known: 3, misspelt: 1 } as const;

/** Likeness from which a word counts as the same. */
const minTranslationLikeness = 0.9;

/** Penalty of an unmatched word; half if it may translate an unmatched word of the other name. */
const unmatchedWordPenalty = { heard: 2, untranslated: 1 } as const;

/** Additional penalty per word from this number of unmatched words: short sounds occur in any long name. */
const manyUnmatchedWords = { from: 2, takes: 0.4 } as const;

/** Three letters match the initials of some name in any long list; four are as good as a sound match. */
const initialsPenalty = 1.5;

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
