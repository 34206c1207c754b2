/**
 * What is assumed of sound, in consonants heard (docs/method-names.md); set with the labelled pairs and the firms that file in Japan in sight.
 * A sound is worth what it tells: each consonant is in about a tenth of the words, so that every consonant more makes a chance likeness
 * about ten times rarer.
 */

/**
 * What must be heard of a name in another one where nothing but sound joins them: of two names that somebody has laid beside one another,
 * and of a name among tens of thousands of listed ones, many of which sound like any short name.
 */
export const minSoundEvidence = { pair: -1, list: 2.5 } as const;

/** Ships are called by any word of any language: what must be heard more. */
export const vesselSoundEvidence = 3;

/** Each consonant that is wanting makes it ten times likelier that a name sounds so by chance. */
export const logOddsPerConsonant = Math.log(10);

/**
 * What a difference takes from what is heard, in times its cost: it may stand anywhere and be of many kinds, so that ever more names are
 * as near. Characters have one spelling; foreign words in kana and Hangul are heard less exactly.
 */
export const soundDifferencePenalty = { oneSpelling: 6, manySpellings: 3.5 } as const;

/** What a word is worth that is known to be the same, written or translated; a translation that is misspelt shows little. */
export const matchedWordEvidence = { known: 3, misspelt: 1 } as const;

/** From this likeness on a word is known to be the same. */
export const minTranslationLikeness = 0.9;

/** What a word that stands alone takes; half of it where it may be the translation of one that stands alone in the other name. */
export const unmatchedWordPenalty = { heard: 2, untranslated: 1 } as const;

/** Where more words than these stand alone in one name, each further one takes this much: a short sound is in some word of any long name. */
export const manyUnmatchedWords = { from: 2, takes: 0.4 } as const;

/** Three letters stand for the initials of some name of any long list; four tell as much as a sound that is asked for. */
export const initialsPenalty = 1.5;
