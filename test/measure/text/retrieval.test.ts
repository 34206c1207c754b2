import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unknownDay } from "../../../src/measure/citations/citation-graph.ts";
import { createRandom } from "../../../src/measure/random.ts";
import { type RetrievalDocument, type RetrievalQuery, retrievalReport } from "../../../src/measure/text/retrieval.ts";
import { runs } from "../../leverage/worlds.ts";

const documents: readonly RetrievalDocument[] = [
  { id: "a", day: 10, citations: 5 },
  { id: "b", day: 20, citations: 9 },
  { id: "c", day: 30, citations: 0 },
  { id: "d", day: unknownDay, citations: 1 },
];
const query = (relevant: readonly string[], ranked: readonly string[], day = 25, id = "q"): RetrievalQuery => ({
  id,
  day,
  relevant,
  ranked,
});

/** A corpus with subjects: a query's relevant documents are of its subject, and the ranking sees subjects through noise. */
function generated(count: number, noise: number): { documents: readonly RetrievalDocument[]; queries: readonly RetrievalQuery[] } {
  const random = createRandom(7);
  const corpus = Array.from({ length: count }, (_, i) => ({
    id: `d${i}`,
    day: random.below(1000),
    citations: Math.floor(Math.exp(1.2 * random.normal())),
    subject: random.below(40),
  }));
  const queries = Array.from({ length: 120 }, (_, i) => {
    const subject = random.below(40);
    const near = corpus.filter((each) => each.subject === subject && each.day < 900);
    const relevant = near.filter(() => random.uniform() < 0.4).map(({ id }) => id);
    const scored = corpus
      .filter(({ day }) => day < 900)
      .map((each) => ({ id: each.id, score: (each.subject === subject ? 1 : 0) + noise * random.normal() }));
    return query(
      relevant,
      scored.sort((a, b) => b.score - a.score).map(({ id }) => id),
      900,
      `q${i}`,
    );
  });
  return { documents: corpus, queries };
}

describe("retrieval", () => {
  it("recall and reciprocal rank by hand, beside the most cited earlier documents", () => {
    const report = retrievalReport(documents, [query(["a", "x"], ["c", "a", "b"]), query(["c"], ["c"], 35), query(["x"], ["a"])], {
      depth: 2,
    });
    expect(report).toMatchObject({ queries: 2, queriesLeftOut: 1, relevant: 2, relevantMissing: 2 });
    expect(report.method?.recall.mean).toBe(1);
    expect(report.method?.reciprocalRank.mean).toBe((1 / 2 + 1) / 2);
    // Before day 25: b, a, d. Before day 35: b, a, d, c.
    expect(report.baseline?.recall.mean).toBe(0.5);
    expect(report.baseline?.reciprocalRank.mean).toBe((1 / 2 + 1 / 4) / 2);
    expect(report.gain?.recall.mean).toBe(0.5);
  });

  it("by citations finds neither the query itself nor what is of its day or later; what has no day is found, ties by id", () => {
    const corpus: readonly RetrievalDocument[] = [
      { id: "self", day: 5, citations: 9 },
      { id: "same-day", day: 25, citations: 8 },
      { id: "later", day: 26, citations: 7 },
      { id: "undated", day: unknownDay, citations: 6 },
      { id: "tie-b", day: 24, citations: 1 },
      { id: "tie-a", day: 24, citations: 1 },
    ];
    const rank = (relevant: string, day = 25) =>
      1 / (retrievalReport(corpus, [query([relevant], [], day, "self")]).baseline?.reciprocalRank.mean ?? 0);
    expect(["self", "same-day", "later", "undated", "tie-a", "tie-b"].map((id) => rank(id))).toEqual([
      Infinity,
      Infinity,
      Infinity,
      1,
      2,
      3,
    ]);
    expect(["same-day", "later", "undated"].map((id) => rank(id, unknownDay))).toEqual([1, 2, 3]);
  });

  it("counts relevant documents that the corpus lacks, each once a query", () => {
    const report = retrievalReport(documents, [query(["a", "b", "c", "x", "x"], []), query(["y", "z"], [])]);
    expect(report).toMatchObject({ queries: 1, queriesLeftOut: 1, relevant: 3, relevantMissing: 3 });
    expect(retrievalReport(documents, [query(["a", "b"], [])])).toMatchObject({ relevant: 2, relevantMissing: 0 });
  });

  it("looks at the first thousand alone, and counts a document that is ranked twice once", () => {
    const many = Array.from({ length: 1002 }, (_, at): RetrievalDocument => ({ id: `d${at}`, day: 1, citations: 2000 - at }));
    const ranked = many.map(({ id }) => id);
    const found = (id: string, list = ranked) => retrievalReport(many, [query([id], list)]);
    expect(found("d999").method?.reciprocalRank.mean).toBeCloseTo(1 / 1000, 12);
    expect(found("d999").baseline?.reciprocalRank.mean).toBeCloseTo(1 / 1000, 12);
    expect([found("d1000").method?.reciprocalRank.mean, found("d1000").baseline?.reciprocalRank.mean]).toEqual([0, 0]);
    const twice = found("d1", ["d0", "d0", "d1"]);
    expect(twice.method?.reciprocalRank.mean).toBe(1 / 2);
    expect(twice.gain?.reciprocalRank.mean).toBe(0);
  });

  it("agrees with a count over every rank", () => {
    const id = fc.constantFrom("a", "b", "c", "d", "x");
    const arbitrary = fc.array(
      fc.record({ relevant: fc.uniqueArray(id), ranked: fc.uniqueArray(id), day: fc.constantFrom(5, 15, 25, 35, unknownDay) }),
      {
        minLength: 1,
        maxLength: 5,
      },
    );
    fc.assert(
      fc.property(arbitrary, fc.integer({ min: 1, max: 4 }), (list, depth) => {
        const report = retrievalReport(
          documents,
          list.map(({ relevant, ranked, day }, i) => query(relevant, ranked, day, `q${i}`)),
          { depth },
        );
        const judged = list.filter(({ relevant }) => relevant.some((each) => each !== "x"));
        expect(report.queries).toBe(judged.length);
        if (judged.length === 0) {
          expect(report.method).toBeNull();
          return;
        }
        let recall = 0;
        let reciprocal = 0;
        for (const { relevant, ranked } of judged) {
          const inside: readonly string[] = relevant.filter((each) => each !== "x");
          for (let rank = 1; rank <= depth; rank++) if (inside.includes(ranked[rank - 1] ?? "")) recall += 1 / inside.length;
          for (let rank = 1; rank <= ranked.length; rank++) {
            if (!inside.includes(ranked[rank - 1]!)) continue;
            reciprocal += 1 / rank;
            break;
          }
        }
        expect(report.method?.recall.mean).toBeCloseTo(recall / judged.length, 12);
        expect(report.method?.reciprocalRank.mean).toBeCloseTo(reciprocal / judged.length, 12);
        const { low, mean, high } = report.method!.recall;
        expect(low).toBeLessThanOrEqual(mean + 1e-12);
        expect(high).toBeGreaterThanOrEqual(mean - 1e-12);
      }),
      runs(200),
    );
  });

  it("on a generated corpus a ranking that sees subjects beats citations, one that sees noise does not", () => {
    const sharp = generated(2000, 0.2);
    const good = retrievalReport(sharp.documents, sharp.queries);
    expect(good.gain!.reciprocalRank.low).toBeGreaterThan(0.1);
    expect(good.gain!.recall.low).toBeGreaterThan(0.1);
    const blurred = generated(2000, 1000);
    const bad = retrievalReport(blurred.documents, blurred.queries);
    expect(bad.gain!.recall.low).toBeLessThan(0.02);
    expect(bad.method!.recall.mean).toBeLessThan(0.05);
  });

  it("gives the same report for the same seed, and none without queries", () => {
    const { documents: corpus, queries } = generated(300, 1);
    expect(retrievalReport(corpus, queries, { seed: 3 })).toEqual(retrievalReport(corpus, queries, { seed: 3 }));
    expect(retrievalReport(corpus, [])).toMatchObject({ queries: 0, method: null, baseline: null, gain: null });
  });
});
