import { describe, expect, it } from "vitest";
import { parseBoundedYaml } from "../../src/base/bounded-yaml.ts";
import { some } from "../tiers.ts";

function isRefused(text: string): boolean {
  try {
    parseBoundedYaml(text);
    return false;
  } catch {
    return true;
  }
}

describe("parseBoundedYaml", () => {
  it("reads plain values of YAML 1.2, years as numbers and days as text", () => {
    expect(parseBoundedYaml("- {a: 2019, b: 2019-07-04, c: [NO, 1.5], d: &x [1], e: *x}")).toEqual([
      { a: 2019, b: "2019-07-04", c: ["NO", 1.5], d: [1], e: [1] },
    ]);
  });

  it("reads what is nested as deep as a table of tables", () => {
    expect(parseBoundedYaml(`${"[".repeat(20)}7${"]".repeat(20)}`)).toEqual(JSON.parse(`${"[".repeat(20)}7${"]".repeat(20)}`));
  });

  it("reads the same up to its bound in every way of nesting, and nothing beyond", () => {
    const ways: readonly ((depth: number) => string)[] = [
      (depth) => `${"[".repeat(depth)}7${"]".repeat(depth)}`,
      (depth) => `${"{a: ".repeat(depth)}7${"}".repeat(depth)}`,
      (depth) => `${"- ".repeat(depth)}7`,
      (depth) => `${Array.from({ length: depth }, (_, at) => `${" ".repeat(at)}a:`).join("\n")} 7`,
    ];
    for (const way of ways) {
      const refused = Array.from({ length: 60 }, (_, at) => isRefused(way(at + 1)));
      expect(refused.slice(0, 30)).toEqual(Array(30).fill(false));
      expect(refused.slice(33)).toEqual(Array(27).fill(true));
    }
  });

  it("does not read on where it is too deep", () => {
    // What follows would be refused for other reasons if it were reached.
    for (const start of ["[", "- ", "? ", "{a: "])
      expect(() => parseBoundedYaml(`${start.repeat(40)}\n${"]".repeat(900_000)}`)).toThrow("nested more than 32");
  });

  const many = (count: number, of: (at: number) => string, between: string): string =>
    Array.from({ length: count }, (_, at) => of(at)).join(between);

  it("reads as many keys and values as it may", () => {
    expect(Object.keys(parseBoundedYaml(many(2000, (at) => `k${at}: 1`, "\n")) as object)).toHaveLength(2000);
    expect(Object.keys(parseBoundedYaml(`{${many(2000, (at) => `k${at}: 1`, ", ")}}`) as object)).toHaveLength(2000);
    expect(parseBoundedYaml(many(40_000, () => "- 1", "\n"))).toHaveLength(40_000);
    expect(parseBoundedYaml(`[${many(40_000, () => "1", ",")}]`)).toHaveLength(40_000);
  });

  const megabytes = [
    ["keys of a map, each of which is compared with all others", many(90_000, (at) => `k${at}: 1`, "\n"), "more than"],
    ["keys in braces", `{${many(90_000, (at) => `k${at}: 1`, ",")}}`, "more than"],
    ["keys with nothing to them", many(90_000, (at) => `? k${at}`, "\n"), "more than"],
    ["a map of more keys than any file of ours", many(2001, (at) => `k${at}: 1`, "\n"), "more than 2000 keys"],
    ["entries of a list", many(250_000, () => "- 1", "\n"), "more than 50000 values"],
    ["entries in brackets", `[${many(500_000, () => "1", ",")}]`, "more than 50000 values"],
    ["empty entries", many(300_000, () => "- ", "\n"), "more than 50000 values"],
    ["anchors", many(80_000, (at) => `- &a${at} 1`, "\n"), "more than 50000 values"],
    ["blank lines", " \n".repeat(500_000), "more than 50000 values"],
    ["comments", "#a\n".repeat(300_000), "more than 50000 values"],
  ] as const;
  it.each(some(megabytes, megabytes.slice(0, 4)))("refuses a megabyte of %s", (_, text, why) => {
    expect(() => parseBoundedYaml(text)).toThrow(why);
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
