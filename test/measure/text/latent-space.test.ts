import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createRandom, draw } from "../../../src/measure/random.ts";
import { cosine, latentSpace, wordWeights } from "../../../src/measure/text/latent-space.ts";
import { likenesses } from "../../../src/measure/text/likeness.ts";
import { termCounter } from "../../../src/measure/text/term-counts.ts";

const countsOf = (texts: readonly string[]) => {
  const counter = termCounter();
  for (const text of texts) counter.add(text);
  return counter.counts();
};

/** Rows of weights, written out. */
function dense(counts: ReturnType<typeof countsOf>, weights: Float64Array): readonly number[][] {
  return Array.from({ length: counts.start.length - 1 }, (_, i) => {
    const row = new Array<number>(counts.terms).fill(0);
    for (let slot = counts.start[i]!; slot < counts.start[i + 1]!; slot++) row[counts.term[slot]!] = weights[slot]!;
    return row;
  });
}

const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number => Array.from(a).reduce((sum, value, i) => sum + value * b[i]!, 0);

/** Squared singular values of rows, by Jacobi's rotations of their products with one another: slow and exact. */
function squaredSingularValues(rows: readonly number[][]): readonly number[] {
  const m = rows.map((a) => rows.map((b) => dot(a, b)));
  for (let sweep = 0; sweep < 60; sweep++) {
    for (let p = 0; p < m.length; p++) {
      for (let q = p + 1; q < m.length; q++) {
        if (Math.abs(m[p]![q]!) < 1e-14) continue;
        const angle = 0.5 * Math.atan2(2 * m[p]![q]!, m[q]![q]! - m[p]![p]!);
        const [c, s] = [Math.cos(angle), Math.sin(angle)];
        for (const row of m) [row[p], row[q]] = [c * row[p]! - s * row[q]!, s * row[p]! + c * row[q]!];
        const [first, second] = [m[p]!, m[q]!];
        m[p] = first.map((value, i) => c * value - s * second[i]!);
        m[q] = second.map((value, i) => s * first[i]! + c * value);
      }
    }
  }
  return m.map((row, i) => row[i]!).sort((a, b) => b - a);
}

const vocabulary = Array.from({ length: 30 }, (_, i) => `word${String.fromCharCode(97 + (i % 26))}${i > 25 ? "x" : ""}`);
const drawn = (seed: number, documents: number): readonly string[] => {
  const random = createRandom(seed);
  return Array.from({ length: documents }, () =>
    Array.from({ length: 2 + random.below(9) }, () => vocabulary[Math.min(random.below(30), random.below(30))]!).join(" "),
  );
};

describe("the latent space of words", () => {
  test("holds as much of the words as the best space of its rank, which Jacobi's rotations give", () => {
    for (const seed of [1, 2, 3]) {
      const counts = countsOf(drawn(seed, 24));
      const weights = wordWeights(counts);
      const best = squaredSingularValues(dense(counts, weights));
      for (const rank of [2, 5, 9]) {
        const space = latentSpace(counts, weights, { rank, rounds: 12 });
        const held = Array.from({ length: 24 }, (_, i) => dot(space.coordinates(i), space.coordinates(i))).reduce((a, b) => a + b, 0);
        const most = best.slice(0, rank).reduce((a, b) => a + b, 0);
        expect(held).toBeLessThanOrEqual(most + 1e-9);
        expect(held).toBeGreaterThan(most * 0.98);
      }
    }
  });

  test("of full rank leaves every cosine as it is", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 2, max: 12 }), (seed, documents) => {
        const counts = countsOf(drawn(seed, documents));
        const weights = wordWeights(counts);
        const space = latentSpace(counts, weights, { rank: 40 });
        const rows = dense(counts, weights);
        for (const [i, a] of rows.entries()) {
          for (const [j, b] of rows.entries()) expect(dot(space.coordinates(i), space.coordinates(j))).toBeCloseTo(dot(a, b), 7);
        }
      }),
      { numRuns: 30 },
    );
  });

  test("brings texts together that share no word but are used with the same", () => {
    const random = createRandom(2);
    const of = (words: string): readonly string[] => Array.from({ length: 60 }, () => draw(words.split(" "), 4, random).join(" "));
    const counts = countsOf([
      ...of("car engine piston valve fuel automobile"),
      ...of("wafer etch plasma mask oxide trench"),
      ...["car piston", "automobile fuel", "wafer oxide"],
    ]);
    const weights = wordWeights(counts);
    const { coordinates } = latentSpace(counts, weights, { rank: 2 });
    const rows = dense(counts, weights);
    expect(dot(rows[120]!, rows[121]!)).toBe(0);
    expect(cosine(coordinates(120), coordinates(121))).toBeGreaterThan(0.95);
    expect(Math.abs(cosine(coordinates(120), coordinates(122)))).toBeLessThan(0.05);
  });

  test("folds in what was not drawn, is the same for a seed, and an empty text is nowhere", () => {
    const counts = countsOf([...drawn(4, 200), ""]);
    const weights = wordWeights(counts);
    const [once, again] = [latentSpace(counts, weights, { rank: 8, sample: 50 }), latentSpace(counts, weights, { rank: 8, sample: 50 })];
    for (const i of [0, 77, 199]) expect(once.coordinates(i)).toEqual(again.coordinates(i));
    expect(once.rank).toBe(8);
    expect(cosine(once.coordinates(200), once.coordinates(1))).toBe(0);
  });
});

test("likeness is that of words among few documents, and the mean with that of the latent space among 1,000", () => {
  const few = countsOf(drawn(5, 50));
  const rows = dense(few, wordWeights(few));
  const { latent, alike: alikeOf } = likenesses(few);
  const alike = alikeOf(3, 100);
  expect(latent).toBe(false);
  expect(alike.length).toBeGreaterThan(10);
  for (const { document, score, words } of alike) {
    expect(score).toBe(words);
    expect(words).toBeCloseTo(dot(rows[3]!, rows[document]!), 9);
  }
  const many = countsOf(drawn(6, 1000));
  const weights = wordWeights(many);
  const space = latentSpace(many, weights);
  const found = likenesses(many);
  const best = found.alike(3, 5);
  expect([found.latent, best.length]).toEqual([true, 5]);
  for (const { document, score, words } of best)
    expect(score).toBeCloseTo((words + Math.max(0, cosine(space.coordinates(3), space.coordinates(document)))) / 2, 9);
});
