import { dayOf } from "../../src/base/days.ts";
import { createRandom, type Random } from "../../src/measure/random.ts";
import { sharedInts } from "../../src/measure/shared-arrays.ts";

/** Options of a corpus; all but size and seed have defaults. */
export interface CorpusOptions {
  readonly seed: number;
  readonly documents: number;
  readonly firstYear?: number;
  readonly years?: number;
  /** Number of classes, at most 32,767; eight in a row form a technology. */
  readonly classes?: number;
  readonly holders?: number;
  /** Mean references before duplicates are dropped. */
  readonly meanReferences?: number;
  /** Log standard deviation of references and citations. */
  readonly sigma?: number;
  /** Shares of planted originals and follow-ups. */
  readonly originals?: number;
  readonly followUps?: number;
}

export type CorpusSettings = Required<CorpusOptions>;

export const ordinaryDocument = 0;
export const plantedOriginal = 1;
export const plantedFollowUp = 2;

/** Documents by day, without citations. */
export interface CorpusDocuments {
  readonly n: number;
  /** Days since 1970-01-01, ascending, whole weeks apart. */
  readonly day: Int32Array;
  /** {@link ordinaryDocument}, {@link plantedOriginal} or {@link plantedFollowUp}. */
  readonly kind: Uint8Array;
  /** Distinct classes of document `i`, main one first: `classes[classStart[i] .. classStart[i+1])`. */
  readonly classStart: Int32Array;
  readonly classes: Uint16Array;
  /** Holder number, 0 the largest; -1 unknown. */
  readonly holder: Int32Array;
}

export const classesPerTechnology = 8;
const mostClassesOfDocument = 4;
/** Share of documents without a known holder. */
const withoutHolder = 0.03;

export function corpusSettings(options: CorpusOptions): CorpusSettings {
  const classes = Math.min(640, Math.max(classesPerTechnology, Math.round(Math.sqrt(options.documents) / 8)));
  return {
    firstYear: 1976,
    years: 50,
    classes,
    holders: Math.max(10, Math.round(options.documents / 30)),
    meanReferences: 12,
    sigma: 1.2,
    originals: 0.01,
    followUps: 0.2,
    ...options,
  };
}

export function generateDocuments(settings: CorpusSettings): CorpusDocuments {
  const { seed, documents: n, originals, followUps } = settings;
  const random = createRandom(seed, 1);
  const kind = new Uint8Array(n);
  const holder = new Int32Array(n);
  const classStart = new Int32Array(n + 1);
  const classes = new Uint16Array(n * mostClassesOfDocument);
  for (let i = 0; i < n; i++) {
    const lot = random.uniform();
    kind[i] = lot < originals ? plantedOriginal : lot < originals + followUps ? plantedFollowUp : ordinaryDocument;
    classStart[i + 1] = drawClasses(settings, random, kind[i]!, classes, classStart[i]!);
    holder[i] = random.uniform() < withoutHolder ? -1 : drawHolder(settings, random, classes[classStart[i]!]!);
  }
  return { n, day: weeklyDays(settings), kind, classStart, classes: classes.slice(0, classStart[n]), holder };
}

function weeklyDays({ documents, firstYear, years }: CorpusSettings): Int32Array {
  const first = dayOf(`${firstYear}-01-06`)!;
  const weeks = Math.floor(years * 52.17);
  const day = sharedInts(documents);
  for (let i = 0; i < documents; i++) day[i] = first + 7 * Math.floor((i / documents) * weeks);
  return day;
}

/** Follow-ups have one class, originals three or four of any technology, others up to three of one. Returns the end. */
function drawClasses(settings: CorpusSettings, random: Random, kind: number, out: Uint16Array, start: number): number {
  const main = Math.floor(settings.classes * random.uniform() ** 1.5);
  out[start] = main;
  let end = start + 1;
  const more = kind === plantedFollowUp ? 0 : kind === plantedOriginal ? 2 + random.below(2) : random.below(3);
  for (let k = 0; k < more; k++) {
    const drawn = kind === plantedOriginal ? random.below(settings.classes) : nearClass(settings, random, main);
    if (out.subarray(start, end).includes(drawn)) continue;
    out[end] = drawn;
    end++;
  }
  return end;
}

export function nearClass(settings: CorpusSettings, random: Random, main: number): number {
  const first = main - (main % classesPerTechnology);
  return first + random.below(Math.min(classesPerTechnology, settings.classes - first));
}

/** Half follow one Zipf order of all holders, the others that of their technology. */
function drawHolder({ holders }: CorpusSettings, random: Random, main: number): number {
  const rank = Math.floor(Math.exp(random.uniform() * Math.log(holders + 1))) - 1;
  const technology = Math.floor(main / classesPerTechnology);
  return random.uniform() < 0.5 ? rank : (rank + technology * holdersApart) % holders;
}

const holdersApart = 7919;
