import { describe, expect, it } from "vitest";
import { type Corpus, generateCorpus } from "../../../bench/corpus/corpus-generator.ts";
import {
  classesPerTechnology,
  ordinaryDocument,
  plantedFollowUp,
  plantedOriginal,
} from "../../../bench/corpus/corpus-generator-documents.ts";
import { buildCitationGraph, type CitationGraph } from "../../../src/measure/citations/citation-graph.ts";

const corpus = generateCorpus({ seed: 42, documents: 120_000 });
const graph = buildCitationGraph(corpus.n, corpus.day, corpus.citing, corpus.cited);

const cites = ({ cited, citedStart }: CitationGraph, i: number): readonly number[] => [...cited.subarray(citedStart[i], citedStart[i + 1])];
const citers = ({ citing, citingStart }: CitationGraph, i: number): readonly number[] => [
  ...citing.subarray(citingStart[i], citingStart[i + 1]),
];
const degrees = (start: Int32Array, from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, k) => start[from + k + 1]! - start[from + k]!);

/** Log-sd of a lognormal from its quantiles one and 2.3263 deviations above the median: the tail, where rounding does not matter. */
function tailSigma(values: number[]): number {
  const ordered = values.sort((a, b) => a - b);
  const quantile = (part: number) => ordered[Math.floor(part * ordered.length)]!;
  return Math.log(quantile(0.99) / quantile(0.8413)) / 1.3263;
}

/** CD index without a window, straight from its definition. */
function disruption(i: number): number {
  const references = new Set(cites(graph, i));
  const others = new Set([...references].flatMap((reference) => citers(graph, reference)));
  const own = citers(graph, i);
  const both = own.filter((citer) => cites(graph, citer).some((one) => references.has(one))).length;
  const onlyOthers = [...others].filter((citer) => citer !== i && !cites(graph, citer).includes(i)).length;
  return (own.length - 2 * both) / (own.length + onlyOthers);
}

/** 1 - Σ q² over the main classes of what a document cites. */
function originality(i: number): number {
  const classes = cites(graph, i).map((one) => corpus.classes[corpus.classStart[one]!]!);
  const counts = [...new Set(classes)].map((own) => classes.filter((other) => other === own).length / classes.length);
  return 1 - counts.reduce((sum, part) => sum + part ** 2, 0);
}

const middle = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1]!;
/** Documents with their whole exposure to citation on both sides. */
const sample = (kind: number): number[] =>
  Array.from({ length: 60_000 }, (_, k) => 40_000 + k)
    .filter(
      (i) =>
        i < 80_000 &&
        corpus.kind[i] === kind &&
        graph.citingStart[i + 1]! > graph.citingStart[i]! &&
        graph.citedStart[i + 1]! > graph.citedStart[i]!,
    )
    .slice(0, 250);

describe("generateCorpus", () => {
  it("comes out the same from a seed, and another from another", () => {
    const small = (seed: number): Corpus => generateCorpus({ seed, documents: 1500 });
    const { textOf, ...arrays } = small(1);
    const { textOf: again, ...same } = small(1);
    expect(arrays).toEqual(same);
    expect([5, 900, 1499].map(textOf)).toEqual([1499, 900, 5].map(again).reverse());
    expect(small(2).cited).not.toEqual(arrays.cited);
    expect(generateCorpus({ seed: 1, documents: 0 }).citing.length).toBe(0);
    expect(generateCorpus({ seed: 1, documents: 1 }).citing.length).toBe(0);
  });

  it("cites what is earlier in order, each pair once, sorted", () => {
    for (let e = 0; e < corpus.citing.length; e++) {
      const earlier =
        e > 0 &&
        (corpus.citing[e - 1]! > corpus.citing[e]! ||
          (corpus.citing[e - 1] === corpus.citing[e] && corpus.cited[e - 1]! >= corpus.cited[e]!));
      if (earlier || corpus.cited[e]! >= corpus.citing[e]! || corpus.cited[e]! < 0) expect.fail(`citation ${e}`);
    }
    expect(graph.cited.length).toBe(corpus.cited.length);
    expect(corpus.cited.length / corpus.n).toBeGreaterThan(10.5);
    expect(corpus.cited.length / corpus.n).toBeLessThan(13);
  });

  it("has lognormal tails of references and citations with sigma 1.2", () => {
    expect(Math.abs(tailSigma(degrees(graph.citedStart, 20_000, corpus.n)) - 1.2)).toBeLessThan(0.1);
    expect(Math.abs(tailSigma(degrees(graph.citingStart, 36_000, 84_000)) - 1.2)).toBeLessThan(0.12);
    const narrow = generateCorpus({ seed: 7, documents: 60_000, sigma: 0.6 });
    const narrowGraph = buildCitationGraph(narrow.n, narrow.day, narrow.citing, narrow.cited);
    expect(Math.abs(tailSigma(degrees(narrowGraph.citedStart, 20_000, narrow.n)) - 0.6)).toBeLessThan(0.1);
  });

  it("plants originals that disrupt and draw on many fields, and follow-ups that do neither", () => {
    const [original, ordinary, copying] = [plantedOriginal, ordinaryDocument, plantedFollowUp].map((kind) => sample(kind).map(disruption));
    expect(original!.length).toBe(250);
    expect(middle(original!)).toBeGreaterThan(middle(ordinary!) + 0.1);
    expect(middle(ordinary!)).toBeGreaterThan(middle(copying!));
    expect(middle(copying!)).toBeLessThanOrEqual(0);
    const spread = (kind: number) => middle(sample(kind).map(originality));
    expect(spread(plantedOriginal)).toBeGreaterThan(spread(plantedFollowUp) + 0.2);
  });

  it("has originals cited without what they cite", () => {
    const along = (i: number) => citers(graph, i).map((citer) => cites(graph, citer).some((one) => cites(graph, i).includes(one)));
    const part = (kind: number) => {
      const all = sample(kind).flatMap(along);
      return all.filter((both) => both).length / all.length;
    };
    expect(part(plantedOriginal)).toBeLessThan(0.02);
    expect(part(plantedFollowUp)).toBeGreaterThan(0.5);
  });

  it("gives follow-ups one class and their parent's words, originals new words that who cites them takes up", () => {
    const words = (i: number) => new Set(corpus.textOf(i).split(" "));
    const shared = (a: Set<string>, b: Set<string>) => [...a].filter((word) => b.has(word)).length / a.size;
    const copying = sample(plantedFollowUp).slice(0, 60);
    for (const i of copying) expect(corpus.classStart[i + 1]! - corpus.classStart[i]!).toBe(1);
    const copied = middle(copying.map((i) => shared(words(corpus.parent[i]!), words(i))));
    const unrelated = middle(copying.map((i) => shared(words(corpus.parent[i]!), words(i - 1))));
    expect(copied).toBeGreaterThan(unrelated + 0.3);
    for (const i of sample(plantedOriginal).slice(0, 20)) {
      const before = new Set(
        cites(graph, i)
          .concat(i - 1, i - 2, i - 3)
          .flatMap((one) => [...words(one)]),
      );
      const fresh = [...words(i)].filter((word) => !before.has(word));
      const taken = citers(graph, i).filter((citer) => fresh.some((word) => words(citer).has(word)));
      expect(fresh.length).toBeGreaterThanOrEqual(6);
      expect(taken.length).toBe(citers(graph, i).length);
    }
  });

  it("has classes once each, holders of Zipf sizes and categories X, Y and A", () => {
    const sizes = new Map<number, number>();
    for (const holder of corpus.holder) sizes.set(holder, (sizes.get(holder) ?? 0) + 1);
    expect(sizes.get(-1)! / corpus.n).toBeCloseTo(0.03, 2);
    const ordered = [...sizes]
      .filter(([holder]) => holder !== -1)
      .map(([, size]) => size)
      .sort((a, b) => b - a);
    const slope = Math.log(ordered[9]! / ordered[199]!) / Math.log(200 / 10);
    expect(slope).toBeGreaterThan(0.6);
    expect(slope).toBeLessThan(1.4);
    const categories = [0, 0, 0];
    for (const category of corpus.category) categories[category]!++;
    expect(Math.min(...categories) / corpus.category.length).toBeGreaterThan(0.12);
    expect(categories[2]! / corpus.category.length).toBeGreaterThan(0.5);
    for (let i = 0; i < 2000; i++) {
      const own = [...corpus.classes.subarray(corpus.classStart[i], corpus.classStart[i + 1])];
      expect(new Set(own).size).toBe(own.length);
      const technologies = new Set(own.map((one) => Math.floor(one / classesPerTechnology)));
      if (corpus.kind[i] !== plantedOriginal) expect(technologies.size).toBe(1);
    }
  });
});
