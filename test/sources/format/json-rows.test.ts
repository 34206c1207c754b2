import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { JsonArraySplitter, JsonLineSplitter, type JsonPiece, type JsonSplitter } from "../../../src/sources/format/json-splitter.ts";
import "../../seed.ts";

function split(splitter: JsonSplitter, text: string, cuts: readonly number[]): readonly JsonPiece[] {
  const at = [...new Set(cuts.map((cut) => cut % (text.length + 1)))].sort((a, b) => a - b);
  const pieces: JsonPiece[] = [];
  let from = 0;
  for (const to of [...at, text.length]) {
    pieces.push(...splitter.push(text.slice(from, to)));
    from = to;
  }
  return [...pieces, ...splitter.end()];
}

const values = (pieces: readonly JsonPiece[]): unknown[] => pieces.map((piece) => ("text" in piece ? JSON.parse(piece.text) : piece));
const records = fc.array(
  fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.array(fc.string()), fc.dictionary(fc.string(), fc.jsonValue()))),
);
const cuts = fc.array(fc.nat());

describe("splitting JSON", () => {
  test("gives back the elements of an array, wherever the text is cut", () => {
    fc.assert(
      fc.property(records, cuts, fc.constantFrom(0, 2), (list, at, indent) => {
        const plain = list.map((each) => JSON.parse(JSON.stringify(each)));
        expect(values(split(new JsonArraySplitter(null), JSON.stringify(list, null, indent), at))).toEqual(plain);
        const under = JSON.stringify(
          { before: { rows: [{}] }, text: 'a "rows": [{"x"', rows: list, after: [{ rows: [{}] }] },
          null,
          indent,
        );
        expect(values(split(new JsonArraySplitter("rows"), under, at))).toEqual(plain);
      }),
    );
  });

  test("gives back the lines of JSON lines, wherever the text is cut", () => {
    fc.assert(
      fc.property(records, cuts, (list, at) => {
        const plain = list.map((each) => JSON.parse(JSON.stringify(each)));
        expect(values(split(new JsonLineSplitter(), list.map((each) => `${JSON.stringify(each)}\r\n`).join("\n"), at))).toEqual(plain);
      }),
    );
  });

  test("an array that is cut off is said once, after its whole elements", () => {
    const text = '[{"a":1},{"b":"]"';
    expect(split(new JsonArraySplitter(null), text, [])).toEqual([
      { text: '{"a":1}' },
      { problem: "the file ends inside a record", excerpt: '{"b":"]"' },
    ]);
  });
});
