import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { bundledFile } from "../../../src/base/built-file.ts";
import { linearPattern, patternFault } from "../../../src/sources/format/linear-pattern.ts";

/** What JavaScript finds: the oracle. */
const native = (pattern: string, text: string): string | null => new RegExp(pattern, "u").exec(text)?.[1] ?? null;

/** Expressions of the mappings that are bundled, with their files. */
const bundled = ["patent-tables", "party-lists", "owner-tables", "name-tables"].flatMap((folder) =>
  readdirSync(bundledFile(folder)).flatMap((name) =>
    expressionsOf(parse(readFileSync(join(bundledFile(folder), name), "utf8"))).map((text) => [name, text] as const),
  ),
);

function expressionsOf(value: unknown, isFits = false): string[] {
  if (typeof value !== "object" || value === null) return isFits && typeof value === "string" ? [value] : [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === "match" && typeof inner === "string" ? [inner] : expressionsOf(inner, isFits || key === "fits"),
  );
}

const char = fc.constantFrom(
  "a",
  "b",
  "c",
  "A",
  "é",
  "株",
  "7",
  "_",
  " ",
  "\u3000",
  "\u00a0",
  "\n",
  "\r",
  "\u2028",
  "\t",
  "-",
  "]",
  "[",
  "^",
  ".",
  "𝒳",
  ":",
);
/** Takes one character. */
const taking = fc.oneof(
  fc.constantFrom(
    "a",
    "b",
    "株",
    "𝒳",
    ".",
    "\\s",
    "\\S",
    "\\d",
    "\\D",
    "\\w",
    "\\W",
    "\\u682a",
    "\\u{1d4b3}",
    "\\ud835\\udcb3",
    "\\x41",
    "\\.",
    "\\/",
  ),
  fc.constantFrom(
    "[ab]",
    "[^a]",
    "[\\s7]",
    "[^\\s]",
    "[\\w.]",
    "[[]",
    "[a[^]",
    "[\\]]",
    "[\\-a]",
    "[^\\d\\s]",
    "[a-c]",
    "[(?<=]",
    "[.]",
    "[\\b]",
  ),
  fc.constantFrom("\\p{L}", "\\P{L}", "\\p{Script=Han}", "\\p{sc=Latin}", "[\\p{Lu}7]", "[^\\p{Script=Han}]", "\\t", "\\cJ", "\\0"),
);
const repeated = (of: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(of, fc.constantFrom("", "", "*", "+", "?", "*?", "+?", "??", "{2}", "{1,3}", "{1,}?"))
    .map(([inner, times]) => `(?:${inner})${times}`);
const sequence = fc
  .array(fc.oneof(repeated(taking), fc.constantFrom("\\b", "\\B")), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join(""));
const choiceOf = (of: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.array(of, { minLength: 1, maxLength: 3 }).map((parts) => parts.join("|"));
const choice = choiceOf(sequence);
/** What may take nothing is not repeated: of a repetition of that, JavaScript tries another reading and RE2 does not. */
const taken = choiceOf(fc.tuple(taking, sequence).map((parts) => parts.join("")));
const pattern = fc
  .tuple(
    fc.constantFrom("", "^", "(?:^|b)"),
    repeated(taken),
    choice,
    repeated(taken),
    fc.constantFrom("", "$"),
    fc.constantFrom("(", "(?<name>"),
  )
  .map(([start, before, group, after, end, open]) => `${start}${before}${open}${group})${after}${end}`);

describe("expressions of mappings", () => {
  it("find what JavaScript finds", () => {
    fc.assert(
      fc.property(pattern, fc.array(char, { maxLength: 12 }), (expression, characters) => {
        const text = characters.join("");
        const engine = linearPattern(expression);
        expect([expression, text, engine.firstGroup(text), engine.fits(text)]).toEqual([
          expression,
          text,
          native(expression, text),
          new RegExp(expression, "u").test(text),
        ]);
      }),
      { numRuns: 2000 },
    );
  });

  it.each(bundled)("of %s are taken and find what JavaScript finds: %s", (_, expression) => {
    expect(patternFault(expression)).toBeNull();
    const words = [
      "Abandoned",
      "123",
      "Nord (2020-01-02)",
      "People's Republic of China Harbin",
      "USCC: 91440300708461136T",
      "某公司等3家实体",
      "status: Expired on 1/2/2020",
      "jp-1",
      "Listing Date (CMIC): 03 Jun 2021; Program: X; Target Type: Company",
      "51.5 %",
      "",
    ];
    for (const text of words) expect(linearPattern(expression).firstGroup(text)).toBe(native(expression, text));
  });

  it("are bundled, some twenty", () => expect(bundled.length).toBeGreaterThan(15));

  it.each([
    ["^((?:a|a)*)c$", false],
    ["(a+)+$", true],
    ["^((?:x*)*)$", false],
    ["((?:a|b+)*c)", false],
    ["^((?:(?:a?){30}a{30}))b$", false],
    ["^((?:a*)*b|(?:a*)*$)", true],
  ] as const)("end, however long backtracking would take: %s", (expression, fits) => {
    const text = "a".repeat(4096);
    const pattern = linearPattern(expression);
    expect([pattern.fits(text), pattern.firstGroup(text) !== null]).toEqual([fits, fits]);
  });

  it.each([
    ["(a)\\1", "refers back to one of its groups"],
    ["(?<n>a)\\k<n>", "refers back to one of its groups"],
    ["(?=a)(b)", "looks ahead or behind"],
    ["(?!a)(b)", "looks ahead or behind"],
    ["(?<=a)(b)", "looks ahead or behind"],
    ["(?<!a)(b)", "looks ahead or behind"],
    ["([])", "has an empty class"],
    ["([^\\S])", "has \\S within a class"],
    ["(a", "is not a regular expression"],
    ["a++(b)", "is not a regular expression"],
    ["(a{1001})", "cannot be matched in linear time"],
    ["(\\p{Script_Extensions=Han})", "cannot be matched in linear time"],
    [`(${"a{900}".repeat(3)})`, "2000 is the most"],
    [`(${"a".repeat(2000)})`, "more than 2000 characters"],
    ["a", "with 0 groups"],
    ["(a)(b)", "with 2 groups"],
    ["(?:|){40}(x)", null],
  ])("are refused with the reason, or taken: %.40s", (expression, reason) => {
    const fault = patternFault(expression, 1);
    if (reason === null) expect(fault).toBeNull();
    else expect(fault).toContain(reason);
  });

  it("are refused or taken, whatever is written", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => void patternFault(`(${text})`, 1)),
      { numRuns: 2000 },
    );
  });
});
