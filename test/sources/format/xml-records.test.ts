import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cutRecords, xmlMarks } from "../../../src/sources/format/xml-records.ts";
import "../../seed.ts";

async function* inPieces(bytes: Buffer, sizes: readonly number[]): AsyncGenerator<Buffer> {
  let at = 0;
  for (let index = 0; at < bytes.length; index++) {
    const size = sizes[index % sizes.length] ?? 1;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

async function cut(text: string, sizes: readonly number[] = [1 << 18], most?: number): Promise<(string | null)[]> {
  const records: (string | null)[] = [];
  let number = 0;
  for await (const record of cutRecords(inPieces(Buffer.from(text), sizes), xmlMarks("root", "other"), most)) {
    number += 1;
    expect(record.number).toBe(number);
    records.push(record.bytes?.toString() ?? null);
  }
  return records;
}

const xml = '<?xml version="1.0"?>\n';
const type = "<!DOCTYPE root>\n";

describe("records of a file of many documents", () => {
  test("begin at the declaration, at the document type or at the root, whichever comes first", async () => {
    const bodies = ["<root a='1'>1</root>\n", "<root>2</root>\n", "<other>3</other>\n"];
    for (const head of [xml + type, xml, type, ""]) {
      const records = bodies.map((body) => head + body);
      expect(await cut(records.join(""))).toEqual(records);
    }
  });

  test("are told apart after one that is torn", async () => {
    const good = `${xml}<root>1</root>\n`;
    expect(await cut(`${good}${xml}<root><b>to${good}`)).toEqual([good, `${xml}<root><b>to`, good]);
    expect(await cut(`rest</root>\n${good}`)).toEqual(["rest</root>\n", good]);
    expect(await cut(`\ufeff${good}\n \n`)).toEqual([`${good}\n \n`]);
    expect(await cut("")).toEqual([]);
  });

  test("are the same in pieces of any size", async () => {
    const piece = fc.constantFrom(xml, type, "<root>", "<root a='1'>", "</root>", "<b>text</b>", "\n", "ä", "<?xm", "<!DOC", "</");
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 40 }),
        fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 5 }),
        async (pieces, sizes) => {
          const text = pieces.join("");
          const whole = await cut(text);
          expect(await cut(text, sizes)).toEqual(whole);
          expect(whole.join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
        },
      ),
      { numRuns: 300 },
    );
  });

  test("that are too long are dropped and said, the others kept", async () => {
    const good = `${xml}<root>1</root>\n`;
    const long = `${xml}<root>${"x".repeat(500)}</root>\n`;
    for (const sizes of [[1 << 18], [7], [64]]) expect(await cut(good + long + good, sizes, 400)).toEqual([good, null, good]);
  });
});
