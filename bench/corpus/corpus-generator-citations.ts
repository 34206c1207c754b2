import { createRandom, type Random } from "../../src/measure/random.ts";
import { sharedInts } from "../../src/measure/shared-arrays.ts";
import {
  type CorpusDocuments,
  type CorpusSettings,
  nearClass,
  ordinaryDocument,
  plantedFollowUp,
  plantedOriginal,
} from "./corpus-generator-documents.ts";

/** References in unpacked compressed rows: document `i` cites `cited[start[i] .. start[i] + count[i])`. */
export interface DrawnReferences {
  readonly start: Int32Array;
  readonly count: Int32Array;
  readonly cited: Int32Array;
  /** Parent of a follow-up; -1 for others. */
  readonly parent: Int32Array;
}

/** Maximum age of a reference in years: two thirds of a 50-year corpus have full exposure to citation. */
const memoryYears = 15;
/** Shares of references within the class, and within class or technology. */
const inClass = 0.85;
const inTechnology = 0.97;
/** Retries of a repeated reference before it is dropped. */
const tries = 3;
/** Chance that a document citing a follow-up also cites its parent. */
const alongFollowUp = 0.7;
const referencesOfOriginal = 3;
/** Attraction multipliers by kind. */
const attractionOf = [1, 6, 0.7];

/**
 * Draws references class by class, for cache locality, by lognormal attraction among earlier documents, so that citations have the same
 * lognormal tail as references.
 */
export function drawReferences(documents: CorpusDocuments, settings: CorpusSettings): DrawnReferences {
  const random = createRandom(settings.seed, 2);
  const { n, kind } = documents;
  const attraction = Float32Array.from({ length: n }, (_, i) => attractionOf[kind[i]!]! * Math.exp(settings.sigma * random.normal()));
  const members = groupByClass(documents, settings.classes, attraction);
  const start = plannedStarts(n, settings, random);
  const drawn = { start, count: new Int32Array(n), cited: sharedInts(start[n]!), parent: new Int32Array(n).fill(-1) };
  const memory = Math.ceil((n * memoryYears) / settings.years);
  const draw = createDraw({ documents, settings, members, random, drawn, memory });
  for (let c = 0; c < settings.classes; c++) {
    for (let slot = members.start[c]!; slot < members.start[c + 1]!; slot++) draw(c, slot);
  }
  return drawn;
}

function plannedStarts(n: number, { meanReferences, sigma }: CorpusSettings, random: Random): Int32Array {
  const middle = Math.log(meanReferences) - sigma ** 2 / 2;
  const start = new Int32Array(n + 1);
  for (let i = 0; i < n; i++) start[i + 1] = start[i]! + Math.min(i, Math.round(Math.exp(middle + sigma * random.normal())));
  return start;
}

interface DrawParts {
  readonly documents: CorpusDocuments;
  readonly settings: CorpusSettings;
  readonly members: ClassMembers;
  readonly random: Random;
  readonly drawn: DrawnReferences;
  readonly memory: number;
}

function createDraw({ documents, settings, members, random, drawn, memory }: DrawParts): (c: number, slot: number) => void {
  const { kind } = documents;
  const { start, count, cited, parent } = drawn;
  const { member } = members;

  const add = (i: number, target: number): boolean => {
    const first = start[i]!;
    const end = first + count[i]!;
    if (target === -1 || end === start[i + 1]) return false;
    for (let at = first; at < end; at++) if (cited[at] === target) return false;
    cited[end] = target;
    count[i]! += 1;
    return true;
  };
  /** First slot of class `c` within reach of document `i` at `slot`. */
  const reach = (c: number, i: number, slot: number): number => lowerBound(member, i - memory, members.start[c]!, slot);
  const target = (c: number, low: number, slot: number): number =>
    low === slot ? -1 : member[drawByAttraction(members, random, c, low, slot)]!;
  const elsewhere = (c: number, i: number): number => {
    const slot = lowerBound(member, i, members.start[c]!, members.start[c + 1]!);
    return target(c, reach(c, i, slot), slot);
  };
  const referenceOf = (i: number): number => (count[i] === 0 ? -1 : cited[start[i]! + random.below(count[i]!)]!);

  const drawOrdinary = (c: number, i: number, low: number, slot: number): void => {
    const lot = random.uniform();
    for (let tried = 0; tried < tries; tried++) {
      const found =
        lot < inClass
          ? target(c, low, slot)
          : elsewhere(lot < inTechnology ? nearClass(settings, random, c) : random.below(settings.classes), i);
      if (!add(i, found)) continue;
      if (lot < inClass && kind[found] === plantedFollowUp && random.uniform() < alongFollowUp) add(i, referenceOf(found));
      return;
    }
  };
  /** Few, unspecific references. */
  const drawOriginal = (i: number): void => {
    for (let k = Math.min(referencesOfOriginal, start[i + 1]! - start[i]!); k > 0; k--) {
      add(i, i - 1 - random.below(Math.min(i, memory)));
    }
  };
  /** The parent and its references, except those of an original. */
  const copyParent = (c: number, i: number, low: number, slot: number): void => {
    const followed = target(c, low, slot);
    if (!add(i, followed)) return;
    parent[i] = followed;
    const copied = kind[followed] === plantedOriginal ? 0 : count[followed]!;
    for (let k = 0; k < copied; k++) add(i, cited[start[followed]! + k]!);
  };

  return (c, slot) => {
    const i = member[slot]!;
    if (kind[i] === plantedOriginal) return drawOriginal(i);
    const low = reach(c, i, slot);
    if (kind[i] !== ordinaryDocument) copyParent(c, i, low, slot);
    for (let left = start[i + 1]! - start[i]! - count[i]!; left > 0; left--) drawOrdinary(c, i, low, slot);
  };
}

/** Documents by main class and day with cumulative attraction: targets are drawn by bisection. */
export interface ClassMembers {
  /** Members of class `c`: `member[start[c] .. start[c+1])`, ascending. */
  readonly start: Int32Array;
  readonly member: Int32Array;
  /** Cumulative attraction within the class. */
  readonly sum: Float64Array;
}

export function groupByClass(documents: CorpusDocuments, classes: number, attraction: Float32Array): ClassMembers {
  const { n, classStart, classes: codes } = documents;
  const start = new Int32Array(classes + 1);
  for (let i = 0; i < n; i++) start[codes[classStart[i]!]! + 1]! += 1;
  for (let c = 0; c < classes; c++) start[c + 1]! += start[c]!;
  const next = start.slice();
  const member = new Int32Array(n);
  const sum = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const c = codes[classStart[i]!]!;
    const slot = next[c]!;
    member[slot] = i;
    sum[slot] = attraction[i]! + (slot === start[c] ? 0 : sum[slot - 1]!);
    next[c] = slot + 1;
  }
  return { start, member, sum };
}

/** First slot from `low` to `high` (exclusive) with at least `wanted`, else `high`. */
export function lowerBound(values: Int32Array | Float64Array, wanted: number, low: number, high: number): number {
  let from = low;
  let to = high;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (values[middle]! < wanted) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** A slot in `low` to `high` (exclusive) by attraction, favouring later ones (density of distance^(-1/3)). */
export function drawByAttraction({ sum, start }: ClassMembers, random: Random, c: number, low: number, high: number): number {
  const before = low === start[c] ? 0 : sum[low - 1]!;
  const all = sum[high - 1]! - before;
  const back = random.uniform();
  return Math.min(high - 1, lowerBound(sum, before + all * (1 - back * Math.sqrt(back)), low, high));
}
