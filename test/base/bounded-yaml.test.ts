import { describe, expect, it } from "vitest";
import { parseBoundedYaml } from "../../src/base/bounded-yaml.ts";

describe("parseBoundedYaml", () => {
  it("reads plain values of YAML 1.2, years as numbers and days as text", () => {
    expect(parseBoundedYaml("- {a: 2019, b: 2019-07-04, c: [NO, 1.5], d: &x [1], e: *x}")).toEqual([
      { a: 2019, b: "2019-07-04", c: ["NO", 1.5], d: [1], e: [1] },
    ]);
  });

  it("reads what is nested as deep as a table of tables", () => {
    expect(parseBoundedYaml(`${"[".repeat(20)}7${"]".repeat(20)}`)).toEqual(JSON.parse(`${"[".repeat(20)}7${"]".repeat(20)}`));
  });

  it("does not let a key change what objects are", () => {
    parseBoundedYaml("__proto__: {polluted: yes}");
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  const references = Array.from({ length: 12 }, (_, i) => `x${i + 1}: &x${i + 1} [${Array(10).fill(`*x${i}`).join(", ")}]`).join("\n");
  it.each([
    ["references that multiply", `x0: &x0 [a]\n${references}`],
    ["a value that holds itself", "a: &a [*a]"],
    ["nesting a thousand deep", "[".repeat(1000) + "]".repeat(1000)],
    ["nesting a hundred thousand deep", "[".repeat(100_000)],
    ["lists in lists in lists", "- ".repeat(50_000)],
    ["keys of keys", "? ".repeat(50_000)],
    ["maps one space further in each", Array.from({ length: 1000 }, (_, i) => `${" ".repeat(i)}a:`).join("\n")],
    ["a file of 2 MB", `a: ${"x".repeat(2 << 20)}`],
    ["two documents", "a: 1\n---\nb: 2"],
    ["two keys of one name", "a: 1\na: 2"],
    ["what is no YAML", "a: [1"],
  ])("refuses %s", (_, text) => expect(() => parseBoundedYaml(text)).toThrow());
});
