import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Style } from "../../../src/cli/page/style.ts";
import { table } from "../../../src/cli/page/table.ts";
import { displayWidth } from "../../../src/cli/page/wrap.ts";

const page = (width: number) => ({ width, style: new Style(false) });
const cell = fc.string({ unit: fc.constantFrom("a", "b", " ", "工"), maxLength: 60 });

describe("table", () => {
  it("aligns to the left and to the right", () => {
    const text = table(
      [{ title: "name" }, { title: "n", align: "right" }],
      [
        ["a", "1"],
        ["long name", "200"],
      ],
      page(80),
    );
    expect(text).toBe(["name         n", "a            1", "long name  200"].join("\n"));
  });

  it("fits the page as long as each flexible column keeps a word's width", () => {
    const columns = [
      { title: "a", flexible: true },
      { title: "b", align: "right" as const },
      { title: "c", flexible: true },
    ];
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, fc.constant("12"), cell), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 30, max: 120 }),
        (rows, width) => {
          const lines = table(columns, rows, page(width)).split("\n");
          for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
          const letters = (text: string): string => [...text.replaceAll(/[\s\dc]/g, "")].sort().join("");
          expect(letters(lines.slice(1).join(""))).toBe(letters(rows.flat().join("")));
        },
      ),
    );
  });
});
