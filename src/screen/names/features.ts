import type { Alignment } from "./align.ts";
import { type Link, weightOf } from "./link.ts";
import type { NameWord } from "./name-word.ts";

/** What two names are like, before the words are weighed: all from 0 to about 1, so that weights can be compared. */
export const featureNames = [
  "otherWord",
  "swapped",
  "added",
  "edited",
  "editedTwice",
  "editedMore",
  "sound",
  "editedPart",
  "placesSwapped",
  "placesAdded",
  "formsDiffer",
  "initials",
  "inverted",
  "oneWord",
] as const;
export type FeatureName = (typeof featureNames)[number];
export type Features = Readonly<Record<FeatureName, number>>;

/** Up to this part of its letters a misspelt name is as good as a slightly misspelt one. */
const slightPart = 0.15;
/** From this part on it is another name. */
const gravePart = 0.35;
/** Several edits that together sound like less than one consonant are as good as one: Usama bin Ladin, Osama bin Laden. */
const oneSound = 0.5;
/** What words that may be translations of one another count as added. */
const untranslatedPart = 0.25;
/** Edits beyond this many make no name less alike. */
const mostEdits = 4;

/**
 * The features of two names laid beside one another. `untranslated`: their words that stand alone may be translations of one another that
 * no table knows, so that they count as added words and not as other ones.
 */
export function featuresOf(
  a: readonly NameWord[],
  b: readonly NameWord[],
  { links, aloneA, aloneB }: Alignment,
  formsDiffer: number,
  untranslated = false,
): Features {
  const [allA, allB] = [weightOf(a), weightOf(b)];
  const [loneA, loneB] = [weightOf(aloneA), weightOf(aloneB)];
  const letters = sum(links, tellingLetters);
  const edits = links.reduce((sum, link) => sum + link.edits, 0);
  const sounds = sum(links, ({ sound }) => sound);
  const worst = Math.max(0, ...links.map((link) => link.edits));
  const placesA = places(aloneA);
  const placesB = places(aloneB);
  return {
    otherWord: (!untranslated && aloneA.some(isTelling) && aloneB.some(isTelling)) || bareInitials(links, aloneA, aloneB) ? 1 : 0,
    swapped: untranslated ? 0 : part(Math.min(loneA, loneB), Math.min(allA, allB)),
    added: part(untranslated ? (loneA + loneB) * untranslatedPart : Math.abs(loneA - loneB), Math.max(allA, allB)),
    edited: edits > 0 ? 1 : 0,
    editedTwice: edits > 1 && sounds > oneSound ? 1 : 0,
    editedMore: worst > 2 ? 1 : 0,
    sound: Math.min(sounds, mostEdits) / mostEdits,
    editedPart: Math.min(1, Math.max(0, part(sum(links, tellingEdits), letters) - slightPart) / (gravePart - slightPart)),
    placesSwapped: placesA > 0 && placesB > 0 ? 1 : 0,
    placesAdded: placesA > 0 !== placesB > 0 ? 1 : 0,
    formsDiffer,
    initials: part(
      sum(links, ({ rule, weight }) => (rule === "initial" ? weight : 0)),
      Math.max(allA, allB),
    ),
    inverted: inverted(links),
    oneWord: Math.min(telling(a), telling(b)) <= 1 && Math.max(telling(aloneA), telling(aloneB)) > 0 ? 1 : 0,
  };
}

const sum = (links: readonly Link[], of: (link: Link) => number): number => links.reduce((total, link) => total + of(link), 0);

/** Letters and edits count as much as their words tell, so that a misspelt common word changes a name little. */
const tellingLetters = ({ letters, weight, a, b }: Link): number => (letters * weight) / Math.max(a.length, b.length);
const tellingEdits = ({ edits, weight, a, b }: Link): number => (edits * weight) / Math.max(a.length, b.length);

const part = (some: number, all: number): number => (all > 0 ? Math.min(1, some / all) : 0);

/** Particles and titles come and go; any other word that stands against another one makes another name. */
export const isTelling = ({ kind }: NameWord): boolean => kind !== "particle" && kind !== "title";

/** Whether nothing but initials makes the names one, and they are one or two, or do not stand for the whole name. */
const bareInitials = (links: readonly Link[], aloneA: readonly NameWord[], aloneB: readonly NameWord[]): boolean =>
  links.every(({ rule }) => rule === "initial") &&
  (sum(links, ({ a, b }) => Math.max(a.length, b.length)) < 3 || aloneA.some(isTelling) || aloneB.some(isTelling));

const places = (words: readonly NameWord[]): number => words.filter(({ kind }) => kind === "place").length;

const telling = (words: readonly NameWord[]): number => words.filter(isTelling).length;

/** Whether the words of one name stand in the other in another order. */
function inverted(links: readonly Link[]): number {
  const order = [...links].filter(({ a }) => a[0]?.kind !== "particle").sort((one, other) => one.fromA - other.fromA);
  return order.some((link, at) => at > 0 && link.fromB < (order[at - 1]?.fromB ?? 0)) ? 1 : 0;
}
