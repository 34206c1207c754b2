import { folded, skeleton } from "../names/folded.ts";
import type { NameWord } from "../names/name-word.ts";
import type { NameReading, ScreenedName } from "../names/screened-name.ts";
import type { SoundUnit } from "../names/sound-lattice.ts";

/**
 * Role of an index key: `word` with near spellings and `part` of a written word add up; `pair` (two joined words) and `whole` (the name)
 * replace them.
 */
export type BlockRole = "word" | "part" | "pair" | "whole";

/** An index key: a word, or a substitute for words. */
export interface Block {
  readonly text: string;
  /** Distinctiveness, 0 to 1. */
  readonly weight: number;
  readonly role: BlockRole;
  /** The written word of which this is one reading; readings do not add up. */
  readonly readingOf?: string;
}

/** Longest joined words (`Hua Wei` and `Huawei`). */
const mostGluedLetters = 14;
const wholeNameWords = 4;
const mark = { pair: "+", whole: "=", initials: "*", written: "#", number: "%", bones: "~" } as const;
const gluedWeight = 0.9;
const initialsWeight = 0.8;
/** Numbers distinguish ships and institutes of one name. */
const numberWeight = 0.8;

/** Index keys of a listed name. */
export function blocksOf(name: ScreenedName): readonly Block[] {
  const found = new Map<string, Block>();
  for (const block of name.readings.flatMap(readingBlocks)) {
    const known = found.get(block.text);
    if (!known || known.weight < block.weight) found.set(block.text, block);
  }
  return [...found.values()];
}

function readingBlocks(reading: NameReading): readonly Block[] {
  const numbers = reading.name.numerals.map((text): Block => ({ text: mark.number + text, weight: numberWeight, role: "part" }));
  if (reading.script === "latin") return [...wordBlocks(reading.name.words), ...numbers];
  return [...numbers, ...reading.name.spoken.flatMap(wordBlocks), ...writtenBlocks(reading.name.words)];
}

function wordBlocks(words: readonly NameWord[]): readonly Block[] {
  const telling = words.filter(({ kind }) => kind !== "particle" && kind !== "title");
  const single = telling.map(({ text, weight }): Block => ({ text, weight, role: "word" }));
  const pairs = words.flatMap((word, at) => {
    const next = words[at + 1];
    return next && word.text.length + next.text.length <= mostGluedLetters ? [glued(mark.pair, [word, next])] : [];
  });
  const whole = words.length > 1 && words.length <= wholeNameWords ? [glued(mark.whole, words)] : [];
  const initials =
    telling.length > 2
      ? [{ text: mark.initials + telling.map(({ text }) => text[0]).join(""), weight: initialsWeight, role: "whole" as const }]
      : [];
  return [...single, ...pairs, ...whole, ...bonesOf(words), ...initials];
}

/** Consonants of a short name as one word, however its vowels are written and its words are parted. */
function bonesOf(words: readonly NameWord[]): readonly Block[] {
  if (words.length === 0 || words.length > mostBoneWords) return [];
  const text = words.map((word) => word.text).join("");
  if (text.length > mostGluedLetters) return [];
  const bones = skeleton(text);
  return bones.length >= leastBones ? [{ text: mark.bones + bones, weight: bonesWeight, role: "pair" }] : [];
}
const mostBoneWords = 2;
const leastBones = 4;
const bonesWeight = 0.7;

const glued = (sign: string, words: readonly NameWord[]): Block => ({
  text: sign + folded(words.map(({ text }) => text).join("")),
  weight: (sign === mark.whole ? 1 : words.reduce((sum, { weight }) => sum + weight, 0)) * gluedWeight,
  role: sign === mark.whole ? "whole" : "pair",
});

function writtenBlocks(words: readonly NameWord[]): readonly Block[] {
  return words
    .filter(({ scale }) => scale > 1)
    .flatMap(({ text, weight }) =>
      text.length < 2
        ? [{ text: mark.written + text, weight, role: "part" as const }]
        : Array.from({ length: text.length - 1 }, (_, at) => ({
            text: mark.written + text.slice(at, at + 2),
            weight: weight / (text.length - 1),
            role: "part" as const,
          })),
    );
}

/** Search keys of a name: its own, and those of names with words joined or split, initials, translations and other readings. */
export function wantedBlocks(name: ScreenedName): readonly Block[] {
  return [
    ...blocksOf(name),
    ...name.readings.flatMap((reading) => (reading.script === "latin" ? fromWords(reading.name.words) : fromUnits(reading))),
  ];
}

const fromWords = (words: readonly NameWord[]): readonly Block[] =>
  words
    .filter(({ kind }) => kind === "word")
    .flatMap(({ text, weight }) => [
      { text: mark.pair + folded(text), weight: weight * gluedWeight, role: "pair" as const },
      { text: mark.whole + folded(text), weight: gluedWeight, role: "whole" as const },
      ...(text.length > 2 && text.length < 7 ? [{ text: mark.initials + text, weight: initialsWeight, role: "whole" as const }] : []),
    ]);

const mostRead = 4;
const mostReadings = 24;

function fromUnits(reading: NameReading & { readonly script: "asian" }): readonly Block[] {
  return reading.name.hearings.flatMap(({ units }) => {
    const translated = units.flatMap(({ word, alternatives, translated: count }) =>
      alternatives.slice(0, count).map((text): Block => ({ text, weight: word.weight, role: "word" })),
    );
    const words = new Set(units.filter(({ word, translated: count }) => word.kind === "word" && count === 0).map(({ word }) => word));
    const read = [...words].flatMap((word) => {
      const own = units.filter((unit) => unit.word === word);
      return own.length > mostRead
        ? []
        : readings(own).map((text): Block => ({ text, weight: word.weight, role: "word", readingOf: word.text }));
    });
    return [...translated, ...read];
  });
}

/** Readings of the units of a word, first ones first. */
function readings(units: readonly SoundUnit[]): readonly string[] {
  let found = [""];
  for (const { alternatives } of units) {
    const room = Math.max(1, Math.floor(mostReadings / found.length));
    found = found.flatMap((start) => alternatives.slice(0, room).map((each) => start + each));
  }
  return [...new Set(found)].filter((each) => each !== "");
}
