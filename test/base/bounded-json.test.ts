import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deepestJson, isJsonDeeper, parseBoundedJson } from "../../src/base/bounded-json.ts";

/** Levels of a value, by walking it. */
const levels = (value: unknown): number =>
  typeof value === "object" && value !== null ? 1 + Math.max(0, ...Object.values(value).map(levels)) : 0;

describe("the depth of JSON", () => {
  it("is that of the value, whatever stands in its texts and names", () => {
    const texts = fc.stringMatching(/^["\\[\]{}a]{0,8}$/);
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 6 },
        texts,
        fc.integer(),
        fc.array(tie("value"), { maxLength: 3 }),
        fc.dictionary(texts, tie("value"), { maxKeys: 3 }),
      ),
    }));
    fc.assert(
      fc.property(value, fc.constantFrom(undefined, 1), fc.nat(8), (made, spaces, most) => {
        const depth = levels(JSON.parse(JSON.stringify(made)));
        expect(isJsonDeeper(JSON.stringify(made, null, spaces), most)).toBe(depth > most);
      }),
    );
  });

  const nested = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);

  it("has a bound, up to which it is read", () => {
    expect(parseBoundedJson(nested(deepestJson))).toEqual(JSON.parse(nested(deepestJson)));
    for (const depth of [deepestJson + 1, 30_000, 5_000_000])
      expect(() => parseBoundedJson(nested(depth))).toThrow("nested more than 32 deep");
  });

  it.each(["[1", '"', '"\\', '{"a":"\\\\"', "]]]][", "", '"[[['])("does not fail on what is no JSON: %s", (text) => {
    expect(isJsonDeeper(text, 1)).toBe(false);
    expect(() => parseBoundedJson(text)).toThrow(SyntaxError);
  });

  it("is told in one pass, also of a text of backslashes", () => {
    const text = `"${"\\\\".repeat(1 << 20)}"`;
    expect(isJsonDeeper(`[${text}]`, 1)).toBe(false);
    expect(isJsonDeeper(`[${'"\\"'.repeat(1 << 18)}]`, 1)).toBe(false);
  });
});
