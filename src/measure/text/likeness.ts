import { cosine, latentSpace, wordWeights } from "./latent-space.ts";
import type { TermCounts } from "./term-counts.ts";

export interface Likeness {
  readonly document: number;
  /** 0 to 1. */
  readonly score: number;
  /** Cosine of the weighted words. */
  readonly words: number;
}

/** Documents from which on words that are used together tell more than they confuse. */
const leastLatent = 1000;

export interface LikenessIndex {
  /** Whether words that documents use together count; of 1,000 documents and more. */
  readonly latent: boolean;
  /** The `most` documents most like one, best first, ties by number, those that are not like it at all left out. Linear in all words. */
  readonly alike: (document: number, most: number) => readonly Likeness[];
}

/**
 * Likeness of documents by their words. The score is the cosine of the weighted words; among 1,000 documents and more the mean of that and
 * of the cosine in the latent space of the words.
 */
export function likenesses(counts: TermCounts): LikenessIndex {
  const documents = counts.start.length - 1;
  const latent = documents >= leastLatent;
  const weights = wordWeights(counts);
  const space = latent ? latentSpace(counts, weights) : null;

  const alike: LikenessIndex["alike"] = (document, most) => {
    const own = new Float64Array(counts.terms);
    for (let slot = counts.start[document]!; slot < counts.start[document + 1]!; slot++) own[counts.term[slot]!] = weights[slot]!;
    const place = space?.coordinates(document);
    const found: Likeness[] = [];
    for (let other = 0; other < documents; other++) {
      if (other === document) continue;
      let words = 0;
      for (let slot = counts.start[other]!; slot < counts.start[other + 1]!; slot++) words += weights[slot]! * own[counts.term[slot]!]!;
      const score = space && place ? (words + Math.max(0, cosine(place, space.coordinates(other)))) / 2 : words;
      if (score > 0) found.push({ document: other, score, words });
    }
    return found.sort((a, b) => b.score - a.score || a.document - b.document).slice(0, most);
  };
  return { latent, alike };
}
