import "../seed.ts";
import { isUtf8 } from "node:buffer";
import fc from "fast-check";
import { expect, test } from "vitest";
import { PlainText } from "../../src/workspace/plain-text.ts";

function isPlain(pieces: readonly Buffer[]): boolean {
  const text = new PlainText();
  for (const piece of pieces) text.push(piece);
  return text.isPlain();
}

const characters = fc.array(fc.constantFrom("a", "\n", "é", "€", "𠮷", "\ufeff")).map((parts) => Buffer.from(parts.join("")));
const stray = fc
  .constantFrom([], [0xe9], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xf0, 0x9f], [0x80], [0xff, 0xfe])
  .map((bytes) => Buffer.from(bytes));

test("text is plain whatever the pieces it comes in, and only if all of it is UTF-8", () => {
  fc.assert(
    fc.property(characters, stray, characters, fc.integer({ min: 1, max: 5 }), (before, between, after, size) => {
      const bytes = Buffer.concat([before, between, after]);
      const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) => bytes.subarray(index * size, (index + 1) * size));
      expect(isPlain(pieces)).toBe(isUtf8(bytes));
    }),
  );
});

test("text with a NUL byte is not plain; nothing at all is", () => {
  expect(isPlain([Buffer.from("a\0b")])).toBe(false);
  expect(isPlain([])).toBe(true);
});
