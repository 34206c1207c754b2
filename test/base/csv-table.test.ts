import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvTable } from "../../src/base/csv-table.ts";

const cell = fc.string({ unit: fc.constantFrom("a", "é", " ", ",", '"', "\n", "=") });
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

describe("a small table of CSV", () => {
  it("is read as another reader does", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 5 }), (rows) => {
        const text = ["one,two", ...rows.map((row) => row.map(quoted).join())].join("\n\n");
        expect(csvTable(text)).toEqual(parse(text, { columns: true, skip_empty_lines: true }));
      }),
    );
  });

  it("is empty where there is nothing, or a first line alone", () => {
    expect(csvTable("")).toEqual([]);
    expect(csvTable("one,two\n")).toEqual([]);
  });

  it("names the place of what is broken", () => {
    expect(() => csvTable('one,two\na,b\n"a,b\n')).toThrow("line 3: quote that is not closed");
    expect(() => csvTable("one,two\na,b\na\n")).toThrow("record 2 has 1 cells where the header has 2");
  });
});
