import { createRandom, type Random } from "../../src/measure/random.ts";
import { type CorpusDocuments, type CorpusSettings, plantedFollowUp, plantedOriginal } from "./corpus-generator-documents.ts";

/** What texts are made from. */
export interface TextGround extends CorpusDocuments {
  readonly parent: Int32Array;
  readonly citedStart: Int32Array;
  readonly cited: Int32Array;
}

const generalWords = 1000;
const wordsOfClass = 300;
/** Words that only an original brings, and who cites it takes up. */
const newWordsEach = 6;
/** Part of the parent's words that a follow-up copies. */
const copied = 0.8;
const ofClass = 0.6;

/** Texts of documents, each from its own stream of random numbers, so that any of them is made without the others. */
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

/** Keeps the streams of texts apart from those of documents and citations. */
const textSalt = 0x7e87;

/** Rank from 0, the first about as often as 1 / rank. */
function zipf(random: Random, count: number): number {
  return Math.floor(Math.exp(random.uniform() * Math.log(count + 1))) - 1;
}

const consonants = "bdfghjklmnprstvwyzcq";
const vowels = "aeiou";

/** A word for a number, each another, of two syllables or more and a last letter that no stemmer takes away. */
function wordOf(number: number): string {
  let word = "";
  for (let rest = number; word.length < 4 || rest > 0; rest = Math.floor(rest / 100)) {
    word += consonants[rest % 20]! + vowels[Math.floor(rest / 20) % 5]!;
  }
  return `${word}k`;
}
