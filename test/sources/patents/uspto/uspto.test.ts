import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { quietEffects } from "../../../../src/base/effects.ts";
import { LevermapError } from "../../../../src/base/errors.ts";
import { uspto } from "../../../../src/sources/patents/uspto/uspto.ts";
import { faults, folderOf, listening, type Read, readAll, realData } from "../../support.ts";
import { usptoFixture, usptoNames } from "./uspto-fixtures.ts";

const documents = ({ of }: Read): string[] => of("patent").map(({ document }) => document);
const readFile = async (name: string, content: string | Buffer, effects = quietEffects): Promise<Read> =>
  readAll(uspto, [join(await folderOf({ [name]: content }), name)], effects);

describe("files", () => {
  test("of any layout are found in a folder by what is in them, others passed over", async () => {
    const all = Object.fromEntries(usptoNames.map((name) => [`deep/${name}`, usptoFixture(name)]));
    const folder = await folderOf({ ...all, "notes.txt": "PATN is not here", "other.xml": "<a/>", "picture.tif": "x" });
    const found = await readAll(uspto, [folder]);
    expect(documents(found)).toHaveLength(10);
    expect(await uspto.edition(await uspto.files([folder]))).toBeNull();
  });

  test("named themselves must be of the USPTO", async () => {
    const folder = await folderOf({ "other.xml": "<a/>" });
    await expect(uspto.files([join(folder, "other.xml")])).rejects.toMatchObject({ code: "LM_LOAD_UNRECOGNISED" });
    await expect(uspto.files([folder])).rejects.toMatchObject({ code: "LM_LOAD_UNRECOGNISED" });
  });

  test("packed as gzip are read as they are", async () => {
    const found = await readFile("greenbook.txt.gz", gzipSync(usptoFixture("greenbook.txt")));
    expect(documents(found)).toEqual(["US4890001", "USD305001"]);
  });

  test("in UTF-16 with a byte order mark are read record by record", async () => {
    const text = usptoFixture("grant-v45.xml").toString();
    const utf8 = await readFile("grants.xml", text);
    for (const bytes of [Buffer.from(`\ufeff${text}`, "utf16le"), Buffer.from(`\ufeff${text}`, "utf16le").swap16()]) {
      const found = await readFile("grants.xml", bytes);
      expect(found.rejects).toEqual([]);
      expect(found.rows.map(({ table, line, row }) => [table, line, row])).toEqual(
        utf8.rows.map(({ table, line, row }) => [table, line, row]),
      );
    }
  });

  test("reading stops when it is told to", async () => {
    const folder = await folderOf({ "grant.xml": usptoFixture("grant-v45.xml") });
    const stop = new AbortController();
    stop.abort(new LevermapError("LM_INTERRUPTED", "stopped"));
    const reading = uspto.read([join(folder, "grant.xml")], { ...quietEffects, signal: stop.signal })[Symbol.asyncIterator]();
    await expect(reading.next()).rejects.toMatchObject({ code: "LM_INTERRUPTED" });
  });
});

const good = usptoFixture("grant-v45.xml").toString();
const [first = "", second = ""] = good.split(/(?=<\?xml )/);
const spoilt: Readonly<Record<string, { readonly record: string | Buffer; readonly reason: RegExp }>> = {
  "a record that ends in its description": {
    record: first.slice(0, first.indexOf("nothing is kept")),
    reason: /ends too early \(in us-patent-grant\/description/,
  },
  "a record that ends in its head": { record: first.slice(0, 700), reason: /ends too early|unexpected end/ },
  "a byte that is no UTF-8": {
    record: Buffer.concat([
      Buffer.from(first.slice(0, first.indexOf("Splitting"))),
      Buffer.from([0xff]),
      Buffer.from(first.slice(first.indexOf("Splitting"))),
    ]),
    reason: /not UTF-8 after/,
  },
  "an entity bomb": {
    record: first.replace("[ ]", `[ <!ENTITY a "${"a".repeat(50)}"><!ENTITY b "${"&a;".repeat(50)}"> ]`).replace("Splitting", "&b;"),
    reason: /entity of its own/,
  },
  "elements 10,000 deep": { record: first.replace("Splitting", "<b>".repeat(10_000)), reason: /more than 200 levels/ },
  "an attribute of 100,000 characters": {
    record: first.replace('id="d2e1"', `id="${"1".repeat(100_000)}"`),
    reason: /an attribute of more than/,
  },
  "no number": { record: first.replace(">09900001<", "><"), reason: /no number of a publication/ },
  "a day that is none": { record: first.replace("<date>20180220</date>", "<date>20180231</date>"), reason: /no date of publication/ },
  "another root": {
    record: '<?xml version="1.0"?><us-patent-other><a/></us-patent-other>\n',
    reason: /us-patent-other is not a publication/,
  },
  "a NUL byte": { record: first.replace("Splitting", "\0"), reason: /disallowed character/ },
};

describe("a bad record is rejected with its place, those around it are kept", () => {
  test.each(Object.entries(spoilt))("%s", async (_, { record, reason }) => {
    const content = Buffer.concat([
      Buffer.from(second),
      Buffer.from(record),
      Buffer.from("\n"),
      Buffer.from(second.replaceAll("RE046001", "RE046002")),
    ]);
    const found = await readFile("week.xml", content);
    expect(documents(found)).toEqual(["USRE46001", "USRE46002"]);
    expect(found.rejects).toEqual([expect.objectContaining({ line: 2, code: "LM_LOAD_BAD_ROW", reason: expect.stringMatching(reason) })]);
    expect(found.rejects[0]?.file).toMatch(/week\.xml$/);
  });

  test("an entity that nobody declares, or an outside file, stays as text and costs no record; it is said", async () => {
    const outside = first.replace("[ ]", '[ <!ENTITY a SYSTEM "/etc/passwd"> ]').replace("Splitting", "&a;");
    const { effects, said } = listening();
    const found = await readFile("week.xml", outside + second, effects);
    expect(documents(found)).toEqual(["US9900001", "USRE46001"]);
    expect(found.rows.find(({ table }) => table === "patent_text")?.row).toMatchObject({ text: expect.stringContaining("&a;") });
    expect(said).toEqual([expect.stringMatching(/week\.xml: 1 named character that no public set has kept as printed \(&a;\)\.$/)]);
  });

  test("an unknown entity or a spoilt byte in a text that is not kept costs nothing", async () => {
    const content = first.replace("Long <b>text</b>", "Long &unheard-of; text");
    expect(documents(await readFile("week.xml", content))).toEqual(["US9900001"]);
  });

  test("Green Book: a record that ends before its claims", async () => {
    const book = usptoFixture("greenbook.txt").toString();
    const torn = book.replace(/CLMS[\s\S]*?(?=PATN)/, "");
    const found = await readFile("week.txt", torn);
    expect(documents(found)).toEqual(["USD305001"]);
    expect(found.rejects).toEqual([expect.objectContaining({ line: 1, reason: "the record ends before its claims" })]);
    expect((await readFile("week.txt", book.replace("048900017", ""))).rejects).toEqual([expect.objectContaining({ line: 1 })]);
    expect((await readFile("week.txt", book.replace("Ion", "\0"))).rejects).toEqual([
      expect.objectContaining({ line: 1, reason: expect.stringContaining("NUL") }),
    ]);
  });
});

const real = realData("patents/uspto-xml");

describe(`real files of ${real.path}`, () => {
  const under = async (path: string): Promise<Read> => {
    const found = await readAll(uspto, [join(real.path, path)]);
    expect(found.rejects).toEqual([]);
    expect(found.rows.flatMap(faults)).toEqual([]);
    return found;
  };
  const heads = ({ of }: Read): (string | number | null)[][] =>
    of("patent").map(({ document, published, filed, priority, references, term_days }) => [
      document,
      published,
      filed,
      priority,
      references,
      term_days,
    ]);

  test.skipIf(real.absent)("grants of version 4", async () => {
    const found = await under("grant-v4");
    expect(heads(found)).toEqual([
      ["US6859910", "2005-02-22", "2001-04-10", "2000-04-10", 8, 802],
      ["US6970935", "2005-11-29", "2000-11-01", "2000-11-01", 11, 730],
      ["US7272630", "2007-09-18", "2004-11-18", "2001-06-06", 78, 36],
      ["US8926509", "2015-01-06", "2008-06-05", "2007-08-24", 130, 605],
      ["US8930553", "2015-01-06", "2012-10-09", "2012-10-09", 16, 129],
      ["US6857133", "2005-02-22", "2002-05-07", "2002-05-07", 8, 268],
      ["US9358892", "2016-06-07", "2014-12-02", "2014-12-02", 24, 28],
    ]);
    expect(found.of("patent_citation")).toHaveLength(275);
    expect(found.of("literature_citation")).toHaveLength(77);
    const toyota = found.of("patent_citation").filter(({ citing }) => citing === "US9358892");
    expect(toyota.slice(-2).map(({ cited, phase }) => [cited, phase])).toEqual([
      ["JP2010241385", "applicant"],
      ["WO2009157308", "examiner"],
    ]);
  });

  test.skipIf(real.absent)("grants of 2001 to 2004", async () => {
    const found = await under("grant-sgml");
    expect(heads(found)).toEqual([
      ["US6336130", "2002-01-01", "1999-10-05", "1997-04-08", 6, null],
      ["USD435854", "2001-01-02", "1999-01-06", "1999-01-06", 10, null],
      ["US6334226", "2002-01-01", "2000-04-24", "1997-10-22", 14, null],
    ]);
    expect(found.of("patent_inventor")).toHaveLength(12);
    expect(found.of("patent_link").map(({ other }) => other)).toContain("WO1998JP04545");
  });

  test.skipIf(real.absent)("Green Book", async () => {
    const found = await under("greenbook");
    expect(heads(found)).toEqual([
      ["US3932709", "1976-01-13", "1974-03-07", "1973-04-16", 9, null],
      ["US3937375", "1976-02-10", "1974-10-29", "1974-10-29", 5, null],
    ]);
    expect(found.of("patent_holder").map(({ name }) => name)).toEqual(["General Teletronics Incorporated"]);
  });

  test.skipIf(real.absent)("applications", async () => {
    const found = await under("application");
    expect(heads(found).map(([document, published]) => [document, published])).toEqual([
      ["US2001000044", "2001-03-15"],
      ["US2001000943", "2001-05-10"],
      ["US2001009014", "2001-07-19"],
      ["US2005004437", "2005-01-06"],
      ["US2021267109", "2021-09-02"],
      ["US2022159901", "2022-05-26"],
    ]);
    expect(found.of("patent_text").filter(({ field }) => field === "claim")).toHaveLength(6);
  });

  test.skipIf(real.absent)("a weekly archive: the list and the report in it are passed over", async () => {
    const found = await under("weekly");
    expect(heads(found)).toEqual([
      ["USD982278", "2023-04-04", "2022-03-25", "2022-03-25", 45, null],
      ["USD982279", "2023-04-04", "2021-07-28", "2021-07-28", 11, null],
      ["US11617590", "2023-04-04", "2019-03-22", "2009-01-27", 17, null],
    ]);
    expect(found.rows[0]?.file).toMatch(/ipgb20230404_wk14\.zip!ipgb20230404\.xml$/);
    expect(found.of("patent_text").find(({ document }) => document === "US11617590")?.text).toBe(
      "Arthroscopic tunnel guide for rotator cuff repair",
    );
  });
});
