import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { safeAddress } from "../../src/base/web-address.ts";
import { csv } from "../../web/src/words/words.ts";

describe("addresses", () => {
  it.each(["https://example.org/a?b=c", "http://example.org/"])("%s may become a link", (address) =>
    expect(safeAddress(address)).toBe(address),
  );

  it.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,x",
    "file:///etc/passwd",
    "//example.org",
    "example.org",
    "",
    null,
  ])("%j may not", (address) => expect(safeAddress(address)).toBeNull());
});

describe("csv", () => {
  it("reads back as it was written", () => {
    const cell = fc.oneof(
      fc.string({ unit: "grapheme" }).filter((text) => !/^[=+\-@\t\r]/.test(text)),
      fc.integer(),
    );
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(rows, (given) => {
        const back: string[][] = parse(csv(given), { relax_column_count: true, record_delimiter: "\n" });
        expect(back).toEqual(given.map((row) => row.map(String)));
      }),
    );
  });

  it.each(["=1+1", "+A1", "-1+1", "@x", "\tx"])("takes the formula out of %j", (text) => expect(csv([[text, 1]])).toContain(`'${text}`));

  it("leaves an unknown cell empty", () => expect(csv([[null, 0, "a"]])).toBe(",0,a\n"));
});
