import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unknownDay } from "../../../src/measure/citations/citation-graph.ts";
import { type SimilarityCorpus, similarityIndex } from "../../../src/measure/text/similar-documents.ts";
import { termCounter } from "../../../src/measure/text/term-counts.ts";
import { runs } from "../../leverage/worlds.ts";

interface Told {
  readonly day: number;
  readonly words: readonly string[];
  readonly classes: readonly number[];
}

const vocabulary = ["wafer", "layer", "bond", "plasma", "etch", "resist", "mask", "oxide"];
const told = fc.record({
  day: fc.constantFrom(1, 2, 3, 4, unknownDay),
  words: fc.array(fc.constantFrom(...vocabulary), { maxLength: 8 }),
  classes: fc.uniqueArray(fc.integer({ min: 0, max: 3 }), { maxLength: 3 }),
});

function corpusOf(documents: readonly Told[]): SimilarityCorpus {
  const counter = termCounter();
  for (const { words } of documents) counter.add(words.join(" "));
  const start = [0];
  for (const { classes } of documents) start.push(start.at(-1)! + classes.length);
  return {
    counts: counter.counts(),
    day: Int32Array.from(documents, ({ day }) => day),
    classes: { start: Int32Array.from(start), values: Uint16Array.from(documents.flatMap(({ classes }) => [...classes])) },
  };
}

/** Scores of all pairs, straight from the definition: 0 where no telling word is shared. */
function oracle(documents: readonly Told[], a: number, b: number, classWeight: number): number {
  const withWords = documents.filter(({ words }) => words.length > 0).length;
  const vector = ({ words }: Told) =>
    vocabulary.map((term) => {
      const count = words.filter((word) => word === term).length;
      const holding = documents.filter((each) => each.words.includes(term)).length;
      return count === 0 ? 0 : (1 + Math.log(count)) * Math.log(withWords / holding);
    });
  const [one, other] = [vector(documents[a]!), vector(documents[b]!)];
  const dot = (x: readonly number[], y: readonly number[]) => x.reduce((sum, value, i) => sum + value * y[i]!, 0);
  const product = dot(one, other);
  if (product === 0) return 0;
  const cosine = product / Math.sqrt(dot(one, one) * dot(other, other));
  const union = new Set([...documents[a]!.classes, ...documents[b]!.classes]);
  const common = documents[a]!.classes.filter((each) => documents[b]!.classes.includes(each)).length;
  return (1 - classWeight) * cosine + classWeight * (union.size === 0 ? 0 : common / union.size);
}

describe("similar documents", () => {
  it("are those that all pairs say, dated before, the best of them first", () => {
    const most = fc.integer({ min: 1, max: 6 });
    fc.assert(
      fc.property(fc.array(told, { minLength: 1, maxLength: 14 }), most, fc.constantFrom(0, 0.25, 1), (documents, k, classWeight) => {
        const { similar } = similarityIndex(corpusOf(documents), { classWeight });
        // Twice, so that what one search leaves behind would show in the next.
        for (const before of [3, unknownDay, 5]) {
          documents.forEach((_, i) => {
            const scores = documents.map((each, j) => {
              const early = before === unknownDay || each.day === unknownDay || each.day < before;
              return j !== i && early && oracle(documents, i, j, 0) > 0 ? oracle(documents, i, j, classWeight) : -1;
            });
            const best = scores.filter((score) => score >= 0).sort((a, b) => b - a);
            const found = similar(i, before, k);
            expect(found).toHaveLength(Math.min(k, best.length));
            found.forEach(({ document, score }, rank) => {
              expect(score).toBeCloseTo(scores[document]!, 10);
              expect(score).toBeCloseTo(best[rank]!, 10);
            });
          });
        }
      }),
      runs(300),
    );
  });

  it("puts ties in order of number and finds nothing for a text without words", () => {
    const documents = [["wafer"], ["wafer"], ["wafer"], ["etch"], []].map((words) => ({ day: 1, words, classes: [] }));
    const { similar } = similarityIndex(corpusOf(documents));
    expect(similar(2, 9, 5).map(({ document }) => document)).toEqual([0, 1]);
    expect(similar(2, 9, 1).map(({ document }) => document)).toEqual([0]);
    expect(similar(4, 9, 5)).toEqual([]);
  });

  it("a word that stands in every text tells nothing", () => {
    const documents = [["wafer", "etch"], ["wafer"], ["wafer", "bond"]].map((words) => ({ day: 1, words, classes: [0] }));
    expect(similarityIndex(corpusOf(documents), { classWeight: 0.5 }).similar(0, 9, 5)).toEqual([]);
  });
});
