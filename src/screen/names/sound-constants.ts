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
export const matchedWordEvidence = { known: 3, misspelt: 1 } as const;

/** Likeness from which a word counts as the same. */
export const minTranslationLikeness = 0.9;

/** Penalty of an unmatched word; half if it may translate an unmatched word of the other name. */
export const unmatchedWordPenalty = { heard: 2, untranslated: 1 } as const;

/** Additional penalty per word from this number of unmatched words: short sounds occur in any long name. */
export const manyUnmatchedWords = { from: 2, takes: 0.4 } as const;

/** Three letters match the initials of some name in any long list; four are as good as a sound match. */
export const initialsPenalty = 1.5;
