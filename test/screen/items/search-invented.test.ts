import { beforeAll, describe, expect, test } from "vitest";
import type { ItemRows } from "../../../src/screen/items/book.ts";
import { itemsByText } from "../../../src/screen/items/search.ts";
import { inventedCcl, itemRows } from "./invented-book.ts";

let rows: ItemRows;
beforeAll(async () => {
  rows = await itemRows(inventedCcl);
});

const found = (text: string, day = "2026-08-01") =>
  itemsByText(rows, text, day).found.map(({ item, paragraph }) => `${item}.${paragraph ?? ""}`);

describe("entries of an invented control list by their words", () => {
  test.each([
    ["wind mill", "3B085.a.2"],
    ["a mill with two stones", "3B085.a.3"],
    ["grinder with a turning stone", "3B085.c.1.a"],
    ["bells ringing alone", "3A085.c"],
    ["coffee", "3B985.b"],
    ["presses", "2B085."],
  ])("%s: %s first", (text, first) => expect(found(text)[0]).toBe(first));

  test("words may stand in the paragraph and above it; a score tells the part of them that is there", () => {
    const [lens] = itemsByText(rows, "light mill with a lens", "2026-08-01").found;
    expect([lens?.item, lens?.paragraph, lens?.score]).toEqual(["3B085", "f.1.a", 1]);
    const [part] = itemsByText(rows, "lens unheardof", "2026-08-01").found;
    expect(part?.score).toBeGreaterThan(0);
    expect(part?.score).toBeLessThan(1);
    expect(part?.words).toEqual(["lens"]);
  });

  test("small words alone, words that are nowhere, and a day before the edition find nothing", () => {
    expect([found("the of and"), found("unheardof"), found("wind mill", "2026-07-22")]).toEqual([[], [], []]);
  });

  test("no more than asked for", () => expect(itemsByText(rows, "mill stones", "2026-08-01", 2).found).toHaveLength(2));

  test("what has no more of the words than a paragraph above it is not found beside it", () => {
    for (const text of ["mill", "light mill", "turning stone", "bells"]) {
      const hits = itemsByText(rows, text, "2026-08-01", 1000).found;
      expect(hits.length).toBeGreaterThan(0);
      for (const { item, paragraph, words } of hits) {
        const above = hits.filter((other) => other.item === item && (paragraph ?? "").startsWith(`${other.paragraph ?? ""}.`));
        expect(above.every((other) => other.words.length < words.length)).toBe(true);
      }
    }
  });

  describe("a thing and the substances that it withstands or holds", () => {
    const chemicals = (...texts: readonly string[]): ItemRows => ({
      ...rows,
      paragraphs: texts.map((text, at) => ({
        list: "ccl",
        edition: "2026-07-23",
        item: "3B085",
        position: at + 1,
        paragraph: `z.${at + 1}`,
        parent: null,
        text,
      })),
    });
    const named = (text: string, ...texts: readonly string[]) => {
      const { found: hits, leftOut } = itemsByText(chemicals(...texts), text, "2026-08-01");
      return [hits.filter(({ paragraph }) => paragraph !== null).map(({ text: own }) => own), leftOut];
    };
    const fluoride = "(C.A.S. #7664-39-3) Hydrogen fluoride;";

    test.each([
      ["hydrogen fluoride resistant o-ring", [[], 1]],
      ["o-ring for hydrogen fluoride", [[], 1]],
      ["o-ring", [[], 0]],
      ["hydrogen fluoride cylinder valve", [[], 1]],
      ["hydrogen fluoride", [[fluoride], 0]],
      ["anhydrous hydrogen fluoride gas", [[fluoride], 0]],
      ["hydrogen fluoride for etching wafers", [[fluoride], 0]],
      ["hydrogen fluorides, 49%", [[fluoride], 0]],
    ])("%s", (text, expected) => expect(named(text, fluoride)).toEqual(expected));

    test("what is no chemical is found by any of its words", () => {
      const pump = "Pumps that withstand hydrogen fluoride;";
      expect(named("hydrogen fluoride resistant o-ring", fluoride, pump)).toEqual([[pump], 1]);
      expect(named("x-ray o-ring", "O-rings of rubber;", "Rings of ore;")).toEqual([["O-rings of rubber;"], 0]);
    });
  });
});
