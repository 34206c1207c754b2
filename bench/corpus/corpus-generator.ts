import { createRandom, type Random } from "../../src/measure/random.ts";
import { sharedInts } from "../../src/measure/shared-arrays.ts";
import { type DrawnReferences, drawReferences } from "./corpus-generator-citations.ts";
import {
  type CorpusDocuments,
  type CorpusOptions,
  type CorpusSettings,
  corpusSettings,
  generateDocuments,
  plantedFollowUp,
  plantedOriginal,
} from "./corpus-generator-documents.ts";

/** Citation categories by number, as in `Corpus.category`. */
export const corpusCategories = ["X", "Y", "A"] as const;

/** A synthetic patent corpus. */
export interface Corpus extends CorpusDocuments {
  /** Distinct citations sorted by citing and cited document, in shared memory. */
  readonly citing: Int32Array;
  readonly cited: Int32Array;
  readonly category: Uint8Array;
  /** Parent of a follow-up; -1 for others. */
  readonly parent: Int32Array;
  /** Words of document `i`, generated on demand. */
  readonly textOf: (i: number) => string;
}

/**
 * Generates a corpus from a seed: weekly documents, classes in technologies, Zipf holders, lognormal references and citations, planted
 * originals (new class mix and words, cited without their references) and follow-ups (one class, words and references of one parent). 9 M
 * documents with 100 M citations take about 1.5 GB.
 */
export function generateCorpus(options: CorpusOptions): Corpus {
  const settings = corpusSettings(options);
  const documents = generateDocuments(settings);
  const drawn = drawReferences(documents, settings);
  const { parent } = drawn;
  const { citing, cited, start } = packed(documents.n, drawn);
  const category = drawCategories(settings.seed, documents, citing, cited, parent);
  return {
    ...documents,
    citing,
    cited,
    category,
    parent,
    textOf: createTexts(settings, { ...documents, parent, citedStart: start, cited }),
  };
}

/** Packs and sorts the references. */
function packed(n: number, { start, count, cited }: DrawnReferences): { citing: Int32Array; cited: Int32Array; start: Int32Array } {
  const newStart = new Int32Array(n + 1);
  for (let i = 0; i < n; i++) newStart[i + 1] = newStart[i]! + count[i]!;
  const citing = sharedInts(newStart[n]!);
  for (let i = 0; i < n; i++) {
    cited.copyWithin(newStart[i]!, start[i]!, start[i]! + count[i]!);
    sortRange(cited, newStart[i]!, newStart[i + 1]!);
    citing.fill(i, newStart[i]!, newStart[i + 1]!);
  }
  return { citing, cited: cited.subarray(0, newStart[n]!), start: newStart };
}

/** Insertion sort: much faster for short lists than typed-array sort. */
function sortRange(values: Int32Array, from: number, to: number): void {
  if (to - from > 48) {
    values.subarray(from, to).sort();
    return;
  }
  for (let at = from + 1; at < to; at++) {
    const value = values[at]!;
    let slot = at - 1;
    while (slot >= from && values[slot]! > value) {
      values[slot + 1] = values[slot]!;
      slot--;
    }
    values[slot + 1] = value;
  }
}

/** X and Y 15% each; double against follow-ups, always X for the parent. */
function drawCategories(seed: number, { kind }: CorpusDocuments, citing: Int32Array, cited: Int32Array, parent: Int32Array): Uint8Array {
  const random = createRandom(seed, 3);
  const category = new Uint8Array(citing.length);
  for (let e = 0; e < citing.length; e++) {
    const i = citing[e]!;
    const each = kind[i] === plantedFollowUp ? 0.3 : 0.15;
    const lot = random.bits() / 2 ** 32;
    if (parent[i] !== cited[e]) category[e] = lot < each ? 0 : lot < 2 * each ? 1 : 2;
  }
  return category;
}

const generalWords = 1000;
const wordsOfClass = 300;
/** New words of an original, reused by its citers. */
const newWordsEach = 6;
/** Share of the parent's words copied by a follow-up. */
const copied = 0.8;
const ofClass = 0.6;

/** Texts with one random stream per document, so that any can be generated alone. */
export function createTexts(
  settings: CorpusSettings,
  ground: CorpusDocuments & { readonly parent: Int32Array; readonly citedStart: Int32Array; readonly cited: Int32Array },
): (i: number) => string {
  const { kind, parent, citedStart, cited } = ground;
  const firstNewWord = generalWords + settings.classes * wordsOfClass;
  const newWord = (i: number, k: number): number => firstNewWord + i * newWordsEach + k;

  const topicWord = (random: Random, i: number): number => {
    if (random.uniform() >= ofClass) return zipf(random, generalWords);
    const classCount = ground.classStart[i + 1]! - ground.classStart[i]!;
    return generalWords + ground.classes[ground.classStart[i]! + random.below(classCount)]! * wordsOfClass + zipf(random, wordsOfClass);
  };
  const takenUp = (i: number): readonly number[] => {
    const originals = Array.from(cited.subarray(citedStart[i], citedStart[i + 1])).filter((one) => kind[one] === plantedOriginal);
    return originals.flatMap((one) => [newWord(one, i % newWordsEach), newWord(one, (i + 1) % newWordsEach)]);
  };
  const ownNewWords = (i: number): readonly number[] =>
    kind[i] === plantedOriginal ? Array.from({ length: 2 * newWordsEach }, (_, k) => newWord(i, k % newWordsEach)) : [];

  const wordsOf = (i: number): readonly number[] => {
    const random = createRandom(settings.seed ^ textSalt, i);
    const length = 50 + random.below(40);
    const from = kind[i] === plantedFollowUp && parent[i] !== -1 ? wordsOf(parent[i]!) : [];
    const words = [...ownNewWords(i), ...takenUp(i), ...from.filter(() => random.uniform() < copied)];
    while (words.length < length) words.push(topicWord(random, i));
    return words;
  };
  return (i) => wordsOf(i).map(wordOf).join(" ");
}

const textSalt = 0x7e87;

/** Rank from 0 with frequency about 1 / rank. */
function zipf(random: Random, count: number): number {
  return Math.floor(Math.exp(random.uniform() * Math.log(count + 1))) - 1;
}

const consonants = "bdfghjklmnprstvwyzcq";
const vowels = "aeiou";

/** A distinct word for each number, safe from stemmers. */
function wordOf(number: number): string {
  let word = "";
  for (let rest = number; word.length < 4 || rest > 0; rest = Math.floor(rest / 100)) {
    word += consonants[rest % 20]! + vowels[Math.floor(rest / 20) % 5]!;
  }
  return `${word}k`;
}
