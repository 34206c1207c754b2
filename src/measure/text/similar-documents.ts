import { unknownDay } from "../citations/citation-graph.ts";
import type { TermCounts } from "./term-counts.ts";

/** Classes in compressed rows, distinct per document: `values[start[i] .. start[i+1])`. */
export interface ClassSets {
  readonly start: Int32Array;
  readonly values: Uint16Array;
}

export interface SimilarityCorpus {
  readonly counts: TermCounts;
  readonly day: Int32Array;
  readonly classes: ClassSets;
}

export interface SimilarDocument {
  readonly document: number;
  readonly score: number;
}

export interface SimilarityIndex {
  /** The `most` similar documents, best first, ties by number; only those dated before `before` or undated, sharing a weighted word. */
  readonly similar: (document: number, before: number, most: number) => readonly SimilarDocument[];
}

interface Weighted {
  /** Squared inverse document frequency by term. */
  readonly square: Float64Array;
  /** Vector length by document. */
  readonly length: Float64Array;
}

/**
 * Inverted index: cosine with weights `(1 + ln count) · ln(N / n_w)` (Manning, Raghavan and Schütze 2008, chapter 6). With `classWeight` `w`
 * the score is `(1 - w) · cosine + w · Jaccard of classes`. Document frequencies are of the whole corpus. Memory linear in words.
 */
export function similarityIndex(corpus: SimilarityCorpus, { classWeight = 0 }: { readonly classWeight?: number } = {}): SimilarityIndex {
  const { counts, day, classes } = corpus;
  const postings = invert(counts);
  const { square, length } = weigh(counts, postings.start);
  const product = new Float64Array(day.length);
  const touched: number[] = [];

  const addProducts = (document: number): void => {
    for (let slot = counts.start[document]!; slot < counts.start[document + 1]!; slot++) {
      const term = counts.term[slot]!;
      const weight = damped(counts.count[slot]!) * square[term]!;
      if (weight === 0) continue;
      for (let at = postings.start[term]!; at < postings.start[term + 1]!; at++) {
        const other = postings.document[at]!;
        if (product[other] === 0) touched.push(other);
        product[other]! += weight * damped(postings.count[at]!);
      }
    }
  };

  const similar: SimilarityIndex["similar"] = (document, before, most) => {
    addProducts(document);
    const best = new Best(most);
    for (const other of touched) {
      const cosine = product[other]! / (length[document]! * length[other]!);
      product[other] = 0;
      const early = before === unknownDay || day[other] === unknownDay || day[other]! < before;
      if (other === document || !early) continue;
      best.add(other, classWeight === 0 ? cosine : (1 - classWeight) * cosine + classWeight * overlap(classes, document, other));
    }
    touched.length = 0;
    return best.inOrder();
  };
  return { similar };
}

const tabled = Float64Array.from({ length: 256 }, (_, count) => (count === 0 ? 0 : 1 + Math.log(count)));
const damped = (count: number): number => tabled[count] ?? 1 + Math.log(count);

interface Postings {
  readonly start: Int32Array;
  readonly document: Int32Array;
  readonly count: Uint16Array;
}

function invert({ start, term, count, terms }: TermCounts): Postings {
  const begin = new Int32Array(terms + 1);
  for (const one of term) begin[one + 1]!++;
  for (let t = 0; t < terms; t++) begin[t + 1]! += begin[t]!;
  const cursor = begin.slice();
  const document = new Int32Array(term.length);
  const amount = new Uint16Array(term.length);
  for (let i = 0; i + 1 < start.length; i++) {
    for (let slot = start[i]!; slot < start[i + 1]!; slot++) {
      const at = cursor[term[slot]!]!++;
      document[at] = i;
      amount[at] = count[slot]!;
    }
  }
  return { start: begin, document, count: amount };
}

function weigh({ start, term, count, terms }: TermCounts, postingStart: Int32Array): Weighted {
  let withTerms = 0;
  for (let i = 0; i + 1 < start.length; i++) if (start[i] !== start[i + 1]) withTerms++;
  const square = new Float64Array(terms);
  for (let t = 0; t < terms; t++) square[t] = Math.log(withTerms / (postingStart[t + 1]! - postingStart[t]!)) ** 2;
  const length = new Float64Array(start.length - 1);
  for (let i = 0; i < length.length; i++) {
    let sum = 0;
    for (let slot = start[i]!; slot < start[i + 1]!; slot++) sum += damped(count[slot]!) ** 2 * square[term[slot]!]!;
    length[i] = Math.sqrt(sum);
  }
  return { square, length };
}

function overlap({ start, values }: ClassSets, a: number, b: number): number {
  let common = 0;
  for (let at = start[a]!; at < start[a + 1]!; at++) {
    for (let other = start[b]!; other < start[b + 1]!; other++) if (values[at] === values[other]) common++;
  }
  const all = start[a + 1]! - start[a]! + start[b + 1]! - start[b]! - common;
  return all === 0 ? 0 : common / all;
}

/** Keeps the best, pruning when twice as many have come. */
class Best {
  private readonly most: number;
  private kept: SimilarDocument[] = [];
  private floor = Number.NEGATIVE_INFINITY;

  constructor(most: number) {
    this.most = most;
  }

  add(document: number, score: number): void {
    if (score < this.floor) return;
    this.kept.push({ document, score });
    if (this.kept.length < 2 * this.most) return;
    this.kept = [...this.inOrder()];
    this.floor = this.kept.at(-1)?.score ?? this.floor;
  }

  inOrder(): readonly SimilarDocument[] {
    return this.kept.sort((a, b) => b.score - a.score || a.document - b.document).slice(0, this.most);
  }
}
