import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asciiJson, shellWord, sqlText } from "../../../src/cluster/spark/quoting.ts";
import { unescapedSql } from "./spark-text.ts";

const hostile = [
  "",
  "plain",
  "a b",
  "it's",
  "$(touch x)",
  "`touch x`",
  "a;b",
  "a\nb",
  "a\tb",
  "\\",
  "\\u0027",
  '"',
  `$\{env:HOME}`,
  "--conf",
  "ü 中 😀",
  "x'); DROP TABLE t; --",
  "%{a}",
  "!ls",
  "\x01\x7f",
];

/** What bash hands on as words, in the locale of a cluster's host that has none. */
const said = (words: readonly string[]): string[] =>
  execFileSync(
    "/bin/bash",
    ["-c", `${[process.execPath, "-e", "console.log(JSON.stringify(process.argv.slice(1)))", "--", ...words].map(shellWord).join(" ")}`],
    {
      encoding: "utf8",
      env: { LC_ALL: "C" },
    },
  )
    .trim()
    .split("\n")
    .flatMap((line) => JSON.parse(line) as string[]);

describe("words of commands", () => {
  test("come out of bash as they were, hostile or not", () => {
    expect(said(hostile)).toEqual(hostile);
    for (const text of hostile) expect(shellWord(text)).toMatch(/^[ -~]+$/);
    expect(() => shellWord("a\0b")).toThrow(TypeError);
  });

  test("come out of bash as they were, drawn at random", () => {
    const words = fc.sample(fc.string({ unit: "grapheme" }), { numRuns: 300, seed: 1 });
    expect(said(words)).toEqual(words);
  });

  test("come out of Spark SQL as they were, and nothing in them ends the text", () => {
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: "binary" })), (text) => {
        const written = sqlText(text);
        expect(written).toMatch(/^'[\w ./=\\-]*'$/);
        expect(unescapedSql(written.slice(1, -1))).toBe(text);
      }),
    );
  });

  test("are ASCII without tabs and line ends as JSON", () => {
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: "binary" })), (text) => {
        const written = asciiJson({ text });
        expect(written).toMatch(/^[ -~]+$/);
        expect(JSON.parse(written)).toEqual({ text });
      }),
    );
  });
});
