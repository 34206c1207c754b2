import type { FormKind } from "../../link/legal-forms.ts";
import type { Alignment } from "./align.ts";
import { type Link, weightOf } from "./link.ts";
import type { NameWord } from "./name-word.ts";

/** Features of a name pair, each about 0 to 1. */
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

/** Share of edited letters up to which a misspelling is slight. */
const slightPart = 0.15;
/** Share from which it is another name. */
const gravePart = 0.35;
/** Edits that together sound like less than one consonant count once: Usama bin Ladin, Osama bin Laden. */
const oneSound = 0.5;
/** Weight of possible translations as added words. */
const untranslatedPart = 0.25;
/** Edits beyond this number no longer matter. */
const mostEdits = 4;

/** Features of two aligned names. `untranslated`: unmatched words may be unknown translations of each other and count as added. */
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

/** Letters and edits are weighted by how distinctive their words are. */
const tellingLetters = ({ letters, weight, a, b }: Link): number => (letters * weight) / Math.max(a.length, b.length);
const tellingEdits = ({ edits, weight, a, b }: Link): number => (edits * weight) / Math.max(a.length, b.length);

const part = (some: number, all: number): number => (all > 0 ? Math.min(1, some / all) : 0);

/** Particles and titles are optional; any other substituted word makes another name. */
export const isTelling = ({ kind }: NameWord): boolean => kind !== "particle" && kind !== "title";

/** Whether the match rests on initials alone, which are few or partial. */
const bareInitials = (links: readonly Link[], aloneA: readonly NameWord[], aloneB: readonly NameWord[]): boolean =>
  links.every(({ rule }) => rule === "initial") &&
  (sum(links, ({ a, b }) => Math.max(a.length, b.length)) < 3 || aloneA.some(isTelling) || aloneB.some(isTelling));

const places = (words: readonly NameWord[]): number => words.filter(({ kind }) => kind === "place").length;

const telling = (words: readonly NameWord[]): number => words.filter(isTelling).length;

function inverted(links: readonly Link[]): number {
  const order = [...links].filter(({ a }) => a[0]?.kind !== "particle").sort((one, other) => one.fromA - other.fromA);
  return order.some((link, at) => at > 0 && link.fromB < (order[at - 1]?.fromB ?? 0)) ? 1 : 0;
}

interface Formed {
  readonly formKinds: readonly FormKind[];
  readonly economies: readonly string[] | null;
}

const firms: readonly FormKind[] = ["limited", "stock", "partnership"];

/**
 * Contradiction of two legal forms, 0 to 1.5: ½ for another form of firm, 1 for a firm against an association or agency, ½ more for
 * different economies. 0 without a form. `translated`: another form of firm is none, as a translation has its own (有限公司, Corporation).
 */
export function formContrast(a: Formed, b: Formed, translated = false): number {
  const [one, other] = [a, b].map(({ formKinds }) => formKinds.filter((kind) => kind !== "any")) as [FormKind[], FormKind[]];
  if (one.length === 0 || other.length === 0) return 0;
  const abroad = a.economies && b.economies && !a.economies.some((economy) => b.economies?.includes(economy)) ? 0.5 : 0;
  if (one.some((kind) => other.includes(kind))) return abroad;
  if (isFirm(one) && isFirm(other)) return translated ? abroad : abroad + 0.5;
  return abroad + 1;
}

const isFirm = (kinds: readonly FormKind[]): boolean => kinds.some((kind) => firms.includes(kind));
