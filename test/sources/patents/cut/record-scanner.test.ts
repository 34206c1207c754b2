import fc from "fast-check";
import { expect, test } from "vitest";
import { CsvScanner } from "../../../../src/base/csv-scanner.ts";
import { RecordScanner } from "../../../../src/sources/patents/cut/record-scanner.ts";

interface Found {
  readonly raw: string;
  readonly cells: readonly string[] | null;
}

/** Records of a text that is handed over in pieces of this size. */
function scanned(text: string, size: number, wanted: readonly number[]): Found[] {
  const found: Found[] = [];
  const scanner = new RecordScanner("f", "\t", wanted, (bytes, start, next, broken) => {
    const cells = wanted.map((_, slot) => bytes.toString("utf8", scanner.cellStart[slot], scanner.cellEnd[slot]));
    found.push({ raw: bytes.toString("utf8", start, next), cells: broken ? null : cells });
  });
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) scanner.push(bytes.subarray(at, at + size));
  scanner.end();
  return found;
}

const plainCell = fc.stringMatching(/^[a-zé0-9 ,]{0,8}$/);
const quotedCell = fc.stringMatching(/^[a-zé\t\n\r, 0-9]{0,90}$/).map((text) => `"${text.replaceAll(",", '""')}"`);
const oddCell = fc.stringMatching(/^[a"\t ]{0,6}$/);
const record = fc.array(fc.oneof(plainCell, quotedCell), { minLength: 1, maxLength: 5 }).map((cells) => cells.join("\t"));
const table = fc
  .array(fc.tuple(fc.oneof({ weight: 6, arbitrary: record }, { weight: 1, arbitrary: oddCell }), fc.constantFrom("\n", "\r\n", "\r")), {
    maxLength: 12,
  })
  .map((records) => records.flat().join(""));

const unquoted = (raw: string): string => raw.replace(/"( *)"/g, (_, blanks: string) => blanks || '"');

test("records and their cells are those of the lenient scanner of text, however the bytes come", () => {
  fc.assert(
    fc.property(table, fc.integer({ min: 1, max: 40 }), (text, size) => {
      const scanner = new CsvScanner("\t", { lenient: true });
      const expected = [...scanner.push(text), ...scanner.end()];
      const found = scanned(text, size, [0, 2]);
      expect(found).toHaveLength(expected.length);
      for (const [at, each] of expected.entries()) {
        const cells = found[at]?.cells ?? null;
        if (!("cells" in each)) expect(cells).toBeNull();
        else
          for (const [slot, column] of [0, 2].entries())
            expect([cells?.[slot], unquoted(cells?.[slot] ?? "")]).toContain(each.cells[column] ?? "");
      }
      let rest = text;
      for (const { raw } of found) {
        const at = rest.indexOf(raw);
        expect(rest.slice(0, at)).toMatch(/^[\r\n]*$/);
        rest = rest.slice(at + raw.length);
      }
      expect(rest).toMatch(/^[\r\n]*$/);
    }),
    { numRuns: 500 },
  );
});

test("a quote that is never closed costs its line, and a line without end the file", () => {
  const rest = "x\ty\n".repeat(5);
  expect(scanned(`"a\tb\n${rest}`, 7, [0]).map(({ cells }) => cells?.[0] ?? null)).toEqual([null, "x", "x", "x", "x", "x"]);
  expect(() => scanned("x".repeat(3 << 20), 1 << 16, [0])).toThrow(/has a line of more than 1048576 bytes/);
});
