import { type Alignment, align } from "./align.ts";
import { alignSounds } from "./align-sounds.ts";
import type { AsianName, Hearing } from "./asian-name.ts";
import { withoutLoneInitials, withoutOtherInitials, withoutOtherNames, withoutOtherVowels } from "./doubtful-links.ts";
import { type Features, featuresOf, formContrast, isTelling } from "./features.ts";
import { initialism } from "./initialism.ts";
import type { LatinName } from "./latin-name.ts";
import { weightOf } from "./link.ts";
import { type BearerKind, type NameWord, type Rarity, writtenWord } from "./name-word.ts";
import { numeralsDiffer } from "./numerals.ts";
import { withRespelledVowels } from "./respelled-vowels.ts";
import type { NameReading } from "./screened-name.ts";
import { shortForm } from "./short-form.ts";
import { byConsonants, soundEvidence, vesselSoundEvidence } from "./sound-evidence.ts";
import { saysRank, tells, tellsBearer } from "./telling.ts";
import { wordOrders } from "./word-orders.ts";

/** A comparison of two readings. */
export interface Comparison {
  readonly alignment: Alignment;
  readonly features: Features;
  readonly numeralsDiffer: boolean;
  /** Whether the shared words are distinctive enough to identify a party. */
  readonly telling: boolean;
  /** Net sound evidence in consonants; `null` where the match does not rest on sound. */
  readonly heard: number | null;
  /** Whether two names of firms or ships are compared by their Latin letters. */
  readonly isSpelled: boolean;
}

/** Compares two readings: by spelling in a common script, else by sound and translation. */
export function compareReadings(a: NameReading, b: NameReading, kind: BearerKind, rarity: Rarity): Comparison {
  const found = compared(a, b, kind, rarity);
  const features =
    kind === "vessel" && (isFormed(a) || found.alignment.aloneA.some(saysTrade))
      ? { ...found.features, formsDiffer: Math.max(found.features.formsDiffer, firmNoShip) }
      : found.features;
  const heard = found.heard !== null && kind === "vessel" ? found.heard - vesselSoundEvidence : found.heard;
  const telling = areSame(a, b) || (found.telling && (kind === "organisation" || tellsBearer(found.alignment)));
  return { ...found, features, heard, telling };
}

/** A firm, told by its legal form or by a word of trade that the ship lacks, is no ship. */
const firmNoShip = 1.5;
const saysTrade = ({ kind, text }: NameWord): boolean => kind === "common" && text !== "ship" && text !== "vessel";
const isFormed = ({ name: { formKinds } }: NameReading): boolean => formKinds.some((kind) => kind !== "any");

/** `12th Institute`, `JSC Star`: equal to the letter without a distinctive word; a single word is not enough. */
const areSame = (a: NameReading, b: NameReading): boolean =>
  a.script === "latin" && b.script === "latin" && a.name.whole === b.name.whole && a.name.whole.includes(" ");

function compared(a: NameReading, b: NameReading, kind: BearerKind, rarity: Rarity): Comparison {
  if (a.script === "latin")
    return b.script === "latin" ? compareLatin(a.name, b.name, kind) : turned(bySound(b.name, a.name, a.name.words, kind));
  return b.script === "latin" ? bySound(a.name, b.name, b.name.words, kind) : compareAsian(a.name, b.name, kind, rarity);
}

function compareLatin(a: LatinName, b: LatinName, kind: BearerKind): Comparison {
  const isByConsonants = a.isVowelless !== b.isVowelless;
  const aligned = (kind === "organisation" ? initialism(a, b) : null) ?? align(a.words, b.words);
  const heard = isByConsonants
    ? { ...aligned, links: aligned.links.map((link) => byConsonants(link, a.isVowelless ? "a" : "b")) }
    : aligned;
  const alignment = kind === "person" ? withoutOtherNames(withRespelledVowels(heard)) : withoutLoneInitials(withoutOtherInitials(heard));
  return { ...comparison(a, b, a.words, b.words, alignment), isSpelled: kind !== "person" && !isByConsonants };
}

function compareAsian(a: AsianName, b: AsianName, kind: BearerKind, rarity: Rarity): Comparison {
  if (a.hasHan === b.hasHan && a.hasHangul === b.hasHangul) {
    const cut = alignWritten(a.words, b.words, rarity);
    const { aloneA, aloneB } = cut.alignment;
    const short = aloneA.length > 0 || aloneB.length > 0 ? shortForm(a.words, b.words, isJapanese(a) || isJapanese(b)) : null;
    return short ? comparison(a, b, a.words, b.words, short) : comparison(a, b, cut.a, cut.b, cut.alignment);
  }
  return a.hasHan || !b.hasHan ? bySound(a, b, b.spoken[0] ?? [], kind) : turned(bySound(b, a, a.spoken[0] ?? [], kind));
}

const isJapanese = ({ economies }: AsianName): boolean => economies?.includes("JP") ?? false;

type Named = Pick<LatinName, "numerals" | "formKinds" | "economies">;

const mostUncut = 2;

/** Sounds align in order. */
function bySound(a: AsianName, b: Named, words: readonly NameWord[], kind: BearerKind): Comparison {
  const orders = wordOrders(words, kind);
  const heard = (hearings: readonly Hearing[]): readonly Alignment[] =>
    hearings.flatMap((hearing) => orders.map((order) => alignSounds(hearing, order)));
  const least = (alignments: readonly Alignment[]): Alignment =>
    alignments.reduce((one, other) => (missing(other) < missing(one) ? other : one), noAlignment(a, words));
  const cut = least(heard(a.hearings.filter(({ isUncut }) => !isUncut)));
  // A known term that the other name has as a word of its own shows that the cut is right; many words are not one uncut word.
  const isCut =
    kind !== "person" && (words.length > mostUncut || (words.length > 1 && cut.links.some(({ rule }) => rule === "translation")));
  const uncut = isCut ? [] : heard(a.hearings.filter(({ isUncut }) => isUncut));
  const best = least([cut, ...uncut.filter(({ links }) => kind !== "person" || links.every(({ likeness }) => likeness >= leastUncut))]);
  const alignment = kind === "person" ? withoutOtherVowels(best) : withoutRank(best);
  return comparison(a, b, a.words, words, alignment, {
    across: !isJapanese(a),
    untranslated: mayBeTranslated(alignment) && !leadOtherwise(alignment, a.words, words),
  });
}

/** A translation adds that something is a group or the nation's, or leaves it out: 中国核工业集团, China National Nuclear Corporation. */
const withoutRank = ({ links, aloneA, aloneB }: Alignment): Alignment => {
  const [restA, restB] = [aloneA, aloneB].map((words) => words.filter((word) => !saysRank(word))) as [NameWord[], NameWord[]];
  return links.length === 0 ? { links, aloneA, aloneB } : { links, aloneA: restA, aloneB: restB };
};

/** A person's name in Hangul as one word is alike from here: 박정희 is not Park Geun-hye. */
const leastUncut = 0.86;

const noAlignment = (a: AsianName, words: readonly NameWord[]): Alignment => ({ links: [], aloneA: a.words, aloneB: words });

const missing = ({ links, aloneA, aloneB }: Alignment): number =>
  weightOf(aloneA) + weightOf(aloneB) + links.reduce((sum, { likeness, weight }) => sum + (1 - likeness) * weight, 0);

/** Likeness and sound from which a distinctive word counts as the same. */
const sureLikeness = 0.8;
const leastSound = 3;

/** Letters per distinctive written word: two Han characters, three kana. */
const leastLetters = 6;

/** Both names begin with a word of their own that the other lacks: 東海カーボン is not Nippon Carbon. */
const leadOtherwise = ({ aloneA, aloneB }: Alignment, a: readonly NameWord[], b: readonly NameWord[]): boolean =>
  [
    [a, aloneA],
    [b, aloneB],
  ].every(([words, alone]) => words?.[0]?.kind === "word" && alone?.some(({ text }) => text === words[0]?.text));

const isPlace = ({ kind }: NameWord): boolean => kind === "place";

/**
 * If the distinctive word matches, untranslatable trade words are no counter-evidence; an extra country, or known trades on both sides, are.
 */
function mayBeTranslated({ links, aloneA, aloneB }: Alignment): boolean {
  const isNamed = links.some(
    ({ a: [word], b, rule, likeness }) =>
      rule === "sound" &&
      likeness >= sureLikeness &&
      word?.kind === "word" &&
      word.text.length * word.scale >= leastLetters &&
      b.some(({ kind, sound }) => kind === "word" && sound >= leastSound),
  );
  const isPlaced =
    (aloneA.some(isPlace) && aloneB.some(({ kind }) => kind !== "particle")) ||
    (aloneB.some(isPlace) && aloneA.some(({ kind }) => kind === "word"));
  if (aloneA.some((word) => word.scale === 1 && isTelling(word))) return false;
  const isKnown = aloneA.some(({ kind }) => kind === "common") && aloneB.some(({ kind }) => kind === "common");
  return isNamed && !isPlaced && !isKnown;
}

function comparison(
  a: Named,
  b: Named,
  wordsA: readonly NameWord[],
  wordsB: readonly NameWord[],
  alignment: Alignment,
  { across, untranslated }: { readonly across: boolean; readonly untranslated: boolean } = { across: false, untranslated: false },
): Comparison {
  return {
    alignment,
    features: featuresOf(wordsA, wordsB, alignment, formContrast(a, b, across), untranslated),
    numeralsDiffer: numeralsDiffer(a.numerals, b.numerals),
    telling: tells(alignment),
    heard: soundEvidence(alignment, untranslated),
    isSpelled: false,
  };
}

const turned = ({ alignment, ...rest }: Comparison): Comparison => ({
  ...rest,
  alignment: {
    links: alignment.links.map((link) => ({ ...link, a: link.b, b: link.a, fromA: link.fromB, fromB: link.fromA })),
    aloneA: alignment.aloneB,
    aloneB: alignment.aloneA,
  },
});

const leastShared = 2;

/**
 * Aligns two names in the same Asian script by character. Without spaces, a word is split where the other name shows a boundary: 世纪互联 and
 * 世纪互联宽带.
 */
function alignWritten(
  a: readonly NameWord[],
  b: readonly NameWord[],
  rarity: Rarity,
): { readonly a: readonly NameWord[]; readonly b: readonly NameWord[]; readonly alignment: Alignment } {
  const cutA = cutAlong(a, b, rarity);
  const cutB = cutAlong(b, a, rarity);
  return { a: cutA, b: cutB, alignment: align(cutA, cutB) };
}

const cutAlong = (words: readonly NameWord[], along: readonly NameWord[], rarity: Rarity): readonly NameWord[] =>
  words.flatMap((word) => {
    if (word.scale === 1 || word.kind !== "word" || along.some(({ text }) => text === word.text)) return [word];
    const inner = along.find(
      ({ text, kind }) => kind === "word" && text.length >= leastShared && text.length < word.text.length && word.text.includes(text),
    );
    if (!inner) return [word];
    const at = word.text.indexOf(inner.text);
    return [word.text.slice(0, at), inner.text, word.text.slice(at + inner.text.length)]
      .filter((text) => text !== "")
      .map((text) => writtenWord(text, "word", rarity));
  });
