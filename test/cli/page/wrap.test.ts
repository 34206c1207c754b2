import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { displayWidth, paragraph, wrap } from "../../../src/cli/page/wrap.ts";

const words = fc.array(fc.string({ unit: fc.constantFrom("a", "b", "長", "한", "é"), minLength: 1, maxLength: 30 }), { maxLength: 20 });

describe("wrap", () => {
  it("never passes the width and loses no letter", () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 2, max: 40 }), (list, width) => {
        const lines = wrap(list.join(" "), width);
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
        expect(lines.join("").replaceAll(" ", "")).toBe(list.join(""));
      }),
    );
  });

  it("breaks between words where it can", () => {
    expect(wrap("one two three", 7)).toEqual(["one two", "three"]);
    expect(wrap("", 5)).toEqual([""]);
    expect(wrap("abcdef gh", 4)).toEqual(["abcd", "ef", "gh"]);
  });

  it("indents what follows the first line", () => {
    expect(paragraph("one two three four", 12, "  ")).toBe("one two\n  three four");
  });
});

describe("displayWidth", () => {
  it("counts East Asian letters twice and marks not at all", () => {
    expect([displayWidth("abc"), displayWidth("精工"), displayWidth("삼성"), displayWidth("e\u0301")]).toEqual([3, 4, 4, 1]);
  });
});
