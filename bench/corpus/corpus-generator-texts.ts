import { createRandom, type Random } from "../../src/measure/random.ts";
import { type CorpusDocuments, type CorpusSettings, plantedFollowUp, plantedOriginal } from "./corpus-generator-documents.ts";

export interface TextGround extends CorpusDocuments {
  readonly parent: Int32Array;
  readonly citedStart: Int32Array;
  readonly cited: Int32Array;
}

const generalWords = 1000;
const wordsOfClass = 300;
/** New words of an original, reused by its citers. */
const newWordsEach = 6;
/** Share of the parent's words copied by a follow-up. */
const copied = 0.8;
const ofClass = 0.6;

/** Texts with one random stream per document, so that any can be generated alone. */
export function createTexts(settings: CorpusSettings, ground: TextGround): (i: number) => string {
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
