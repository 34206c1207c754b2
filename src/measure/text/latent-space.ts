import { createRandom, draw } from "../random.ts";
import type { TermCounts } from "./term-counts.ts";

/** Weights of the words of each document, its length 1, in the slots of its counts; 0 where a document has none that tells. */
export function wordWeights({ start, term, count, terms }: TermCounts): Float64Array {
  const holding = new Float64Array(terms);
  let withTerms = 0;
  for (let i = 0; i + 1 < start.length; i++) if (start[i] !== start[i + 1]) withTerms++;
  for (const each of term) holding[each]!++;
  const weights = Float64Array.from(count, (times, slot) => (1 + Math.log(times)) * Math.log(withTerms / holding[term[slot]!]!));
  for (let i = 0; i + 1 < start.length; i++) {
    const own = weights.subarray(start[i]!, start[i + 1]!);
    const length = Math.sqrt(own.reduce((sum, weight) => sum + weight ** 2, 0));
    if (length > 0) for (let slot = 0; slot < own.length; slot++) own[slot]! /= length;
  }
  return weights;
}

/** Directions of words that documents use together. */
export interface LatentSpace {
  readonly rank: number;
  /** Where a document lies in it; shorter than 1 by what the space leaves out. */
  readonly coordinates: (document: number) => Float64Array;
}

export interface LatentOptions {
  readonly rank?: number;
  /** Documents that the directions are taken from, drawn where there are more. */
  readonly sample?: number;
  readonly rounds?: number;
  readonly seed?: number;
}

/**
 * Latent semantic analysis (Deerwester et al. 1990): the space of `rank` directions that holds most of the documents' weighted words, found
 * by subspace iteration from a random start (Halko, Martinsson and Tropp 2011) on a sample; other documents are folded in. Up to `rank`
 * independent documents it is exact. Time linear in words times rank.
 */
export function latentSpace(
  counts: TermCounts,
  weights: Float64Array,
  { rank = 64, sample = 10_000, rounds = 3, seed = 1 }: LatentOptions = {},
): LatentSpace {
  const random = createRandom(seed);
  const worded = Array.from({ length: counts.start.length - 1 }, (_, i) => i).filter((i) => counts.start[i] !== counts.start[i + 1]);
  const rows = Int32Array.from(draw(worded, sample, random));
  const dimensions = Math.min(rank, rows.length, counts.terms);
  let directions: readonly Float64Array[] = Array.from({ length: dimensions }, () =>
    Float64Array.from({ length: counts.terms }, random.normal),
  );
  for (let round = 0; round < rounds; round++) {
    const seen = orthonormal(directions.map((direction) => documentsOf(counts, weights, rows, direction)));
    directions = orthonormal(seen.map((values) => termsOf(counts, weights, rows, values)));
  }
  const byTerm = transposed(directions, counts.terms);
  return {
    rank: directions.length,
    coordinates: (document) => {
      const found = new Float64Array(directions.length);
      for (let slot = counts.start[document]!; slot < counts.start[document + 1]!; slot++) {
        const from = counts.term[slot]! * found.length;
        const weight = weights[slot]!;
        for (let at = 0; at < found.length; at++) found[at]! += weight * byTerm[from + at]!;
      }
      return found;
    },
  };
}

/** Cosine of two places; 0 where one is nowhere. */
export function cosine(a: Float64Array, b: Float64Array): number {
  let [product, first, second] = [0, 0, 0];
  for (let at = 0; at < a.length; at++) {
    product += a[at]! * b[at]!;
    first += a[at]! ** 2;
    second += b[at]! ** 2;
  }
  return first === 0 || second === 0 ? 0 : product / Math.sqrt(first * second);
}

/** Documents by how far they lie along a direction of words. */
function documentsOf({ start, term }: TermCounts, weights: Float64Array, rows: Int32Array, direction: Float64Array): Float64Array {
  return Float64Array.from(rows, (document) => {
    let sum = 0;
    for (let slot = start[document]!; slot < start[document + 1]!; slot++) sum += weights[slot]! * direction[term[slot]!]!;
    return sum;
  });
}

/** Words by the documents that hold them. */
function termsOf({ start, term, terms }: TermCounts, weights: Float64Array, rows: Int32Array, values: Float64Array): Float64Array {
  const found = new Float64Array(terms);
  rows.forEach((document, at) => {
    for (let slot = start[document]!; slot < start[document + 1]!; slot++) found[term[slot]!]! += weights[slot]! * values[at]!;
  });
  return found;
}

/** Least part of a vector that must be new for it to be a direction of its own. */
const newPart = 1e-9;

/** Vectors of length 1 at right angles that span the same space (Gram and Schmidt, twice), those that add nothing left out. */
function orthonormal(vectors: readonly Float64Array[]): readonly Float64Array[] {
  const kept: Float64Array[] = [];
  for (const vector of vectors) {
    const before = lengthOf(vector);
    for (let pass = 0; pass < 2; pass++) {
      for (const other of kept) {
        let product = 0;
        for (let at = 0; at < vector.length; at++) product += vector[at]! * other[at]!;
        for (let at = 0; at < vector.length; at++) vector[at]! -= product * other[at]!;
      }
    }
    const length = lengthOf(vector);
    if (length <= newPart * before || length === 0) continue;
    for (let at = 0; at < vector.length; at++) vector[at]! /= length;
    kept.push(vector);
  }
  return kept;
}

const lengthOf = (vector: Float64Array): number => Math.sqrt(vector.reduce((sum, value) => sum + value ** 2, 0));

function transposed(directions: readonly Float64Array[], terms: number): Float64Array {
  const found = new Float64Array(terms * directions.length);
  directions.forEach((direction, at) => {
    for (let term = 0; term < terms; term++) found[term * directions.length + at] = direction[term]!;
  });
  return found;
}
