import type { Alignment } from "./align.ts";
import type { Hearing } from "./asian-name.ts";
import { type Link, type LinkRule, linkOf as writtenLink } from "./link.ts";
import type { NameWord } from "./name-word.ts";
import { soundDifferencePenalty } from "./sound-evidence.ts";
import { matchSounds, type SoundMatch, type SoundUnit } from "./sound-lattice.ts";
import { soundExchange, soundOf } from "./spelling.ts";

/** Similarity thresholds of two words. */
interface Demand {
  /** Below: another word. */
  readonly least: number;
  /** From here as good as equal; below, as if misspelt. */
  readonly sure: number;
  /** Edits counted for uncertainty. */
  readonly edits: number;
}

/** Romanisations of Japanese and Korean vary this much. */
const loose: Demand = { least: 0.62, sure: 0.74, edits: 1 };
/** Pinyin has one spelling; differences are misspellings or older romanisations. */
const exact: Demand = { least: 0.78, sure: 0.9, edits: 2 };

/** Aligns a name in Chinese, Japanese or Korean script with a Latin one by sound and translation. */
export function alignSounds({ units, isExact }: Hearing, words: readonly NameWord[]): Alignment {
  const demand = isExact ? exact : loose;
  const groups = grouped(matchSounds(units, words), words);
  const matchedLetters = new Float64Array(words.length);
  const links: Link[] = [];
  const aloneA: NameWord[] = [];
  groups.forEach((group, fromA) => {
    const link = linkOf(group, fromA, words, matchedLetters, demand);
    if (link) links.push(link);
    else aloneA.push(wordOf(group));
  });
  const isMatched = words.map(({ text }, at) => matchedLetters[at]! >= text.length * minMatchedPart);
  const whole = links.filter(({ b }) => b.every((word) => isMatched[words.indexOf(word)]));
  for (const link of links) if (!whole.includes(link)) aloneA.push(...link.a);
  const linked = new Set(whole.flatMap(({ b }) => b));
  return { links: whole, aloneA, aloneB: words.filter((word) => !linked.has(word)) };
}

/** Groups units by written word, split where they match several words of the other name. */
function grouped(heard: readonly SoundMatch[], words: readonly NameWord[]): readonly (readonly SoundMatch[])[] {
  let end = 0;
  const ends = new Set(words.map(({ text }) => (end += text.length)));
  const groups: SoundMatch[][] = [];
  for (const each of heard) {
    const last = groups.at(-1);
    const before = last?.at(-1);
    if (last && before && before.unit.word === each.unit.word && !(before.to > before.from && ends.has(before.to))) last.push(each);
    else groups.push([each]);
  }
  return groups;
}

const isTranslated = (group: readonly SoundMatch[]): boolean => group.some(({ isTranslation }) => isTranslation);

/** Whether words matched by a translation hold one that it has not: 交通大学 is Jiaotong University, not Jiaotong-Liverpool University. */
const holdsAnother = (translation: string, words: readonly NameWord[]): boolean =>
  words.length > 1 && words.some(({ text, kind }) => kind !== "particle" && !translation.includes(text.slice(0, sharedStart)));
const sharedStart = 3;

/** A translation of few letters (us, new) is equal or none. */
const isShortTranslation = ({ isTranslation, alternative }: SoundMatch): boolean =>
  isTranslation && alternative !== null && alternative.length < leastTranslation;
const leastTranslation = 4;

/** A given name in Hangul behind a family name that hardly sounds like its part of the other name: 정희 is not Geun-hye. */
const isOtherGivenName = ({ unit, alternative, cost }: SoundMatch): boolean =>
  alternative !== null && /^\p{Script=Hangul}{2,3}$/u.test(unit.text) && cost > mostGivenApart * soundOf(alternative);
const mostGivenApart = 0.22;

/** The written word of a group, whole or in part. */
function wordOf(group: readonly SoundMatch[]): NameWord {
  const { word } = (group[0] as SoundMatch).unit;
  const text = group.map(({ unit }) => unit.text).join("");
  return text.length < word.text.length ? { ...word, text, sound: text.length * word.scale } : word;
}

function linkOf(
  group: readonly SoundMatch[],
  fromA: number,
  words: readonly NameWord[],
  matchedLetters: Float64Array,
  demand: Demand,
): Link | null {
  const [first, last] = [group[0] as SoundMatch, group.at(-1) as SoundMatch];
  const part = spanOf(words, first.from, last.to);
  const sound = group.reduce((total, { alternative }) => total + soundOf(alternative ?? ""), 0);
  const cost = group.reduce((total, each) => total + each.cost, 0);
  const likeness = likenessOf(cost, Math.max(sound, part.sound)) - (soundsApart(first.alternative, part.heard) ? apartPenalty : 0);
  if (
    likeness < (isTranslated(group) ? loose : demand).least ||
    part.words.length === 0 ||
    group.every(({ alternative }) => alternative === null)
  )
    return null;
  if (isTranslated(group) && group.some((each) => isShortTranslation(each) && each.cost > 0)) return null;
  if (group.length > 1 && group.some(isOtherGivenName)) return null;
  if (group.length === 1 && isTranslated(group) && holdsAnother(first.alternative ?? "", part.words)) return null;
  const word = wordOf(group);
  const isLatin = group.every(({ unit }) => unit.isLatin);
  const written = isLatin ? latinLink(word, part, fromA) : null;
  if (isLatin && written === null) return null;
  part.letters.forEach((count, at) => {
    matchedLetters[at] = matchedLetters[at]! + count;
  });
  if (written) return written;
  const isTranslation = isTranslated(group);
  const isSure = likeness >= (isTranslation ? loose : demand).sure;
  return {
    a: [word],
    b: part.words,
    fromA,
    fromB: part.first,
    rule: isTranslation ? "translation" : "sound",
    likeness,
    edits: isSure ? 0 : (isTranslation ? loose : demand).edits,
    letters: last.to - first.from,
    sound: isSure ? 0 : 1,
    heard:
      Math.min(sound, part.sound) -
      (demand === exact ? 0 : looseSpelling) -
      readingsPenalty * group.reduce((sum, { unit }) => sum + choices(unit), 0) -
      cost * (group.every(({ unit }) => isHan(unit.text)) ? soundDifferencePenalty.oneSpelling : soundDifferencePenalty.manySpellings),
    weight: (word.weight + Math.max(...part.words.map(({ weight }) => weight))) / 2,
  };
}

/** Kana, Hangul and Japanese readings are romanised in more than one way. */
const looseSpelling = 0.5;
/** What may be read in ten ways finds a chance likeness ten times as easily, were its readings not alike. */
const readingsPenalty = 0.5;
const choices = ({ alternatives, translated }: SoundUnit): number => Math.log10(Math.max(1, alternatives.length - translated));

const isHan = (text: string): boolean => /^\p{Script=Han}+$/u.test(text);

/** Latin short words (NEC, KVK) match exactly or not at all. */
const leastMisspelt = 5;
const sameLetters: readonly LinkRule[] = ["equal", "abbreviation", "glued"];

function latinLink(word: NameWord, { words, first }: Part, fromA: number): Link | null {
  const link = writtenLink([word], words, fromA, first);
  const letters = words.reduce((sum, { text }) => sum + text.length, 0);
  const maySlip = Math.min(word.text.length, letters) >= leastMisspelt;
  return link !== null && (maySlip || sameLetters.includes(link.rule)) ? link : null;
}

/** The first consonant is romanised most consistently. */
const apartPenalty = 0.08;
const nearFirst = 0.2;
const soundsApart = (one: string | null, other: string): boolean =>
  one !== null && other !== "" && soundExchange(one.charCodeAt(0), other.charCodeAt(0)) > nearFirst && !/^[aeiouyhw]/.test(other);

/** Share of a word's letters that must match; otherwise it only contains the match: sk, skorostnoi. */
const minMatchedPart = 0.5;

/** Words with little sound are ambiguous and need a closer match. */
const fullSound = 6;
const shortPenalty = 0.06;

const likenessOf = (cost: number, whole: number): number =>
  whole > 0 ? 1 - cost / whole - shortPenalty * Math.max(0, fullSound - whole) * Math.min(1, cost) : 0;

interface Part {
  readonly words: readonly NameWord[];
  readonly first: number;
  /** Matched letters by word. */
  readonly letters: readonly number[];
  readonly heard: string;
  readonly sound: number;
}

/** Words covering letters `from` to `to`. */
function spanOf(words: readonly NameWord[], from: number, to: number): Part {
  let end = 0;
  let heard = "";
  const letters = words.map(({ text }) => {
    const start = end;
    end += text.length;
    const [left, right] = [Math.max(from, start), Math.min(to, end)];
    if (right > left) heard += text.slice(left - start, right - start);
    return Math.max(0, right - left);
  });
  return {
    words: words.filter((_, at) => letters[at]! > 0),
    first: Math.max(
      0,
      letters.findIndex((count) => count > 0),
    ),
    letters,
    heard,
    sound: soundOf(heard),
  };
}
