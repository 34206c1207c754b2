import fc from "fast-check";
import { expect, test } from "vitest";
import { documentKey } from "../../../../src/link/numbers/document-number.ts";
import { CodePairs, CodeSet, PairLists, patentCode } from "../../../../src/sources/patents/cut/patent-codes.ts";

const codeOf = (text: string): number => patentCode(Buffer.from(`x${text}x`), 1, 1 + Buffer.byteLength(text));

const printed = fc.oneof(
  fc.integer({ min: 1, max: 67_000_000 }).map(String),
  fc
    .tuple(fc.constantFrom("D", "RE", "PP", "H", "T", "d", "re"), fc.integer({ min: 1, max: 9_999_999 }))
    .map(([letter, number]) => `${letter}${number}`),
  fc.tuple(fc.constantFrom("0", "00", " ", "D0"), fc.integer({ min: 1, max: 999_999 })).map(([before, number]) => `${before}${number} `),
  fc.integer({ min: 1, max: 9_999_999 }).map((number) => number.toLocaleString("en-US")),
);

test("two printed numbers have one code if they are one document", () => {
  fc.assert(
    fc.property(printed, printed, (first, second) => {
      expect(codeOf(first)).toBeGreaterThanOrEqual(0);
      expect(codeOf(first) === codeOf(second)).toBe(documentKey("US", first) === documentKey("US", second));
    }),
  );
  expect(codeOf("RE37,622")).toBe(codeOf("RE037622"));
});

test("what is no grant has none", () => {
  for (const text of ["", "20030076485", "x", "D", "0", "patent", "D-", "67108864", "1".repeat(60)]) expect(codeOf(text)).toBe(-1);
});

test("sets and lists of pairs answer as plain ones", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 })), { maxLength: 80 }), (pairs) => {
      const [keys, listed] = [new CodeSet(), new CodePairs()];
      for (const [first, second] of pairs) {
        keys.add(first);
        listed.add(first, second);
      }
      expect([...keys.sorted()]).toEqual([...new Set(pairs.map(([first]) => first))].sort((a, b) => a - b));
      const lists = new PairLists(keys.sorted(), listed);
      const has = (key: number, value: number): boolean => pairs.some(([first, second]) => first === key && second === value);
      for (let key = 0; key < 31; key += 3) {
        for (let value = 0; value < 31; value += 2) {
          expect(lists.has(key, value)).toBe(has(key, value));
          expect(lists.reaches(key, lists, value)).toBe(pairs.some(([first, second]) => first === key && has(second, value)));
        }
      }
    }),
    { numRuns: 30 },
  );
});
