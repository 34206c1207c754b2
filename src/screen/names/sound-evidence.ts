import type { Alignment } from "./align.ts";
import { isTelling } from "./features.ts";
import { type Link, weightOf } from "./link.ts";

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
