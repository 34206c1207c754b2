import type { Alignment } from "./align.ts";
import { isTelling } from "./features.ts";
import { type Link, weightOf } from "./link.ts";

/** A word that is known to be the same, written or translated, is worth as many consonants heard. */
const known = 3;
/** A translation that is misspelt shows little. */
const misspelt = 1;
const sureTranslation = 0.9;
/** What a word that stands alone takes; half of it where it may be the translation of one that stands alone in the other name. */
const alone = 2;
const aloneUntranslated = 1;

/**
 * How much of two names is heard of one another, in consonants; `null` where they do not rest on sound. A sound is worth what it tells:
 * each consonant is in about a tenth of the words, so that every consonant more makes a chance likeness about ten times rarer.
 */
export function soundEvidence({ links, aloneA, aloneB }: Alignment, untranslated: boolean): number | null {
  if (links.length > 0 && links.every(areInitials))
    return links.reduce((sum, { a, b }) => sum + Math.max(a.length, b.length), -sharedInitials);
  if (!links.some(restsOnSound)) return null;
  const shown = links.reduce((sum, link) => sum + shownBy(link), 0);
  const [onlyA, onlyB] = [aloneA.filter(isTelling), aloneB.filter(isTelling)];
  const many = Math.max(0, Math.max(onlyA.length, onlyB.length) - fewAlone);
  return shown - (untranslated ? aloneUntranslated : alone) * (weightOf(onlyA) + weightOf(onlyB)) - manyAlone * many;
}

/** Where more words than these stand alone in one name, each further one takes this much: a short sound is in some word of any long name. */
const fewAlone = 2;
const manyAlone = 0.4;

/** Three letters stand for the initials of some name of any long list; four tell as much as a sound that is asked for. */
const sharedInitials = 1.5;
const areInitials = ({ rule, a, b }: Link): boolean =>
  rule === "initial" && a.length !== b.length && [...a, ...b].every(({ scale }) => scale === 1);

const restsOnSound = ({ heard, rule, likeness }: Link): boolean => heard !== null && (rule === "sound" || likeness < sureTranslation);

const shownBy = ({ heard, rule, likeness, weight }: Link): number =>
  rule === "sound" && heard !== null ? heard : Math.min(1, weight) * (likeness < sureTranslation ? misspelt : known);
