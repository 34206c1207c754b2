import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clean } from "../../src/base/clean.ts";

// biome-ignore lint/suspicious/noControlCharactersInRegex: their absence is the point
const controls = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/;

describe("clean", () => {
  it("takes out escapes, bells, returns and direction marks anywhere, and keeps the rest", () => {
    const dirty = { a: ["\u001b[2Jx\u0007", 3, null], "b\u001b": { c: "光\r刻\u202e" }, d: true, e: "two\nlines" };
    expect(clean(dirty)).toEqual({ a: ["[2Jx", 3, null], "b\u001b": { c: "光刻" }, d: true, e: "two\nlines" });
  });

  it("leaves no control character in any value", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        JSON.stringify(clean([value]), (_, each) => {
          if (typeof each === "string") expect(each).not.toMatch(controls);
          return each;
        });
      }),
    );
  });
});
