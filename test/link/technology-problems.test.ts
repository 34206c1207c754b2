import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileProblems } from "../../src/link/research-problems.ts";
import { compileRules, plainWords, wordTest } from "../../src/link/technology-rules.ts";
import { realDocuments, realPatents } from "./patent-documents.ts";
import { atlasRows } from "./technology-labels.ts";

const problems = [
  { id: "crack", technology: "bells", classes: "G10K1/00;H10B12", words: "crack;flaw" },
  { id: "tone", technology: "bells", classes: "G10K1/07", words: "overtone" },
  { id: "grind", technology: "mills", classes: "G10K1/00", words: "crack" },
];
const match = compileProblems(problems);
const document = (text: string, ...symbols: string[]) => ({ text, symbols: symbols.map((symbol) => ({ scheme: "cpc", symbol })) });

describe("a document counts for a problem", () => {
  test("of its technology, where a class covers and a word is in the text", () => {
    const found = match(document("Cracks in bells, and an overtone", "G10K1/071"), new Set(["bells"]));
    expect(found).toEqual([
      { technology: "bells", rule: "problem:crack" },
      { technology: "bells", rule: "problem:tone" },
    ]);
  });

  test("not of another technology, without a class, or without a word", () => {
    expect(match(document("Crack", "G10K1/07"), new Set(["clocks"]))).toEqual([]);
    expect(match(document("Crack", "G10K3/00"), new Set(["bells"]))).toEqual([]);
    expect(match(document("Bell", "H10B12/30"), new Set(["bells"]))).toEqual([]);
  });

  test("as by trying each problem alone", () => {
    const symbol = fc.constantFrom("G10K1/00", "G10K1/071", "G10K1/08", "H10B12/05", "H10B10/00");
    const word = fc.constantFrom("crack", "flaws", "overtone", "bell");
    const technology = fc.constantFrom("bells", "mills", "clocks");
    fc.assert(
      fc.property(fc.array(symbol), fc.array(word), fc.uniqueArray(technology), (symbols, words, own) => {
        const covers = (each: string) => symbols.some((one) => one.startsWith(each.replace(/\/00$/, "/")));
        const expected = problems.filter(
          (each) =>
            (own as readonly string[]).includes(each.technology) &&
            each.classes.split(";").some(covers) &&
            wordTest(each.words.split(";"))(plainWords(words.join(" "))),
        );
        const found = match(document(words.join(" "), ...symbols), new Set(own));
        expect(found.map(({ rule }) => rule)).toEqual(expected.map(({ id }) => `problem:${id}`));
      }),
    );
  });
});

test.skipIf(realPatents.absent)("documents of the real sets count for problems of the atlas, each of its own technology", async () => {
  const rules = compileRules(await atlasRows("patent-rules.csv", "patent_rule"));
  const own = await atlasRows("problems.csv", "problem");
  const find = compileProblems(own);
  const technologyOf = new Map(own.map(({ id, technology }) => [`problem:${id}`, technology]));
  const found = (await realDocuments()).flatMap((each) => {
    const technologies = new Set(rules(each).map(({ technology }) => technology));
    const problems = find(each, technologies);
    expect(problems.every(({ technology, rule }) => technologies.has(technology) && technologyOf.get(rule) === technology)).toBe(true);
    return problems;
  });
  console.info(`${found.length} documents for ${new Set(found.map(({ rule }) => rule)).size} of ${own.length} problems`);
  expect(found.length).toBeGreaterThan(0);
});
