import { type Alignment, align } from "./align.ts";
import { alignSounds } from "./align-sounds.ts";
import { alignWritten } from "./align-written.ts";
import type { AsianName } from "./asian-name.ts";
import { type Features, featuresOf } from "./features.ts";
import { formContrast } from "./form-contrast.ts";
import type { LatinName } from "./latin-name.ts";
import type { NameWord, Rarity } from "./name-word.ts";
import { numeralsDiffer } from "./numerals.ts";
import type { NameReading } from "./screened-name.ts";
import { shortForm } from "./short-form.ts";

/** Two readings laid beside one another. */
export interface Comparison {
  readonly alignment: Alignment;
  readonly features: Features;
  readonly numeralsDiffer: boolean;
  /** Whether the words that the readings share say enough to tell anybody by. */
  readonly telling: boolean;
}

/** Compares two readings: as written where they share a script, by sound and translation where one is in Asian letters. */
export function compareReadings(a: NameReading, b: NameReading, rarity: Rarity): Comparison {
  if (a.script === "latin") return b.script === "latin" ? compareLatin(a.name, b.name) : turned(bySound(b.name, a.name, a.name.words));
  return b.script === "latin" ? bySound(a.name, b.name, b.name.words) : compareAsian(a.name, b.name, rarity);
}

const compareLatin = (a: LatinName, b: LatinName): Comparison => comparison(a, b, a.words, b.words, align(a.words, b.words));

function compareAsian(a: AsianName, b: AsianName, rarity: Rarity): Comparison {
  if (a.hasHan === b.hasHan && a.hasHangul === b.hasHangul) {
    const cut = alignWritten(a.words, b.words, rarity);
    const { aloneA, aloneB } = cut.alignment;
    const short = aloneA.length > 0 || aloneB.length > 0 ? shortForm(a.words, b.words) : null;
    return short ? comparison(a, b, a.words, b.words, short) : comparison(a, b, cut.a, cut.b, cut.alignment);
  }
  return a.hasHan || !b.hasHan ? bySound(a, b, b.spoken) : turned(bySound(b, a, a.spoken));
}

type Named = Pick<LatinName, "numerals" | "formKinds" | "economies">;

function bySound(a: AsianName, b: Named, words: readonly NameWord[]): Comparison {
  const cut = alignSounds(a.units, words);
  const whole = a.uncut && cut.aloneA.length > 0 ? alignSounds(a.uncut, words) : null;
  const alignment = whole && whole.aloneA.length < cut.aloneA.length ? whole : cut;
  return comparison(a, b, a.words, words, alignment, mayBeTranslated(alignment));
}

/** A word of its own that is heard this well, and has this much sound, is the same word. */
const sureLikeness = 0.8;
const leastSound = 3;

/** Where the word that a firm goes by is the same, words of trades that no table translates say nothing against it; two known ones do. */
function mayBeTranslated({ links, aloneA, aloneB }: Alignment): boolean {
  const isNamed = links.some(
    ({ a, b, rule, likeness }) =>
      rule === "sound" &&
      likeness >= sureLikeness &&
      a[0]?.kind === "word" &&
      b.some(({ kind, sound }) => kind === "word" && sound >= leastSound),
  );
  return isNamed && !(aloneA.some(({ kind }) => kind === "common") && aloneB.some(({ kind }) => kind === "common"));
}

function comparison(
  a: Named,
  b: Named,
  wordsA: readonly NameWord[],
  wordsB: readonly NameWord[],
  alignment: Alignment,
  untranslated = false,
): Comparison {
  return {
    alignment,
    features: featuresOf(wordsA, wordsB, alignment, formContrast(a, b), untranslated),
    numeralsDiffer: numeralsDiffer(a.numerals, b.numerals),
    telling: tells(alignment),
  };
}

/** One word of its own, or two that many names share; a bare `CORP` or `TECH` tells nobody. */
function tells({ links }: Alignment): boolean {
  const sides = [links.flatMap(({ a }) => a), links.flatMap(({ b }) => b)];
  return sides.some(
    (words) => words.some(({ kind }) => kind === "word") || words.filter(({ kind }) => kind !== "particle" && kind !== "title").length > 1,
  );
}

const turned = ({ alignment, ...rest }: Comparison): Comparison => ({
  ...rest,
  alignment: {
    links: alignment.links.map((link) => ({ ...link, a: link.b, b: link.a, fromA: link.fromB, fromB: link.fromA })),
    aloneA: alignment.aloneB,
    aloneB: alignment.aloneA,
  },
});
