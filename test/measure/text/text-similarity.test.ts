import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { termCounter } from "../../../src/measure/text/term-counts.ts";
import { addSimilarity, type DatedTexts, knownSimilarity, textSimilarity } from "../../../src/measure/text/text-similarity.ts";
import { runs } from "../../leverage/worlds.ts";
import { expectClose } from "../close.ts";

interface Text {
  readonly year: number;
  readonly words: readonly string[];
}

function dated(texts: readonly Text[]): DatedTexts {
  const counter = termCounter();
  for (const { words } of texts) counter.add(words.length === 0 ? null : words.join(" "));
  return { counts: counter.counts(), year: Uint16Array.from(texts, ({ year }) => year) };
}

/** Cosine of two texts with term frequencies times the backward weights as of the earlier one's year: the pairwise definition. */
function cosine(texts: readonly Text[], earlier: Text, later: Text): number {
  const before = texts.filter(({ year, words }) => year > 0 && year < earlier.year && words.length > 0);
  const vector = (text: Text): Map<string, number> => {
    const entries = [...new Set(text.words)].map((word) => {
      const frequency = text.words.filter((one) => one === word).length / text.words.length;
      const holding = before.filter(({ words }) => words.includes(word)).length;
      return [word, frequency * Math.log(before.length / (1 + holding))] as const;
    });
    const length = Math.sqrt(entries.reduce((sum, [, value]) => sum + value ** 2, 0));
    return new Map(entries.map(([word, value]) => [word, length === 0 ? 0 : value / length]));
  };
  const [a, b] = [vector(earlier), vector(later)];
  return [...a].reduce((sum, [word, value]) => sum + value * (b.get(word) ?? 0), 0);
}

const texts: fc.Arbitrary<readonly Text[]> = fc.array(
  fc.record({
    year: fc.oneof({ weight: 1, arbitrary: fc.constant(0) }, { weight: 12, arbitrary: fc.integer({ min: 1990, max: 1999 }) }),
    words: fc.array(fc.constantFrom("wafer", "film", "laser", "resist", "etch", "bond", "gate"), { maxLength: 8 }),
  }),
  { minLength: 1, maxLength: 30 },
);

const windowsDrawn = fc.record({
  backwardYears: fc.integer({ min: 1, max: 5 }),
  forwardYears: fc.integer({ min: 1, max: 5 }),
  lastYear: fc.integer({ min: 1994, max: 2001 }),
});

describe("backward and forward similarity", () => {
  it("are the sums of the cosines of all pairs", () => {
    fc.assert(
      fc.property(texts, windowsDrawn, (drawn, windows) => {
        const { backward, forward } = textSimilarity(dated(drawn), windows);
        const first = Math.min(...drawn.filter(({ year, words }) => year > 0 && words.length > 0).map(({ year }) => year));
        drawn.forEach((own, i) => {
          const told = own.year > 0 && own.words.length > 0;
          const others = (from: number, to: number) => drawn.filter(({ year }) => year >= from && year <= to);
          const before = others(own.year - windows.backwardYears, own.year - 1).reduce((sum, other) => sum + cosine(drawn, other, own), 0);
          const after = others(own.year + 1, own.year + windows.forwardYears).reduce((sum, other) => sum + cosine(drawn, own, other), 0);
          const covered = own.year - windows.backwardYears > first;
          const over = own.year > first && own.year + windows.forwardYears <= windows.lastYear;
          expectClose(backward[i], told && covered ? before : Number.NaN, 1e-9);
          expectClose(forward[i], told && over ? after : Number.NaN, 1e-9);
        });
      }),
      runs(300),
    );
  });

  it("add up from slices of earlier years", () => {
    fc.assert(
      fc.property(texts, windowsDrawn, fc.integer({ min: 1989, max: 2001 }), (drawn, windows, cut) => {
        const all = dated(drawn);
        const sums = { backward: new Float64Array(drawn.length), forward: new Float64Array(drawn.length) };
        addSimilarity(all, windows, cut, 2002, sums);
        addSimilarity(all, windows, 1, cut, sums);
        const whole = textSimilarity(all, windows);
        const sliced = knownSimilarity(all, windows, sums);
        drawn.forEach((_, i) => {
          expectClose(sliced.backward[i], whole.backward[i]!, 1e-12);
          expectClose(sliced.forward[i], whole.forward[i]!, 1e-12);
        });
      }),
      runs(200),
    );
  });

  it("weigh by what had been written before the earlier text: a word that became common later still tells", () => {
    const old = Array.from({ length: 4 }, (): Text => ({ year: 1990, words: ["gate", "film"] }));
    const first: Text = { year: 1991, words: ["laser", "gate"] };
    const later: Text = { year: 1992, words: ["laser", "film"] };
    const drawn = [...old, first, later, ...Array.from({ length: 9 }, (): Text => ({ year: 1993, words: ["laser"] }))];
    const { forward } = textSimilarity(dated(drawn), { backwardYears: 1, forwardYears: 1, lastYear: 1993 });
    const [laser, common] = [Math.log(4 / 1), Math.log(4 / 5)];
    expectClose(forward[4], laser ** 2 / (laser ** 2 + common ** 2));
  });

  it("are unknown without texts", () => {
    const windows = { backwardYears: 5, forwardYears: 5, lastYear: 2000 };
    expect(textSimilarity(dated([]), windows)).toEqual({ backward: new Float64Array(0), forward: new Float64Array(0) });
    expect(
      Array.from(
        textSimilarity(
          dated([
            { year: 1990, words: [] },
            { year: 0, words: ["gate"] },
          ]),
          windows,
        ).backward,
      ),
    ).toEqual([Number.NaN, Number.NaN]);
  });
});
