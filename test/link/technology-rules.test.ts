import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Row } from "../../src/base/tables.ts";
import { symbolPattern } from "../../src/link/technology-rule-symbols.ts";
import { type ClassifiedText, compileRules } from "../../src/link/technology-rules.ts";

type Rule = Row<"patent_rule">;

const rule = (id: string, cells: Partial<Rule>): Rule => ({
  id,
  technology: id.replace(/-\d$/, ""),
  symbols: null,
  words: null,
  without_symbols: null,
  without_words: null,
  source: null,
  note: null,
  ...cells,
});

const cpc = (symbols: readonly string[], text = ""): ClassifiedText => ({
  symbols: symbols.map((symbol) => ({ scheme: "cpc", symbol })),
  text,
});

const given = (rules: readonly Rule[], document: ClassifiedText) => compileRules(rules)(document).map((each) => each.rule);

describe("symbols of a rule", () => {
  test.each([
    ["H10B", "H10B12/30", true],
    ["H10B", "H10D30/00", false],
    ["C09G1", "C09G1/02", true],
    ["C09G1/00", "C09G1/02", true],
    ["C09G1", "C09G11/02", false],
    ["H01L21/762", "H01L21/762", true],
    ["H01L21/762", "H01L21/76254", true],
    ["H01L21/762", "H01L21/76", false],
    ["H01L21/762", "H01L22/762", false],
    ["H01L27/108-115", "H01L27/10897", true],
    ["H01L27/108-115", "H01L27/11582", true],
    ["H01L27/108-115", "H01L27/107", false],
    ["H01L27/108-115", "H01L27/12", false],
    ["H10P50/00-00", "H10P50/00", true],
    ["H10P50/00-00", "H10P50/20", false],
    ["H01L2224/80", "H01L2224/80895", true],
    ["H01L21", "H01L21", true],
  ])("%s and %s: %s", (pattern, symbol, covered) => {
    expect(given([rule("a", { symbols: pattern })], cpc([symbol])).length > 0).toBe(covered);
  });

  test.each(["", "H", "h01l", "H01L21/", "H01L21/7-", "H01L21/80-70", "Z01L21/00", "H01L21/76 254"])("%j is no pattern", (text) => {
    expect(symbolPattern(text)).toBeNull();
  });

  test("IPC symbols count only where there is no CPC symbol, other schemes never", () => {
    const rules = [rule("a", { symbols: "H10B12" })];
    const ipc = { scheme: "ipc", symbol: "H10B12/00" };
    expect(given(rules, { symbols: [ipc], text: "" })).toEqual(["a"]);
    expect(given(rules, { symbols: [ipc, { scheme: "cpc", symbol: "G11C7/10" }], text: "" })).toEqual([]);
    expect(given(rules, { symbols: [{ scheme: "fi", symbol: "H10B12/00" }], text: "" })).toEqual([]);
  });
});

describe("words of a rule", () => {
  test.each([
    ["wire saw", "Cutting with WIRE SAWS", true],
    ["wire saw", "Cutting with a wire-saw.", true],
    ["wire saw", "Two wires, sawn", false],
    ["etch*", "Plasma etching of layers", true],
    ["etch", "Plasma etching of layers", false],
    ["etch", "Sketch of layers", false],
    ["etch", "Etches", true],
    ["2.5d", "A 2.5D package", true],
    ["gaas", "GaAs (100) wafers", true],
    ["세정", "기판세정장치", true],
    ["세정 장치", "기판 세정  장치의 노즐", true],
    ["ピン", "スピン塗布", true],
    ["ＣＭＰ", "cmp pads", true],
  ])("%s in %j: %s", (words, text, found) => {
    expect(given([rule("a", { symbols: "H01L", words })], cpc(["H01L21/00"], text)).length > 0).toBe(found);
  });

  test("words alone look at every document", () => {
    expect(given([rule("a", { words: "layer transfer" })], cpc([], "Layer transfer of films"))).toEqual(["a"]);
    expect(given([rule("a", { words: "layer transfer" })], cpc([], "Films"))).toEqual([]);
  });

  test("what stands in without_* keeps a rule from holding", () => {
    const rules = [rule("a", { symbols: "H01L", words: "mask", without_symbols: "H10K", without_words: "display" })];
    expect(given(rules, cpc(["H01L21/00"], "a mask"))).toEqual(["a"]);
    expect(given(rules, cpc(["H01L21/00"], "a mask of displays"))).toEqual([]);
    expect(given(rules, cpc(["H01L21/00", "H10K59/00"], "a mask"))).toEqual([]);
  });
});

test("a rule that cannot be read is reported by its id", () => {
  expect(() => compileRules([rule("a", { symbols: "H01L;what" })])).toThrow(expect.objectContaining({ code: "LM_ATLAS_INVALID" }));
  expect(() => compileRules([rule("a", { symbols: "H01L", without_symbols: "H01" })])).toThrow("Patent rule a has H01,");
  expect(() => compileRules([rule("a", { without_words: "x" })])).toThrow("Patent rule a has neither symbols nor words");
});

/** Another way to the same answer: every pattern against every symbol, subgroups as decimal fractions, words by an expression each. */
function byHand(rules: readonly Rule[], { symbols, text }: ClassifiedText): readonly string[] {
  const used = symbols.filter(({ scheme }) => scheme === (symbols.some((each) => each.scheme === "cpc") ? "cpc" : "ipc"));
  const parts = (cell: string | null) => (cell ?? "").split(";").filter((each) => each !== "");
  const covers = (pattern: string) => used.some(({ symbol }) => coversByHand(pattern, symbol));
  const says = (term: string) =>
    new RegExp(`\\b${term.replace("*", "\\w*").replace(" ", "[^a-z]+")}${term.endsWith("*") ? "" : "(s|es)?"}\\b`, "i").test(text);
  return rules
    .filter((each) => {
      const symbolsHold = parts(each.symbols).length === 0 || parts(each.symbols).some(covers);
      const wordsHold = parts(each.words).length === 0 || parts(each.words).some(says);
      return symbolsHold && wordsHold && !parts(each.without_symbols).some(covers) && !parts(each.without_words).some(says);
    })
    .map(({ id }) => id);
}

function coversByHand(pattern: string, symbol: string): boolean {
  const [group = "", digits] = pattern.split("/");
  const [symbolGroup = "", symbolDigits = ""] = symbol.split("/");
  if (digits === undefined || digits === "00") return group.length === 4 ? symbol.startsWith(group) : symbolGroup === group;
  if (symbolGroup !== group) return false;
  const [low = "", high] = digits.split("-");
  if (high === undefined) return symbolDigits.indexOf(low) === 0;
  const value = Number(`0.${symbolDigits}`);
  return value >= Number(`0.${low}`) && value < Number(`0.${high}`) + 10 ** -high.length * 0.999_999;
}

const digits = fc.constantFrom("10", "101", "1011", "12", "125", "20", "204", "21");
const group = fc.constantFrom("H01L21", "H01L2", "H10B12", "G11C7");
const symbol = fc.tuple(group, digits).map(([main, sub]) => `${main}/${sub}`);
const range = fc.tuple(group, digits, digits).map(([main, ...ends]) => `${main}/${ends.sort().join("-")}`);
const pattern = fc.oneof(symbol, range, group, fc.constantFrom("H01L", "H10B", "H01L21/00"));
const word = fc.constantFrom("mask", "mask*", "wire saw", "etch", "etch*", "box");
const cell = (item: fc.Arbitrary<string>) => fc.array(item, { maxLength: 3 }).map((list) => (list.length > 0 ? list.join(";") : null));
const anyRule = fc.record({ symbols: cell(pattern), words: cell(word), without_symbols: cell(pattern), without_words: cell(word) });
const text = fc
  .array(fc.constantFrom("Masks", "masking", "wire", "saws", "saw,", "etching", "ETCH", "boxes", "of", "sketch"), { maxLength: 6 })
  .map((list) => list.join(" "));
const document = fc.record({
  symbols: fc.array(fc.record({ scheme: fc.constantFrom("cpc", "ipc", "fi"), symbol }), { maxLength: 4 }),
  text,
});

test("gives what every pattern against every symbol gives", () => {
  fc.assert(
    fc.property(
      fc.array(anyRule, { minLength: 1, maxLength: 5 }),
      fc.array(document, { minLength: 1, maxLength: 5 }),
      (cells, documents) => {
        const rules = cells.map((each, at) => rule(`r${at}`, each)).filter((each) => each.symbols !== null || each.words !== null);
        const match = compileRules(rules);
        for (const each of documents) expect(match(each).map((found) => found.rule)).toEqual(byHand(rules, each));
      },
    ),
    { numRuns: 500 },
  );
});

test("the order and repetition of a document's symbols change nothing", () => {
  fc.assert(
    fc.property(fc.array(anyRule, { minLength: 1, maxLength: 4 }), document, (cells, each) => {
      const rules = cells.map((row, at) => rule(`r${at}`, row)).filter((row) => row.symbols !== null || row.words !== null);
      const turned = { ...each, symbols: [...each.symbols, ...each.symbols].reverse() };
      expect(compileRules(rules)(turned)).toEqual(compileRules(rules)(each));
    }),
    { numRuns: 200 },
  );
});
