import type { TermCounts } from "./term-counts.ts";

/** Texts with years; documents of year 0 are left out. */
export interface DatedTexts {
  readonly counts: TermCounts;
  readonly year: Uint16Array;
}

export interface SimilarityWindows {
  /** Backward window in calendar years. */
  readonly backwardYears: number;
  /** Forward window in calendar years. */
  readonly forwardYears: number;
  /** Last complete year of the data. */
  readonly lastYear: number;
}

/** Sums of cosines by document; NaN unknown. */
export interface TextSimilarity {
  readonly backward: Float64Array;
  readonly forward: Float64Array;
}

/**
 * Backward similarity `BS` and forward similarity `FS` (Kelly, Papanikolaou, Seru and Taddy 2021).
 *
 * For `i` of year `s` and `j` of a later year `ρ_ij = u_i · u_j`, unit vectors weighted by the backward inverse document frequency as of
 * `s`. `FS_i = Σ ρ_ij` over `j` of the years `s+1 .. s+forwardYears`; `BS_j = Σ ρ_ij` over `i` of the `backwardYears` years before. No
 * threshold.
 *
 * Weights depend on the earlier year alone, so both are dot products with yearly totals of unit vectors. O(terms × window years) time, three
 * numbers per term of memory.
 *
 * NaN: no terms or year; `BS` where the window reaches the first year (no weights); `FS` in the first year and where the window extends
 * beyond `lastYear`.
 */
export function textSimilarity(texts: DatedTexts, windows: SimilarityWindows): TextSimilarity {
  const years = spanOf(texts);
  const sums = { backward: new Float64Array(texts.year.length), forward: new Float64Array(texts.year.length) };
  addSimilarity(texts, windows, years.first, years.last + 1, sums);
  return knownSimilarity(texts, windows, sums);
}

/** Adds contributions of earlier years `from` to `to` (exclusive); slices are additive. */
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

/** Adds the documents' term occurrences to `holding`; returns the number of documents. */
function countTerms({ start, term }: TermCounts, documents: Int32Array, holding: Int32Array): number {
  for (const i of documents) for (let slot = start[i]!; slot < start[i + 1]!; slot++) holding[term[slot]!]!++;
  return documents.length;
}

const isComparable = ({ counts, year }: DatedTexts, i: number): boolean => year[i] !== 0 && counts.start[i] !== counts.start[i + 1];

interface YearSpan {
  readonly first: number;
  readonly last: number;
  /** Documents with year and terms, by year: `documents[start[year - first] .. start[year - first + 1])`. */
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

/** Backward inverse document frequency (Kelly et al. 2021): `n_w` of the `N` earlier documents contain the term; needs `N > 0`. */
export const backwardWeight = (documents: number, holding: number): number => Math.log(documents / (1 + holding));

/**
 * Interleaved by term: `w²` at `2 term`, and `w²` times a total of {@link addUnitVector} at `2 term + 1`. Counts `c` replace frequencies:
 * the document length cancels in the unit vector `c_w w / sqrt Σ (c_w w)²`.
 */
export type TermScales = Float64Array;

/** Sets squared weights from `holding[term]` of `documents` earlier documents; resets totals. */
export function setWeights(scales: TermScales, documents: number, holding: Int32Array): void {
  for (let term = 0; term < holding.length; term++) {
    scales[2 * term] = backwardWeight(documents, holding[term]!) ** 2;
    scales[2 * term + 1] = 0;
  }
}

/** Sets a total to compare with. */
export function setTotal(scales: TermScales, total: Float64Array): void {
  for (let term = 0; term < total.length; term++) scales[2 * term + 1] = scales[2 * term]! * total[term]!;
}

/** Adds a document's unit vector without weights; nothing if all its weights are 0. */
export function addUnitVector({ start, term, count }: TermCounts, document: number, length: number, total: Float64Array): void {
  if (length === 0) return;
  const scale = 1 / length;
  const end = start[document + 1]!;
  for (let slot = start[document]!; slot < end; slot++) total[term[slot]!]! += count[slot]! * scale;
}

/** Writes the length of a document's weighted vector to `out[0]` and the sum of its cosines with the total's documents to `out[1]`. */
export function compare({ start, term, count }: TermCounts, document: number, scales: TermScales, out: Float64Array): void {
  let squares = 0;
  let product = 0;
  const end = start[document + 1]!;
  for (let slot = start[document]!; slot < end; slot++) {
    const amount = count[slot]!;
    const at = 2 * term[slot]!;
    squares += amount * amount * scales[at]!;
    product += amount * scales[at + 1]!;
  }
  const length = Math.sqrt(squares);
  out[0] = length;
  out[1] = length === 0 ? 0 : product / length;
}
