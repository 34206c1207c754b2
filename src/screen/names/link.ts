import { folded, skeleton } from "./folded.ts";
import type { NameWord } from "./name-word.ts";
import { editsBetween, soundDistance } from "./spelling.ts";

/** Link rules, surest first. */
export type LinkRule = "equal" | "abbreviation" | "spelling" | "glued" | "initial" | "misspelt" | "sound" | "translation";

/** Corresponding words of two names. */
export interface Link {
  readonly a: readonly NameWord[];
  readonly b: readonly NameWord[];
  readonly fromA: number;
  readonly fromB: number;
  readonly rule: LinkRule;
  /** 1 for equal words, less for differences. */
  readonly likeness: number;
  /** Edits; 0 for abbreviations and initials. */
  readonly edits: number;
  /** Letters of the longer side. */
  readonly letters: number;
  /** As `edits`, with vowels and similar consonants discounted. */
  readonly sound: number;
  /** Shared sound in consonants minus penalties; `null` if not aligned by sound. */
  readonly heard: number | null;
  /** Distinctiveness: mean of both sides. */
  readonly weight: number;
}

type Rated = Pick<Link, "rule" | "likeness" | "edits" | "sound">;

/** Share of edited letters from which it is another word. */
const mostEdited = 0.5;
const mostSoundApart = 0.3;
const mostGluedApart = 0.2;

/** Link of one word with one or more of the other name; `null` if unrelated. */
export function linkOf(a: readonly NameWord[], b: readonly NameWord[], fromA: number, fromB: number): Link | null {
  const [one, other] = [a[0], b[0]];
  if (!one || !other) return null;
  const rated = a.length === 1 && b.length === 1 ? single(one, other) : glued(a, b);
  if (!rated) return null;
  const letters = Math.max(lettersOf(a), lettersOf(b));
  return { a, b, fromA, fromB, letters, heard: null, weight: (weightOf(a) + weightOf(b)) / 2, ...rated };
}

const lettersOf = (words: readonly NameWord[]): number => words.reduce((sum, { text, scale }) => sum + text.length * scale, 0);
export const weightOf = (words: readonly NameWord[]): number => words.reduce((sum, { weight }) => sum + weight, 0);

function single(one: NameWord, other: NameWord): Rated | null {
  if (one.text === other.text) return { rule: "equal", likeness: 1, edits: 0, sound: 0 };
  if (one.meanings.some((meaning) => other.meanings.includes(meaning))) return { rule: "abbreviation", likeness: 0.97, edits: 0, sound: 0 };
  if (areTranslations(one, other)) return { rule: "translation", likeness: 0.95, edits: 0, sound: 0 };
  const [short, long] = one.text.length < other.text.length ? [one, other] : [other, one];
  if (one.scale > 1 || other.scale > 1) return writtenApart(one, other);
  if (short.text.length === 1) return long.text.startsWith(short.text) ? { rule: "initial", likeness: 0.6, edits: 0, sound: 0 } : null;
  if (areOtherWords(one, other)) return null;
  if (one.folded !== "" && one.folded === other.folded) return respelled(one.text, other.text);
  if (isWithUmlauts(long.text, short.text)) return respelled(one.text, other.text);
  return compared(one, other);
}

function areTranslations(one: NameWord, other: NameWord): boolean {
  if (one.translations.length === 0 && other.translations.length === 0) return false;
  const all = [...other.meanings, ...other.translations];
  return one.translations.some((word) => all.includes(word)) || other.translations.some((word) => one.meanings.includes(word));
}

/** Similar place or trade words are different: Chile, China; railway, railroad. A word of trade is no misspelt name: works, Foreks. */
function areOtherWords(one: NameWord, other: NameWord): boolean {
  if (isKnown(one) && isKnown(other))
    return editsBetween(one.text, other.text) > (one.kind === "common" ? 1 : 0) && !sameStem(one.text, other.text);
  const most = mostOfTrade(one, other);
  return most !== null && editsBetween(one.text, other.text) > most;
}

/** Most edits between a word of trade and a word that is none, of which it may be the misspelling; `null` of two others. */
const mostOfTrade = (one: NameWord, other: NameWord): number | null =>
  one.kind !== other.kind && (one.kind === "common" || other.kind === "common")
    ? Math.max(1, Math.floor(Math.max(one.text.length, other.text.length) * tradeEdited))
    : null;
const tradeEdited = 0.3;

const isKnown = ({ kind }: NameWord): boolean => kind === "place" || kind === "branch" || kind === "common";

const sameStem = (one: string, other: string): boolean => {
  const stem = Math.min(one.length, other.length) - 2;
  return stem >= 4 && one.slice(0, stem) === other.slice(0, stem);
};

/** Müller may be written Mueller, or Muller without its marks. */
const isWithUmlauts = (long: string, short: string): boolean =>
  long.length > short.length && long[0] === short[0] && long.replace(/(?<=[aou])e/g, "") === short.replace(/(?<=[aou])e/g, "");

const respelled = (one: string, other: string): Rated => ({
  rule: "spelling",
  likeness: 0.95,
  edits: 0,
  sound: soundDistance(one, other),
});

/** In Asian scripts each differing character counts as its equivalent letters. */
function writtenApart(one: NameWord, other: NameWord): Rated | null {
  if (isKnown(one) && isKnown(other)) {
    const shortened = one.text.startsWith(other.text) || other.text.startsWith(one.text);
    return shortened ? { rule: "abbreviation", likeness: 0.9, edits: 0, sound: 0 } : null;
  }
  const [scale, longer] = [Math.min(one.scale, other.scale), Math.max(one.text.length, other.text.length)];
  const differing = editsBetween(one.text, other.text);
  const edits = differing * scale;
  return differing <= longer * mostEdited ? { rule: "misspelt", likeness: 1 - differing / longer, edits, sound: edits } : null;
}

/** What is spelled otherwise in another language, as x and ks, is one edit together. */
const respelledEdits = 1;
const fewEdits = 2;

function compared(one: NameWord, other: NameWord): Rated | null {
  const longer = Math.max(one.text.length, other.text.length);
  if (Math.abs(one.text.length - other.text.length) > longer * 0.6) return null;
  const written = editsBetween(one.text, other.text);
  const edits = written > fewEdits ? Math.min(written, editsBetween(one.folded, other.folded) + respelledEdits) : written;
  const sound = soundDistance(one.text, other.text);
  const whole = Math.max(one.sound, other.sound);
  if (edits <= longer * mostEdited) return { rule: "misspelt", likeness: 1 - edits / longer, edits, sound };
  const apart = whole > 0 ? sound / whole : 1;
  return apart <= mostSoundApart ? { rule: "sound", likeness: 0.9 - apart, edits, sound } : null;
}

/** حزب الله without its short vowels is Hizballah. */
const haveSameBones = (one: string, other: string): boolean => {
  const bones = skeleton(one);
  return bones.length >= leastBones && bones === skeleton(other);
};
const leastBones = 4;
const leastUnvowelled = 7;
const mostVowels = 3;

/** Of, and; not nauchno. */
const isShortParticle = ({ kind, text }: NameWord): boolean => kind === "particle" && text.length < leastUnvowelled;

/** One word against several: joined letters or initials. */
function glued(a: readonly NameWord[], b: readonly NameWord[]): Rated | null {
  const [whole, parts] = a.length === 1 ? [a[0] as NameWord, b] : [b[0] as NameWord, a];
  const { text } = whole;
  if (
    whole.scale === 1 &&
    text.length === parts.length &&
    parts.every((part, at) => part.text[0] === text[at] && part.text.length > 1 && !isShortParticle(part))
  )
    return { rule: "initial", likeness: 0.6, edits: 0, sound: 0 };
  const joined = parts.map((part) => part.text).join("");
  if (whole.translations.includes(joined)) return { rule: "translation", likeness: 0.95, edits: 0, sound: 0 };
  if (joined === text) return { rule: "glued", likeness: 0.98, edits: 0, sound: 0 };
  if (whole.scale > 1 || text.length < 5 || Math.abs(joined.length - text.length) > mostVowels) return null;
  if (folded(joined) === whole.folded) return { ...respelled(joined, text), rule: "glued" };
  const edits = editsBetween(joined, text);
  if (edits > mostVowels) return null;
  const sound = soundDistance(joined, text);
  if (joined[0] === text[0] && text.length >= leastUnvowelled && haveSameBones(joined, text))
    return { rule: "glued", likeness: 0.85, edits: 1, sound };
  if (edits > 2 || sound > mostGluedApart * whole.sound) return null;
  return { rule: "glued", likeness: 0.9 - edits / 10, edits, sound };
}
