import type { TermCounts } from "./term-counts.ts";

/**
 * Backward inverse document frequency `ln(N / (1 + n_w))`: `n_w` of the `N` documents of earlier years contain the term (Kelly et al. 2021).
 * Undefined for `N = 0`.
 */
export function backwardWeight(documents: number, holding: number): number {
  return Math.log(documents / (1 + holding));
}

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
