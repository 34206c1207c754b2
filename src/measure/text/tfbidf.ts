import type { TermCounts } from "./term-counts.ts";

/**
 * Backward inverse document frequency of a term, `ln(N / (1 + n_w))`: `N` documents are dated before the year asked about and `n_w` of
 * them hold the term (Kelly, Papanikolaou, Seru and Taddy 2021). Not defined for `N = 0`.
 */
export function backwardWeight(documents: number, holding: number): number {
  return Math.log(documents / (1 + holding));
}

/**
 * What comparing texts needs of each term, side by side because both are read together: `w²` at `2 term`, and at `2 term + 1` `w²` times a
 * total of {@link addUnitVector}. Term *counts* `c` serve for term *frequencies*: the words of a document are the same factor in all its
 * entries and leave its unit vector `c_w w / length`, `length = sqrt Σ (c_w w)²`, alone.
 */
export type TermScales = Float64Array;

/** Puts the squared weights as of a year before which `documents` are dated, `holding[term]` of which hold a term; totals become 0. */
export function setWeights(scales: TermScales, documents: number, holding: Int32Array): void {
  for (let term = 0; term < holding.length; term++) {
    scales[2 * term] = backwardWeight(documents, holding[term]!) ** 2;
    scales[2 * term + 1] = 0;
  }
}

/** Puts a total to compare with, for the weights that are set. */
export function setTotal(scales: TermScales, total: Float64Array): void {
  for (let term = 0; term < total.length; term++) scales[2 * term + 1] = scales[2 * term]! * total[term]!;
}

/** Adds `c_w / length`, the unit vector of a document but for the weights; nothing for a document whose every weight is 0. */
export function addUnitVector({ start, term, count }: TermCounts, document: number, length: number, total: Float64Array): void {
  if (length === 0) return;
  const scale = 1 / length;
  const end = start[document + 1]!;
  for (let slot = start[document]!; slot < end; slot++) total[term[slot]!]! += count[slot]! * scale;
}

/**
 * Compares a document with the total: writes the length of its weighted vector to `out[0]`, and to `out[1]` the sum of its cosines with
 * all that the total was made of (0 for a document whose every weight is 0).
 */
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
