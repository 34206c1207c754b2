import "../seed.ts";
import { readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { quietEffects } from "../../src/base/effects.ts";
import { documentKey } from "../../src/link/numbers/document-number.ts";
import type { ColumnPlan, Expression } from "../../src/sources/format/column-plan.ts";
import { evaluate, undecidedSql, valueSql } from "../../src/sources/format/expressions.ts";
import { openDatabase } from "../../src/workspace/database.ts";
import { loadSource } from "../../src/workspace/load.ts";
import { openWorkspace } from "../../src/workspace/open.ts";
import { query } from "../../src/workspace/query.ts";
import { zipOf } from "../sources/zip.ts";
import { isLong } from "../tiers.ts";
import { kept, loaded, planned, recordByRecord } from "./bulk-support.ts";
import { emptyWorkspace } from "./empty.ts";
import { codeOf, errorOf, keptEffects, temporaryFolder } from "./folder.ts";

const folder = temporaryFolder();
let count = 0;
const fresh = (): string => join(folder, `workspace-${++count}`);

const delimited = { kind: "delimited", delimiter: "\t", header: true } as const;
const document: Expression = { kind: "document", column: "number" };
const note: Expression = { kind: "text", columns: ["note", "more"] };

/** Every kind of expression: an event a record, and its text where it has one. */
const everything: ColumnPlan = {
  format: delimited,
  columns: ["number", "count", "date", "note", "more", "code"],
  outputs: [
    {
      table: "patent_event",
      values: {
        document,
        kind: { kind: "mapped", column: "code", values: { A: "granted", B: "lapsed", "": "none" }, otherwise: "other" },
        code: { kind: "pattern", column: "code", pattern: "([A-Z])0*([0-9]*)", replacement: "\\2-\\1", what: "code" },
        date: { kind: "date", column: "date" },
        note: { kind: "first", of: [note, { kind: "constant", value: "nothing" }] },
      },
    },
    {
      table: "patent_inventor",
      values: { document, position: { kind: "integer", column: "count", plus: 1 }, name: note },
      where: note,
    },
  ],
};

const heading = "number\tcount\tdate\tnote\tmore\tcode\n";
const source = planned(everything);

/** Loads one file both ways; the file is gone afterwards. */
async function bothWays(name: string, content: string | Buffer, of = source) {
  const path = join(folder, name);
  await writeFile(path, content);
  const log = keptEffects();
  const [bulk, single] = [fresh(), fresh()];
  const result = {
    bulk: await loaded(bulk, of, [path], log),
    single: await loaded(single, recordByRecord(of), [path]),
    said: log.messages,
  };
  for (const each of [path, bulk, single]) await rm(each, { recursive: true });
  return result;
}

/** The same with some bytes in its midst spoilt. */
const spoilt = (bytes: Buffer): Buffer =>
  Buffer.from(bytes).fill(0xff, Math.floor(bytes.length * 0.7), Math.floor(bytes.length * 0.7) + 40);

describe("a file loaded as a whole", () => {
  test("gives the rows and rejects that its reader gives, each with the number of its record", async () => {
    const content = [
      `"6103599"\t4\t"2000-08-15"\t"A  method\nof ""transfer"""\t\tA\n`,
      `D435854\t0\t20001226\t\t\tB007\n`,
      `\n`,
      `RE012345\t12.0\t1999-12-00\tone\ttwo\tC\n`,
      `2003/0076485\t\t\t\t\t\n`,
      `nothing\t1\t2000-01-01\tx\t\tA\n`,
      `7654321\tmany\t2000-01-01\tx\t\tA\n`,
      `7654321\t1\t2000-02-30\tx\t\tA\n`,
      `7654321\t\t2000-02-28\tname without position\t\tA\n`,
      `\t1\t2000-02-28\tx\t\tA\n`,
      `7654321\t1\t2000-02-28\tx\t\tlower\n`,
      ` 8000000 \t3\t 2011-08-16 \t  last one \t\tA`,
    ];
    const { bulk, single, said } = await bothWays("mixed.tsv", heading + content.join(""));
    expect(said).toEqual([]);
    expect(bulk).toEqual(single);
    const path = join(folder, "mixed.tsv");
    const events = bulk.patent_event?.map((row) => JSON.parse(row));
    expect(events).toEqual([
      { document: "US6103599", kind: "granted", code: "-A", date: "2000-08-15", note: 'A method of "transfer"', file: path, line: 2 },
      { document: "USD435854", kind: "other", code: "7-B", date: "2000-12-26", note: "nothing", file: path, line: 3 },
      { document: "USRE12345", kind: "other", code: "-C", date: "1999-12", note: "one two", file: path, line: 4 },
      { document: "US2003076485", kind: "none", code: null, date: null, note: "nothing", file: path, line: 5 },
      { document: "US8000000", kind: "granted", code: "-A", date: "2011-08-16", note: "last one", file: path, line: 12 },
    ]);
    expect(bulk.patent_inventor?.map((row) => JSON.parse(row).position)).toEqual([5, 13, 4]);
    expect(bulk.reject?.map((row) => [JSON.parse(row).line, JSON.parse(row).reason])).toEqual([
      [6, "number is not the number of a US publication"],
      [7, "count is not a whole number"],
      [8, "date is not a date"],
      [9, "count is empty"],
      [10, "number is empty"],
      [11, "code is not a code"],
    ]);
    expect(JSON.parse(bulk.reject?.[1] as string)).toMatchObject({ code: "LM_LOAD_BAD_ROW", excerpt: "7654321,many,2000-01-01,x,,A" });
  });

  const row = "6103599\t1\t2000-01-01\tx\ty\tA\n";
  /** Of more than the 8 megabytes that one thread reads. */
  const records = isLong ? 400_000 : 150_000;
  test.each([
    ["too few cells", `${row}1\t2\n${row}`],
    ["too many cells", `${row}${row.trim()}\tz\n${row}`],
    ["a quote that is not closed", `${row}"6103599\t1\t2000-01-01\tx\ty\tA\n${row}${row}`],
    ["text after a closing quote", `${row}"6103599"x\t1\t2000-01-01\tx\ty\tA\n${row}`],
    ["a lone carriage return", `${row}61\r03599\t1\t2000-01-01\tx\ty\tA\n${row}`],
    ["another line end within its header", Buffer.from(heading.replace("more", '"mo\r\nre"') + row + row)],
    ["mixed line ends", `${row}${row.trim()}\r\n${row}`],
    ["bytes that are no UTF-8", Buffer.concat([Buffer.from(heading + row), Buffer.from([0xe9]), Buffer.from(row + row)])],
    ["a NUL byte", `${row}6103599\t1\t2000-01-01\tx\0\ty\tA\n${row}`],
    ["digits of another script", `${row}６１０３５９９\t1\t2000-01-01\tx\ty\tA\n${row}`],
    ["too long a record", `${row}6103599\t1\t2000-01-01\t${"x".repeat(300_000)}\ty\tA\n${row}`],
  ])("is read record by record where it has %s", async (_, content) => {
    const { bulk, single } = await bothWays("broken.tsv", typeof content === "string" ? heading + content : content);
    expect(bulk).toEqual(single);
    expect(bulk.patent_event?.length).toBeGreaterThan(1);
  });

  test.each([
    ["no record", heading],
    ["CRLF", (heading + row + row).replaceAll("\n", "\r\n")],
    ["a line end within its header", `${heading.replace("more", '"mo\nre"')}${row}`],
    ["a blank line before its header", `\n${heading}${row}`],
    ["a byte order mark", `\ufeff${heading}${row}`],
    ["white space of every kind", `${heading}6103599\t1\t2000-01-01\t\u00a0a\u2003 b\u3000\tc\u2028\tA\n`],
  ])("may have %s", async (_, content) => {
    const { bulk, single, said } = await bothWays("sound.tsv", content);
    expect(bulk).toEqual(single);
    expect(said).toEqual([]);
  });

  test("keeps every record of a file that several threads read, quoted line ends included", async () => {
    const texts = Array.from({ length: records }, (_, index) =>
      index % 3 === 0
        ? `${4_000_000 + index}\t${index}\t2001-01-0${(index % 9) + 1}\t"line one\nline ""two""\n\n${index}"\tx\tA\n`
        : `"${4_000_000 + index}"\t${index}\t2001-01-0${(index % 9) + 1}\t${"long ".repeat(index % 20)}\tx\tA\n`,
    );
    const path = join(folder, "large.tsv");
    await writeFile(path, heading + texts.join(""));
    const dir = fresh();
    await emptyWorkspace(dir);
    const workspace = await openWorkspace(dir, { mode: "write" });
    const log = keptEffects();
    const summary = await loadSource(workspace, source, [path], {}, log);
    expect(log.messages).toEqual([]);
    expect(summary).toMatchObject({ rows: 2 * records, rejects: 0 });
    const wrong = await workspace.use((connection) =>
      query<{ n: number }>(
        connection,
        `SELECT count(*)::INTEGER AS n FROM patent_inventor
         WHERE document <> 'US' || (4000000 + line - 2) OR position <> line - 1 OR (line - 2) % 3 = 0 AND name <> 'line one line "two" ' || (line - 2) || ' x'`,
      ),
    );
    expect(wrong).toEqual([{ n: 0 }]);
    workspace.close();
    await rm(path);
  });

  test("may be zipped or gzipped, and leaves no temporary file", async () => {
    const content = heading + row.repeat(50);
    const plain = await bothWays("plain.tsv", content);
    for (const [name, bytes] of [
      ["packed.tsv.gz", gzipSync(content)],
      ["packed.zip", zipOf({ "table.tsv": content })],
    ] as const) {
      const path = join(folder, name);
      await writeFile(path, bytes);
      const dir = fresh();
      const found = await loaded(dir, { ...source, files: async (paths) => paths }, [path]);
      const unnamed = (rows: readonly string[] = []) => rows.map((each) => ({ ...JSON.parse(each), file: "" }));
      expect(unnamed(found.patent_event)).toEqual(unnamed(plain.bulk.patent_event));
      expect(found.patent_event).toHaveLength(50);
      expect(await readdir(dir)).toEqual(["levermap.duckdb"]);
    }
  });

  test.each([
    ["torn.tsv.gz", (content: string) => gzipSync(content).subarray(0, -300)],
    ["torn.zip", (content: string) => zipOf({ "table.tsv": content }).subarray(0, -300)],
    ["spoilt.zip", (content: string) => spoilt(zipOf({ "table.tsv": content }))],
  ])("that cannot be unpacked to its end is read record by record: %s", async (name, pack) => {
    const rows = Array.from({ length: 400 }, (_, index) => row.replace("6103599", `${4_000_000 + index * 7919}`));
    const { bulk, single, said } = await bothWays(name, pack(heading + rows.join("")));
    expect(bulk).toEqual(single);
    expect(said.join()).toMatch(/read record by record/);
    expect(bulk.patent_event?.length).toBeGreaterThan(200);
    expect(bulk.patent_event?.length).toBeLessThan(400);
    expect(bulk.reject?.map((each) => JSON.parse(each))).toMatchObject([
      { line: (bulk.patent_event?.length ?? 0) + 2, code: "LM_FILE_UNREADABLE", reason: expect.stringMatching(/^the archive /) },
    ]);
  });

  test("is kept not at all if too many records are bad, and not loaded twice", async () => {
    const path = join(folder, "bad.tsv");
    await writeFile(path, heading + row.repeat(9) + row.replace("6103599", "none"));
    const dir = fresh();
    await emptyWorkspace(dir);
    const workspace = await openWorkspace(dir, { mode: "write" });
    const error = await errorOf(loadSource(workspace, source, [path], { maxRejects: 0.09 }));
    expect(error?.code).toBe("LM_LOAD_TOO_MANY_REJECTS");
    expect(error?.details).toMatchObject({
      records: 10,
      bad: 1,
      first: [{ line: 11, reason: "number is not the number of a US publication" }],
    });
    expect(await kept(workspace)).toEqual({});
    const first = await loadSource(workspace, source, [path], { maxRejects: 0.1 });
    expect(first).toMatchObject({ rows: 18, rejects: 1, loads: [{ already: false }] });
    expect(await loadSource(workspace, source, [path], { maxRejects: 0.1 })).toMatchObject({
      rows: 18,
      rejects: 1,
      loads: [{ already: true }],
    });
    workspace.close();
  });

  test("is given up when it is asked to stop, and leaves nothing", async () => {
    const path = join(folder, "stopped.tsv");
    await writeFile(path, heading + row.repeat(1_000_000));
    const dir = fresh();
    await emptyWorkspace(dir);
    const workspace = await openWorkspace(dir, { mode: "write" });
    const stop = new AbortController();
    const progress = { report: () => stop.abort(new Error("stopped")) };
    await expect(loadSource(workspace, source, [path], {}, { ...quietEffects, signal: stop.signal, progress })).rejects.toThrow("stopped");
    expect(await kept(workspace)).toEqual({});
    expect(await workspace.status()).toEqual([]);
    workspace.close();
    expect(await readdir(dir)).toEqual(["levermap.duckdb"]);
    await rm(path);
  });

  test("says that a file is not there", async () => {
    const dir = fresh();
    await emptyWorkspace(dir);
    const workspace = await openWorkspace(dir, { mode: "write" });
    expect(await codeOf(loadSource(workspace, source, [join(folder, "none.tsv")]))).toBe("LM_FILE_NOT_FOUND");
    workspace.close();
  });
});

const marks = fc.constantFrom(
  "",
  "",
  "0",
  "00",
  "D",
  "RE",
  "PP",
  "H",
  "T",
  "X",
  "AI",
  "US",
  "20",
  "2003",
  "/",
  ",",
  " ",
  "-",
  ".",
  "_",
  "d",
  "\t",
  "A",
);
const numbers = fc
  .array(fc.oneof(marks, fc.nat(99_999_999).map(String), fc.stringMatching(/^[ -~]{0,3}$/)), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join(""));

test("US numbers are in SQL what they are in the link room", async () => {
  const database = await openDatabase(join(folder, "numbers.duckdb"), "write");
  const sql = `SELECT ${valueSql({ kind: "document", column: "n" })} AS document FROM (SELECT unnest(from_json($1::JSON, '["VARCHAR"]')) AS n)`;
  await fc.assert(
    fc.asyncProperty(fc.array(numbers, { minLength: 200, maxLength: 400 }), async (printed) => {
      const found = await query<{ document: string | null }>(database.connection, sql, [JSON.stringify(printed)]);
      expect(found.map(({ document: key }) => key)).toEqual(printed.map((each) => documentKey("US", each)));
    }),
    { numRuns: 30 },
  );
  database.close();
});

const cell = fc.oneof(
  fc.constantFrom(
    "",
    " ",
    "6103599",
    "D1",
    "2000-02-29",
    "1999-02-29",
    "20001300",
    "1800-00-00",
    "2001-05-00",
    "1099-01-01",
    "A",
    "B",
    "A0012",
    "7.0",
    "7.5",
  ),
  fc.constantFrom("a  b", " a", "\u00a0", "x\ty", "l\nm", 'q"r', "é", "９", "999999999", "1234567890", "-1"),
  fc.nat().map(String),
);
const written = (value: string): string => (/[\t\n"]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

const functions: readonly Expression[] = [
  { kind: "constant", value: "it's" },
  { kind: "text", columns: ["a"] },
  { kind: "text", columns: ["a", "b"] },
  { kind: "integer", column: "a", plus: 1 },
  { kind: "date", column: "a" },
  { kind: "document", column: "a" },
  { kind: "pattern", column: "a", pattern: "([A-Z])0*([1-9][0-9]*)", replacement: "\\2\\1", what: "code" },
  { kind: "mapped", column: "a", values: { "": "none", A: "first", "7.0": "seven" }, otherwise: "other" },
  { kind: "mapped", column: "a", values: { A: "first" }, otherwise: null },
];
const both: readonly Expression[] = [...functions, { kind: "first", of: [functions[4], functions[6]].flatMap((each) => each ?? []) }];

test("each function is in SQL what it is for one record, unless SQL says that it cannot tell", async () => {
  const database = await openDatabase(join(folder, "functions.duckdb"), "write");
  const columns = both.flatMap((expression, index) => [
    `to_json(${valueSql(expression)}) AS v${index}`,
    `${undecidedSql(expression, valueSql(expression)) ?? "false"} AS u${index}`,
  ]);
  const sql = `SELECT ${columns.join(", ")} FROM (SELECT nullif(c->>0, '') AS a, nullif(c->>1, '') AS b FROM (SELECT unnest($1::JSON::JSON[]) AS c))`;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 200 }), async (records) => {
      const found = await query<Record<string, unknown>>(database.connection, sql, [JSON.stringify(records)]);
      records.forEach(([a, b], at) => {
        both.forEach((expression, index) => {
          if (found[at]?.[`u${index}`] === true) return;
          const cells = new Map(Object.entries({ a, b }));
          const value: unknown = JSON.parse(String(found[at]?.[`v${index}`] ?? null));
          expect(value, JSON.stringify([expression, a, b])).toEqual(evaluate(expression, cells));
        });
      });
    }),
    { numRuns: 20 },
  );
  database.close();
});

test("any cells give the same both ways", async () => {
  const records = fc.array(fc.tuple(cell, cell, cell, cell, cell, cell), { maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(records, async (rows) => {
      const content = heading + rows.map((cells) => `${cells.map(written).join("\t")}\n`).join("");
      const { bulk, single } = await bothWays("any.tsv", content);
      expect(bulk).toEqual(single);
    }),
    { numRuns: isLong ? 12 : 3 },
  );
});
