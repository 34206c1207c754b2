import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csv } from "../../web/src/words/csv.ts";
import { percent, percentInterval, percentRange, range, usd } from "../../web/src/words/numbers.ts";
import { safeAddress } from "../../web/src/words/safe-address.ts";
import { listed } from "../../web/src/words/words.ts";

describe("numbers", () => {
  it.each([
    [0, "0%"],
    [0.0004, "<0.1%"],
    [0.0042, "0.42%"],
    [0.624, "62%"],
    [1, "100%"],
  ])("%d is %s", (value, text) => expect(percent(value)).toBe(text));

  it("says ranges once where both ends read the same", () => {
    expect(percentRange(0.481, 0.484)).toBe("48%");
    expect(percentInterval([0.48, 0.62, 0.71])).toBe("62% (48–71%)");
    expect([percentInterval([0, 0, 0]), percentInterval([0, 0, 0.19])]).toEqual(["0%", "0% (0–19%)"]);
    expect([range(null, null), range(null, 3), range(2, null), range(2, 2), range(2, 5)]).toEqual([
      "unknown",
      "at most 3",
      "at least 2",
      "2",
      "2–5",
    ]);
  });

  it.each([
    [0.0123, "USD 12.3 M"],
    [4.2345, "USD 4.23 B"],
    [1200, "USD 1.2 T"],
  ])("%d bn is %s", (value, text) => expect(usd(value)).toBe(text));

  it("joins names", () => expect([listed([]), listed(["A"]), listed(["A", "B", "C"])]).toEqual(["", "A", "A, B and C"]));
});

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
