import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CsvScanner, maxRecordCharacters, type Scanned } from "../../../src/base/csv-scanner.ts";
import { quietEffects } from "../../../src/base/effects.ts";
import { csvRows, readHeader } from "../../../src/sources/format/csv-rows.ts";
import { folderOf, listening } from "../support.ts";

const scan = (pieces: readonly string[], delimiter = ","): Scanned[] => {
  const scanner = new CsvScanner(delimiter);
  return [...pieces.flatMap((piece) => scanner.push(piece)), ...scanner.end()];
};

async function read(content: string | Buffer, required = ["a", "b"]) {
  const file = join(await folderOf({ "x.csv": content }), "x.csv");
  const { effects, said } = listening();
  const found = [];
  for await (const row of csvRows(file, required, effects))
    found.push("kind" in row ? { line: row.line, reason: row.reason } : { line: row.line, a: row.text("a"), b: row.text("b") });
  return { found, said };
}

describe("scanner", () => {
  test("splits quoted cells with delimiters, quotes and line ends, and counts lines", () => {
    expect(scan(['a,b\r\n"1,""2""","x\ny"\n\n3,4'])).toEqual([
      { line: 1, cells: ["a", "b"] },
      { line: 2, cells: ['1,"2"', "x\ny"] },
      { line: 5, cells: ["3", "4"] },
    ]);
  });

  test("a quote that is never closed costs its own line only", () => {
    const records = scan(['a,b\n1,"x\n2,y\n3,z\n']);
    expect(records).toMatchObject([
      { line: 1 },
      { line: 2, problem: "quote that is not closed" },
      { line: 3, cells: ["2", "y"] },
      { line: 4, cells: ["3", "z"] },
    ]);
  });

  test("lenient, it takes quotes as DuckDB does", () => {
    const lenient = (text: string): Scanned[] => {
      const scanner = new CsvScanner("\t", { lenient: true });
      return [...[...text].flatMap((piece) => scanner.push(piece)), ...scanner.end()];
    };
    expect(lenient('5" disk\t"6"" disk"\n "a\tb" \t  "c"\n"a""" "b"\tc\n"d"x\te\n')).toEqual([
      { line: 1, cells: ['5" disk', '6" disk'] },
      { line: 2, cells: ["a\tb", '  "c"'] },
      { line: 3, cells: ['a" b', "c"] },
      { line: 4, problem: "text after a closing quote", excerpt: '"d"x\te' },
    ]);
  });

  test("stray quotes, text after a quote and NUL bytes are problems of one line", () => {
    const records = scan(['x"y,1\n"x"y,2\n\0,3\n"\0",4\nok,5\n']);
    expect(records.map((record) => ("problem" in record ? record.problem : record.cells))).toEqual([
      "quote inside a field that is not quoted",
      "text after a closing quote",
      "NUL byte",
      "NUL byte",
      ["ok", "5"],
    ]);
  });

  test("a record longer than the bound is one problem, and the next line is read", () => {
    const huge = "x".repeat(maxRecordCharacters * 3 + 7);
    for (const line of [huge, `"${huge}"`, `"${huge}`]) {
      const records = scan([`a,b\n${line.slice(0, 1000)}`, line.slice(1000), "\n1,2\n"]);
      expect(records).toHaveLength(3);
      expect(records[1]).toMatchObject({ line: 2, excerpt: line.slice(0, 200) });
      expect(records[2]).toEqual({ line: 3, cells: ["1", "2"] });
    }
  });

  test("any table written by the rules comes back, whatever the pieces", () => {
    const cell = fc
      .oneof(fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", "\r", " ", "é") }), fc.string())
      .filter((text) => !text.includes("\0"));
    const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 6 }),
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom("\n", "\r\n"),
        (rows, size, end) => {
          const text = rows.map((row) => row.map(quoted).join(",") + end).join("");
          const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, index) => text.slice(index * size, (index + 1) * size));
          expect(scan(pieces).map((record) => ("cells" in record ? record.cells : record.problem))).toEqual(rows);
        },
      ),
    );
  });

  test("any text at all ends, and no more records than lines come out", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", "\r", "\0") }), { maxLength: 8 }), (pieces) => {
        const lines = pieces.join("").split(/\r\n|\n|\r/).length;
        const records = scan(pieces);
        expect(records.length).toBeLessThanOrEqual(lines);
        expect(records.every(({ line }) => line >= 1 && line <= lines)).toBe(true);
        expect(scan([pieces.join("")])).toEqual(records);
      }),
      { numRuns: 500 },
    );
  });
});

describe("rows of a file", () => {
  test("cells by column name with their lines; short and long records are rejects", async () => {
    const { found } = await read("a,b\n1,2\n3\n4,5,6\n7,8,\n");
    expect(found).toEqual([
      { line: 2, a: "1", b: "2" },
      { line: 3, reason: "1 cells where the header has 2" },
      { line: 4, reason: "3 cells where the header has 2" },
      { line: 5, a: "7", b: "8" },
    ]);
  });

  test("a byte order mark, UTF-16, gzip, tabs and semicolons are understood", async () => {
    const expected = [{ line: 2, a: "é", b: "2" }];
    expect((await read("\ufeffa,b\né,2\n")).found).toEqual(expected);
    expect((await read(Buffer.from("\ufeffa,b\né,2\n", "utf16le"))).found).toEqual(expected);
    expect((await read(gzipSync("a,b\né,2\n"))).found).toEqual(expected);
    expect((await read("a\tb\né\t2\n")).found).toEqual(expected);
    expect((await read("a;b\né;2\n")).found).toEqual(expected);
  });

  test("UTF-16 is read in both orders of bytes, with its mark and without", async () => {
    const expected = [{ line: 2, a: "海思", b: "2" }];
    for (const mark of ["\ufeff", ""]) {
      const little = Buffer.from(`${mark}a\tb\n海思\t2\n`, "utf16le");
      for (const content of [little, Buffer.from(little).swap16(), gzipSync(little)]) {
        const { found, said } = await read(content);
        expect([mark, found, said]).toEqual([mark, expected, []]);
      }
    }
  });

  test("a workbook of a spreadsheet is called one", async () => {
    const workbook = Buffer.concat([Buffer.from("PK\u0003\u0004"), Buffer.from([20, 0, 6, 0, 8, 0, 0, 0])]);
    await expect(read(workbook)).rejects.toThrow("save it as CSV");
  });

  test("what is not UTF-8 is read as Windows-1252, and that is said", async () => {
    const { found, said } = await read(Buffer.from([...Buffer.from("a,b\n"), 0x80, 0x93, 0x9d, 0xe9, ...Buffer.from(",2\n")]));
    expect(found).toEqual([{ line: 2, a: "€“\u009dé", b: "2" }]);
    expect(said).toEqual([expect.stringContaining("read as Windows-1252")]);
    expect((await read("a,b\né,2\n")).said).toEqual([]);
  });

  test("a bad byte far down still decides for the whole file", async () => {
    const { found } = await read(
      Buffer.concat([Buffer.from("a,b\n\xe9,1\n", "latin1"), Buffer.from("x,1\n".repeat(200_000)), Buffer.from([0xff, 0x2c, 0x32])]),
    );
    expect(found[0]).toEqual({ line: 2, a: "é", b: "1" });
    expect(found.at(-1)).toEqual({ line: 200_003, a: "ÿ", b: "2" });
  });

  test.each([
    ["an empty file", ""],
    ["another header", "x,y\n1,2\n"],
    ["a column twice", "a,b,a\n1,2,3\n"],
    ["a header in an open quote", '"a,b\n1,2\n'],
  ])("%s is LM_LOAD_UNRECOGNISED", async (_, content) => {
    await expect(read(content)).rejects.toMatchObject({ code: "LM_LOAD_UNRECOGNISED" });
  });

  test("missing, foreign and torn files have their codes", async () => {
    const packed = gzipSync("a,b\n1,2\n".repeat(1000));
    const folder = await folderOf({ "torn.csv.gz": packed.subarray(0, 40), "head.csv.gz": packed.subarray(0, 14) });
    await expect(readHeader(join(folder, "none.csv"))).rejects.toMatchObject({ code: "LM_FILE_NOT_FOUND" });
    await expect(readHeader(folder)).rejects.toMatchObject({ code: "LM_FILE_UNREADABLE" });
    expect(await readHeader(join(folder, "torn.csv.gz"))).toEqual(["a", "b"]);
    await expect(readHeader(join(folder, "head.csv.gz"))).rejects.toMatchObject({ code: "LM_FILE_UNREADABLE" });
  });

  test("a signal stops the reading", async () => {
    const file = join(await folderOf({ "x.csv": `a,b\n${"1,2\n".repeat(400_000)}` }), "x.csv");
    const stop = new AbortController();
    const rows = csvRows(file, ["a"], { ...quietEffects, signal: stop.signal });
    await rows.next();
    stop.abort();
    await expect(
      (async () => {
        for await (const row of rows) void row;
      })(),
    ).rejects.toBe(stop.signal.reason);
  });
});
