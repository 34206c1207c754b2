import type { TermCounts } from "./term-counts.ts";
import { addUnitVector, compare, setTotal, setWeights } from "./tfbidf.ts";

/** Texts with the year of each document; 0 for a document without a year, which takes no part. */
export interface DatedTexts {
  readonly counts: TermCounts;
  readonly year: Uint16Array;
}

export interface SimilarityWindows {
  /** Calendar years before a document's own that count as what it may repeat. */
  readonly backwardYears: number;
  /** Calendar years after it that count as what may follow it. */
  readonly forwardYears: number;
  /** The last year that is whole in the data. */
  readonly lastYear: number;
}

/** Sums of cosines of every document, 0 or more; NaN where unknown. */
export interface TextSimilarity {
  readonly backward: Float64Array;
  readonly forward: Float64Array;
}

/**
 * Backward similarity `BS` and forward similarity `FS` of texts (Kelly, Papanikolaou, Seru and Taddy 2021).
 *
 * For documents `i` of year `s` and `j` of a later year `ρ_ij = u_i · u_j`, where both unit vectors are weighted with the backward inverse
 * document frequency as of `s`, the year of the earlier one: the weights rest on documents of years before `s`. `FS_i = Σ ρ_ij` over
 * `j` of the years `s+1 .. s+forwardYears`; `BS_j = Σ ρ_ij` over `i` of the `backwardYears` years before that of `j`, so that the terms
 * of each of these years carry that year's own weights. Pairs of one year are in neither, and no pair is cut off by a threshold.
 *
 * Because the weights depend on the earlier year alone, both are sums of dot products with totals over a year's unit vectors: for each `s`
 * the total of its own documents serves `BS` of later ones, the total of later ones serves its `FS`. O(terms of documents × years of the
 * windows) in time; memory of three numbers a term beside the input.
 *
 * NaN: documents without a term or a year; `BS` where the window reaches back to the first year of the data, which has no weights; `FS` in
 * that first year and where the window is not over by `lastYear`.
 */
export function textSimilarity(texts: DatedTexts, windows: SimilarityWindows): TextSimilarity {
  const years = spanOf(texts);
  const sums = { backward: new Float64Array(texts.year.length), forward: new Float64Array(texts.year.length) };
  addSimilarity(texts, windows, years.first, years.last + 1, sums);
  return knownSimilarity(texts, windows, sums);
}

/** Adds what the earlier years `from` to `to` (excluded) contribute; slices may run apart and be added up. */
export function addSimilarity(texts: DatedTexts, windows: SimilarityWindows, from: number, to: number, sums: TextSimilarity): void {
  const { counts } = texts;
  const { first, last, documents, start } = spanOf(texts);
  const of = (one: number): Int32Array =>
    one < first || one > last ? documents.subarray(0, 0) : documents.subarray(start[one - first]!, start[one - first + 1]!);
  const holding = new Int32Array(counts.terms);
  const scales = new Float64Array(2 * counts.terms);
  const total = new Float64Array(counts.terms);
  const found = new Float64Array(2);
  let before = 0;
  for (let earlier = first; earlier < to; earlier++) {
    if (earlier >= from && before > 0) addYear(earlier);
    before += countTerms(counts, of(earlier), holding);
  }

  function addYear(earlier: number): void {
    const forward = earlier + windows.forwardYears <= windows.lastYear ? windows.forwardYears : 0;
    setWeights(scales, before, holding);
    total.fill(0);
    for (const i of of(earlier)) {
      compare(counts, i, scales, found);
      addUnitVector(counts, i, found[0]!, total);
    }
    setTotal(scales, total);
    total.fill(0);
    for (let ahead = 1; ahead <= Math.max(windows.backwardYears, forward); ahead++) {
      for (const j of of(earlier + ahead)) {
        compare(counts, j, scales, found);
        if (ahead <= windows.backwardYears) sums.backward[j]! += found[1]!;
        if (ahead <= forward) addUnitVector(counts, j, found[0]!, total);
      }
    }
    setTotal(scales, total);
    for (const i of of(earlier)) {
      compare(counts, i, scales, found);
      sums.forward[i]! += found[1]!;
    }
  }
}

/** Puts NaN for what the data does not cover. */
export function knownSimilarity(texts: DatedTexts, windows: SimilarityWindows, sums: TextSimilarity): TextSimilarity {
  const { year } = texts;
  const { first } = spanOf(texts);
  return {
    backward: sums.backward.map((sum, i) => (isComparable(texts, i) && year[i]! - windows.backwardYears > first ? sum : Number.NaN)),
    forward: sums.forward.map((sum, i) =>
      isComparable(texts, i) && year[i]! > first && year[i]! + windows.forwardYears <= windows.lastYear ? sum : Number.NaN,
    ),
  };
}

/** Adds to `holding` how many of the documents hold each term; returns how many documents there are. */
function countTerms({ start, term }: TermCounts, documents: Int32Array, holding: Int32Array): number {
  for (const i of documents) for (let slot = start[i]!; slot < start[i + 1]!; slot++) holding[term[slot]!]!++;
  return documents.length;
}

/** Whether a document has a year and terms. */
function isComparable({ counts, year }: DatedTexts, i: number): boolean {
  return year[i] !== 0 && counts.start[i] !== counts.start[i + 1];
}

interface YearSpan {
  readonly first: number;
  readonly last: number;
  /** Documents that have a year and terms, by year; those of a year are `documents[start[year - first] .. start[year - first + 1])`. */
  readonly documents: Int32Array;
  readonly start: Int32Array;
}

function spanOf(texts: DatedTexts): YearSpan {
  const { year } = texts;
  let first = 0xffff;
  let last = 0;
  for (let i = 0; i < year.length; i++) {
    if (!isComparable(texts, i)) continue;
    first = Math.min(first, year[i]!);
    last = Math.max(last, year[i]!);
  }
  const start = new Int32Array(Math.max(1, last - first + 2));
  for (let i = 0; i < year.length; i++) if (isComparable(texts, i)) start[year[i]! - first + 1]!++;
  for (let at = 1; at < start.length; at++) start[at]! += start[at - 1]!;
  const cursor = start.slice();
  const documents = new Int32Array(start[start.length - 1]!);
  for (let i = 0; i < year.length; i++) if (isComparable(texts, i)) documents[cursor[year[i]! - first]!++] = i;
  return { first, last, documents, start };
}
