import { type FormKind, withoutAsianForms, withoutForms } from "../../link/legal-forms.ts";
import { plainLetters, simplifiedHan } from "../../link/name-script.ts";
import { wordsOf } from "../../link/name-words.ts";
import { hanReadings, pinyinOf, spokenReadings } from "./asian-readings.ts";
import { comparable, type Piece, pieces, spokenPieces } from "./asian-terms.ts";
import { type NameKind, type NameWord, nameWord, type Rarity, writtenWord } from "./name-word.ts";
import { withoutNumerals } from "./numerals.ts";
import type { SoundUnit } from "./sound-lattice.ts";
import type { WordKind } from "./word-kinds.ts";

/** A name in Chinese, Japanese or Korean letters, taken apart. */
export interface AsianName {
  /** Its words as they are written, in comparable form. */
  readonly words: readonly NameWord[];
  /** Its words as they may be heard or translated. */
  readonly units: readonly SoundUnit[];
  /** The same with the words of kana and Hangul uncut, where known terms cut them. */
  readonly uncut: readonly SoundUnit[] | null;
  /** Its words in one reading in Latin letters: pinyin for Han characters. */
  readonly spoken: readonly NameWord[];
  readonly hasHan: boolean;
  readonly hasHangul: boolean;
  readonly numerals: readonly string[];
  readonly forms: readonly string[];
  readonly formKinds: readonly FormKind[];
  readonly economies: readonly string[] | null;
}

const mostCharacters = 40;

/** Takes a name apart that has Chinese, Japanese or Korean letters. */
export function asianName(written: string, kind: NameKind, rarity: Rarity): AsianName {
  const plain = simplifiedHan(withHanNumerals(plainLetters(withoutRepeats(written))));
  const asian = withoutAsianForms(plain);
  const latin = withoutForms(wordsOf(withoutCompany(asian.rest)));
  const numbered = withoutNumerals(latin.rest.flatMap(numbersApart));
  const runs = limited(numbered.words)
    .flatMap(scriptsApart)
    .map((run) => readRun(run, kind, rarity));
  return {
    words: runs.flatMap(({ words }) => words),
    units: runs.flatMap(({ units }) => units),
    uncut: runs.some(({ uncut }) => uncut) ? runs.flatMap(({ units, uncut }) => uncut ?? units) : null,
    spoken: runs.flatMap(({ spoken }) => spoken),
    hasHan: /\p{Script=Han}/u.test(asian.rest),
    hasHangul: /\p{Script=Hangul}/u.test(asian.rest),
    numerals: numbered.numerals,
    forms: [...asian.forms, ...latin.forms],
    formKinds: [...asian.kinds, ...latin.kinds],
    economies: asian.economies ?? latin.economies,
  };
}

const hanDigits = "〇一二三四五六七八九";

/** `第七〇二研究所` is number 702; elsewhere such characters are parts of words. */
const withHanNumerals = (text: string): string =>
  text.replace(
    /第([〇○零一二三四五六七八九]{1,4})/g,
    (_, digits: string) => ` ${[...digits].map((digit) => ("○零".includes(digit) ? 0 : hanDigits.indexOf(digit))).join("")} `,
  );

/** `公司` (company) says no more than the English word, but it is no legal form by itself. */
const withoutCompany = (text: string): string => text.replace(/(?<=\p{Script=Han}{2})公司$/u, "");

/** Marks that repeat a character, as the character. */
const withoutRepeats = (text: string): string =>
  text
    .replace(/(\p{L})[々ゝヽ]/gu, "$1$1")
    .replace(/(\p{L})[ゞヾ]/gu, (_, letter: string) => `${letter}${`${letter}\u3099`.normalize("NFC")}`);

const numbersApart = (word: string): readonly string[] => word.match(/\d+|\D+/g) ?? [];

const scriptsApart = (word: string): readonly string[] => word.match(/[a-z]+|[^a-z]+/g) ?? [];

/** The words up to the most characters that any name has. */
function limited(words: readonly string[]): readonly string[] {
  let room = mostCharacters;
  return words.flatMap((word) => {
    const kept = word.slice(0, Math.max(0, room));
    room -= word.length;
    return kept === "" ? [] : [kept];
  });
}

interface Run {
  readonly words: readonly NameWord[];
  readonly units: readonly SoundUnit[];
  readonly uncut: readonly SoundUnit[] | null;
  readonly spoken: readonly NameWord[];
}

function readRun(run: string, kind: NameKind, rarity: Rarity): Run {
  if (/^[a-z]/.test(run)) {
    const word = nameWord(run, kind, rarity);
    return { words: [word], units: [{ text: run, word, alternatives: [run], translated: 0 }], uncut: null, spoken: [word] };
  }
  const text = comparable(run);
  const cut = kind === "person" ? [{ from: 0, to: text.length, term: null }] : pieces(text);
  const read = cut.map((piece) => readPiece(run, text, piece, kind, rarity));
  return {
    words: read.map(({ word }) => word),
    units: read.flatMap(({ units }) => units),
    uncut: read.length > 1 && !/\p{Script=Han}/u.test(run) ? [wholeRun(run, text, rarity)] : null,
    spoken: read.flatMap(({ spoken }) => spoken),
  };
}

const wholeRun = (run: string, text: string, rarity: Rarity): SoundUnit => ({
  text,
  word: writtenWord(text, "word", rarity),
  alternatives: spokenReadings(run),
  translated: 0,
});

interface ReadPiece {
  readonly word: NameWord;
  readonly units: readonly SoundUnit[];
  readonly spoken: readonly NameWord[];
}

function readPiece(run: string, text: string, { from, to, term }: Piece, kind: NameKind, rarity: Rarity): ReadPiece {
  const written = text.slice(from, to);
  const word = writtenWord(written, term?.kind ?? "word", rarity);
  const heard = run.length === text.length ? run.slice(from, to) : written;
  if (term) {
    const alternatives = [...term.english, ...term.readings, ...readingsOf(heard)];
    const spoken = spokenWord(term.readings[0] ?? term.english[0], kind, rarity, term.kind);
    return { word, units: [{ text: written, word, alternatives, translated: term.english.length }], spoken };
  }
  if (/^\p{Script=Katakana}+$/u.test(written)) return readKana(word, heard, kind, rarity);
  const parts = heard.match(/\p{Script=Han}|[^\p{Script=Han}]+/gu) ?? [];
  const units = parts.map((part) => ({ text: part, word, alternatives: readingsOf(part), translated: 0 }));
  return { word, units, spoken: spokenWord(parts.map((part) => readingsOf(part)[0] ?? "").join(""), kind, rarity) };
}

/** A run of kana hides words that have no blanks between them. */
function readKana(word: NameWord, heard: string, kind: NameKind, rarity: Rarity): ReadPiece {
  const [sound = "", ...spelled] = readingsOf(heard);
  const cut = kind === "person" ? [{ from: 0, to: sound.length, term: null }] : spokenPieces(sound);
  if (cut.length === 1)
    return {
      word,
      units: [{ text: word.text, word, alternatives: [sound, ...spelled], translated: 0 }],
      spoken: spokenWord(sound, kind, rarity),
    };
  const words = cut.map(({ from, to, term }) => ({ term, word: spokenAs(sound.slice(from, to), kind, rarity, term?.kind) }));
  return {
    word,
    units: words.map((each) => ({
      text: each.word.text,
      word: each.word,
      alternatives: [...(each.term?.english ?? []), each.word.text],
      translated: each.term?.english.length ?? 0,
    })),
    spoken: words.map((each) => each.word),
  };
}

const spokenAs = (text: string, kind: NameKind, rarity: Rarity, termKind: WordKind | undefined): NameWord =>
  nameWord(text, kind, rarity, { kind: termKind });

const spokenWord = (text: string | undefined, kind: NameKind, rarity: Rarity, termKind?: WordKind): readonly NameWord[] =>
  text ? [spokenAs(text, kind, rarity, termKind)] : [];

/** Readings of one Han character, of a term, or of a run of kana or Hangul. */
function readingsOf(text: string): readonly string[] {
  if (!/\p{Script=Han}/u.test(text)) return spokenReadings(text);
  return [...text].length === 1 ? hanReadings(text) : [pinyinOf(text)];
}
