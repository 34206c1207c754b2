import type { Alignment } from "./align.ts";
import { isTelling } from "./features.ts";
import type { Link } from "./link.ts";
import { isPinyinSyllable, twoSyllables } from "./wade-giles.ts";

/** Takes back links of words of a person's name that are other names: Navros is no misspelt Lavrov. */
export function withoutOtherNames(alignment: Alignment): Alignment {
  const { links, aloneA, aloneB } = alignment;
  if (!links.some(({ rule }) => rule === "misspelt")) return alignment;
  const isChinese = [...links.flatMap(({ a, b }) => [...a, ...b]), ...aloneA, ...aloneB].every(({ text }) => isPinyin(text));
  return without(alignment, (link) => isOtherName(link) || (isChinese && isOtherGivenName(link)));
}

const isPinyin = (word: string): boolean => isPinyinSyllable(word) || twoSyllables(word).length > 0;

/** One letter stands for a word of a firm's name only where the rest is the same, with another distinctive word. */
export function withoutLoneInitials(alignment: Alignment): Alignment {
  const { links, aloneA, aloneB } = alignment;
  if (!links.some(isLoneInitial)) return alignment;
  const isRest = [...aloneA, ...aloneB].some(isTelling);
  if (!isRest && links.some(({ rule, a: [word] }) => rule === "equal" && word?.kind === "word" && word.text.length > 1)) return alignment;
  return without(alignment, isLoneInitial);
}

/** Takes back links of initials of firms that differ in a letter beside a name that they share, whose kin they tell apart: Samsung SDI and SDS. */
export const withoutOtherInitials = (alignment: Alignment): Alignment =>
  alignment.links.some(isSharedName) ? without(alignment, isOtherInitials) : alignment;

const isSharedName = ({ rule, a: [word] }: Link): boolean => rule === "equal" && word?.kind === "word" && !areInitials(word.text);
const isOtherInitials = ({ rule, a, b }: Link): boolean =>
  rule === "misspelt" && a.length === 1 && b.length === 1 && [...a, ...b].every(({ text, scale }) => scale === 1 && areInitials(text));
const areInitials = (text: string): boolean => text.length <= mostInitials && (text.length <= shortInitials || !/[aeiouy]/.test(text));
const [shortInitials, mostInitials] = [3, 6];

/** An alignment with some links taken back. */
function without(alignment: Alignment, isWrong: (link: Link) => boolean): Alignment {
  const wrong = alignment.links.filter(isWrong);
  if (wrong.length === 0) return alignment;
  return {
    links: alignment.links.filter((link) => !isWrong(link)),
    aloneA: [...alignment.aloneA, ...wrong.flatMap(({ a }) => a)],
    aloneB: [...alignment.aloneB, ...wrong.flatMap(({ b }) => b)],
  };
}

/** Takes back links of given names in Hangul that end in another vowel: 영희 (Younghee) is not Young-ho. */
export const withoutOtherVowels = (alignment: Alignment): Alignment => without(alignment, isOtherLastVowel);

function isOtherLastVowel({ rule, a: [one], b }: Link): boolean {
  const last = one?.text.at(-1) ?? "";
  if (rule !== "sound" || one === undefined || one.text.length < 2 || !/^\p{Script=Hangul}$/u.test(last)) return false;
  const medial = Math.floor(((last.codePointAt(0)! - firstSyllable) % (medials * finals)) / finals);
  const [, vowels] = /([aeiouwy]+)[^aeiouwy]*$/.exec(b.map(({ text }) => text).join("")) ?? [];
  const sounds = [...soundsOfMedials].find(([of]) => of.includes(medial))?.[1];
  return vowels !== undefined && sounds !== undefined && !sounds.test(vowels);
}
/** Blocks of Hangul by first consonant, vowel and last consonant, as Unicode numbers them. */
const [firstSyllable, medials, finals] = [0xac00, 21, 28];
/** What vowels of Hangul are written with in Latin letters: ㅣ ㅢ ㅟ; ㅗ ㅛ ㅜ ㅠ; ㅏ ㅑ. Of others romanisations differ too much. */
const soundsOfMedials: readonly (readonly [readonly number[], RegExp])[] = [
  [[20, 19, 16], /[iey]/],
  [[8, 12, 13, 17], /[ouw]/],
  [[0, 2], /a/],
];

/** Part of a person's name that may sound otherwise; of short ones, as Li and Lei, hardly any. */
const mostApart = { part: 0.46, otherStart: 0.37, short: 0.3, shortLetters: 3 } as const;

function isOtherName({ rule, a: [one], b: [other], sound }: Link): boolean {
  if (rule !== "misspelt" || !one || !other) return false;
  if (areOfTwoSexes(one.text, other.text)) return true;
  const isShort = Math.min(one.text.length, other.text.length) <= mostApart.shortLetters;
  const part = one.text[0] === other.text[0] ? mostApart.part : mostApart.otherStart;
  return isShort ? sound > mostApart.short : sound > part * Math.max(one.sound, other.sound);
}

/** Maria and Mario, Ivan and Ivana: an ending that makes of the one a name of the other sex. Lukashenko and Lukashenka are one in two languages. */
function areOfTwoSexes(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length < leastStem) return false;
  if (/enk[ao]$/.test(short)) return false;
  const isOnA = long === `${short}a` && /[^aeiouy]$/.test(short);
  return isOnA || (short.slice(0, -1) === long.slice(0, -1) && /^(?:ao|oa)$/.test(`${short.at(-1)}${long.at(-1)}`));
}
const leastStem = 4;

/** Jianguo and Jianjun: two syllables of pinyin of which one begins and ends otherwise; one with another end, as Jinpeng, is misspelt. */
function isOtherGivenName({ rule, a: [one], b: [other] }: Link): boolean {
  if (rule !== "misspelt" || !one || !other) return false;
  const [first, second] = [twoSyllables(one.text), twoSyllables(other.text)];
  const isNear = first.some((pair) => second.some((facing) => pair.every((syllable, at) => areNear(syllable, facing[at] as string))));
  return first.length > 0 && second.length > 0 && !isNear;
}
const areNear = (one: string, other: string): boolean =>
  one === other || initialOf(one) === initialOf(other) || finalOf(one) === finalOf(other);
const initialOf = (syllable: string): string => syllable.replace(/[aeiou].*$/, "");
const finalOf = (syllable: string): string => syllable.replace(/^[^aeiou]+/, "");

const isLoneInitial = ({ rule, a, b }: Link): boolean => rule === "initial" && a.length === 1 && b.length === 1;
