import { describe, expect, it } from "vitest";
import { generateCorpus } from "../../../bench/corpus/corpus-generator.ts";
import { generatedRetrieval } from "../../../bench/retrieval-generated.ts";
import { evaluateRetrieval } from "../../../src/measure/text/retrieval-evaluation.ts";

const generated = generateCorpus({ seed: 4, documents: 4000 });
const { corpus, needs } = generatedRetrieval(generated, { queries: 200, seed: 1 });

describe("the evaluation of a ranking", () => {
  it("asks documents with X or Y citations for these", () => {
    expect(needs).toHaveLength(200);
    expect(new Set(needs.map(({ document }) => document)).size).toBe(200);
    for (const { document, before, relevant } of needs) {
      expect(before).toBe(generated.day[document]);
      const cited = [...generated.citing].flatMap((citing, e) =>
        citing === document && generated.category[e] !== 2 ? [String(generated.cited[e])] : [],
      );
      expect([...relevant].sort()).toEqual(cited.sort());
    }
  });

  it("on a generated corpus texts find what examiners found better than the citation count does", () => {
    const { text, textAndClasses } = evaluateRetrieval(corpus, needs, { seed: 1 });
    expect(text.queries).toBe(200);
    expect(text.gain!.recall.low).toBeGreaterThan(0.03);
    expect(text.gain!.reciprocalRank.low).toBeGreaterThan(0.15);
    expect(textAndClasses.gain!.recall.low).toBeGreaterThan(0.03);
    expect(textAndClasses.method).not.toEqual(text.method);
    expect(textAndClasses.baseline).toEqual(text.baseline);
  });

  it("with the texts dealt out to other documents it finds nothing to speak of", () => {
    const n = corpus.ids.length;
    const shifted = { ...corpus, ids: corpus.ids.map((_, i) => String((i + 1777) % n)) };
    const elsewhere = needs.map((need) => ({ ...need, before: 2 ** 30 }));
    const { text } = evaluateRetrieval(shifted, elsewhere, { seed: 1 });
    expect(text.method!.recall.mean).toBeLessThan(0.03);
  });
});
