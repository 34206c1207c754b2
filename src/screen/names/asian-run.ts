import { familyReadings, spokenReadings, withVoiced } from "./asian-readings.ts";
import { comparable, type Piece, pieces, spokenPieces } from "./asian-terms.ts";
import { type HanLanguage, hanReadings, pinyinOf } from "./han-readings.ts";
import { type NameKind, type NameWord, nameWord, type Rarity, writtenWord } from "./name-word.ts";
import type { SoundUnit } from "./sound-lattice.ts";
import type { WordKind } from "./translations.ts";
import { wadeGilesOf } from "./wade-giles.ts";

export interface Reader {
  readonly kind: NameKind;
  readonly rarity: Rarity;
  readonly language: HanLanguage;
}

/** Reads a run of Latin letters, or segments a run of Asian ones into known terms and the rest. */
export function readRun(
  run: string,
  reader: Reader,
): { readonly words: readonly NameWord[]; readonly units: readonly SoundUnit[]; readonly spoken: readonly NameWord[] } {
  if (/^[a-z]/.test(run)) {
    const word = nameWord(run, reader.kind, reader.rarity);
    return { words: [word], units: [{ text: run, word, alternatives: [run], translated: 0, isLatin: true }], spoken: [word] };
  }
  const text = comparable(run);
  const cut = reader.kind === "person" ? [{ from: 0, to: text.length, term: null }] : pieces(text);
  const read = cut.map((piece) => readPiece(run, text, piece, reader));
  return { words: read.map(({ word }) => word), units: read.flatMap(({ units }) => units), spoken: read.flatMap(({ spoken }) => spoken) };
}

/** The same without segmenting kana and Hangul: apparent terms may be accidental. */
export function uncutRun(run: string, reader: Reader): readonly SoundUnit[] {
  if (/^[a-z]/.test(run) || /\p{Script=Han}/u.test(run)) return readRun(run, reader).units;
  const text = comparable(run);
  return [{ text, word: writtenWord(text, "word", reader.rarity), alternatives: spokenReadings(run), translated: 0, isLatin: false }];
}

interface ReadPiece {
  readonly word: NameWord;
  readonly units: readonly SoundUnit[];
  readonly spoken: readonly NameWord[];
}

function readPiece(run: string, text: string, { from, to, term }: Piece, reader: Reader): ReadPiece {
  const written = text.slice(from, to);
  const word = writtenWord(written, term?.kind ?? "word", reader.rarity);
  const heard = run.length === text.length ? run.slice(from, to) : written;
  if (term) {
    const alternatives = [...term.english, ...term.readings, ...readingsOf(heard, reader)];
    const spoken = spokenWord(term.readings[0] ?? term.english[0], reader, term.kind);
    return { word, units: [{ text: written, word, alternatives, translated: term.english.length, isLatin: false }], spoken };
  }
  if (/^\p{Script=Katakana}+$/u.test(written)) return readKana(word, heard, reader);
  const parts = reader.kind === "person" ? partsOfPerson(heard) : (heard.match(/\p{Script=Han}|[^\p{Script=Han}]+/gu) ?? []);
  const units = parts.map((part, at) => {
    const readings = at === 0 && parts.length > 1 && isHangul(part) ? familyReadings(part) : readingsOf(part, reader);
    const alternatives = at > 0 && reader.language === "japanese" ? withVoiced(readings) : ofPerson(readings, part, reader);
    return { text: part, word, alternatives, translated: 0, isLatin: false };
  });
  return { word, units, spoken: spokenWord(parts.map((part) => readingsOf(part, reader)[0] ?? "").join(""), reader) };
}

/** A person's name in Han is written in pinyin or, as in Taiwan, in Wade-Giles. */
const ofPerson = (readings: readonly string[], part: string, { kind, language }: Reader): readonly string[] =>
  kind === "person" && language === "chinese" && /\p{Script=Han}/u.test(part)
    ? [...new Set([...readings, ...readings.map(wadeGilesOf)])]
    : readings;

/** Han characters one by one; a Korean name of two to four syllables as family name and given name. */
const partsOfPerson = (heard: string): readonly string[] =>
  /^\p{Script=Hangul}{2,4}$/u.test(heard)
    ? [heard.slice(0, 1), heard.slice(1)]
    : (heard.match(/\p{Script=Han}|[^\p{Script=Han}]+/gu) ?? []);

const isHangul = (text: string): boolean => /^\p{Script=Hangul}$/u.test(text);

/** Kana runs contain words without spaces. */
function readKana(word: NameWord, heard: string, reader: Reader): ReadPiece {
  const [sound = "", ...spelled] = readingsOf(heard, reader);
  const cut = reader.kind === "person" ? [{ from: 0, to: sound.length, term: null }] : spokenPieces(sound);
  if (cut.length === 1)
    return {
      word,
      units: [{ text: word.text, word, alternatives: [sound, ...spelled], translated: 0, isLatin: false }],
      spoken: spokenWord(sound, reader),
    };
  const words = cut.map(({ from, to, term }) => ({ term, word: spokenAs(sound.slice(from, to), reader, term?.kind) }));
  return {
    word,
    units: words.map((each) => ({
      text: each.word.text,
      word: each.word,
      alternatives: [...(each.term?.english ?? []), each.word.text],
      translated: each.term?.english.length ?? 0,
      isLatin: false,
    })),
    spoken: words.map((each) => each.word),
  };
}

const spokenAs = (text: string, { kind, rarity }: Reader, termKind: WordKind | undefined): NameWord =>
  nameWord(text, kind, rarity, { kind: termKind });

const spokenWord = (text: string | undefined, reader: Reader, termKind?: WordKind): readonly NameWord[] =>
  text ? [spokenAs(text, reader, termKind)] : [];

function readingsOf(text: string, { language, kind }: Reader): readonly string[] {
  if (!/\p{Script=Han}/u.test(text)) return spokenReadings(text);
  if ([...text].length === 1) return hanReadings(text, language, kind === "person");
  return language === "chinese" ? [pinyinOf(text)] : [];
}
