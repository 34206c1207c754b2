import type { Alignment } from "./align.ts";
import { isTelling } from "./features.ts";
import { type Link, weightOf } from "./link.ts";
import {
  initialsPenalty,
  manyUnmatchedWords,
  matchedWordEvidence,
  minTranslationLikeness,
  unmatchedWordPenalty,
} from "./sound-constants.ts";

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
