import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, test } from "vitest";
import { googlePatents } from "../../../../src/sources/patents/tables/google-patents.ts";
import { firstClaim, plainText } from "../../../../src/sources/patents/tables/google-patents-record.ts";
import { faults, folderOf, readAll, realData } from "../../support.ts";
import { googleApplication as application, googleGrant as grant, googleLines as lines } from "./fixtures-patent-tables.ts";

const expectBoth = (read: Awaited<ReturnType<typeof readAll>>): void => {
  expect(read.rejects).toEqual([]);
  expect(read.rows.flatMap(faults)).toEqual([]);
  expect(read.of("patent")).toMatchObject([
    {
      document: "US7000001",
      kind: "B1",
      published: "2006-02-14",
      filed: "2000-04-03",
      priority: "1999-05-01",
      family: "42",
      granted: 1,
      references: 2,
      native: "US-7000001-B1",
    },
    { document: "KR20190085654", kind: "A", family: null, granted: 0, references: null },
  ]);
  expect(read.of("patent_text").map(({ field, language, text }) => [field, language, text])).toEqual([
    ["title", "en", "Split & bond"],
    ["abstract", "en", "A layer is split."],
    ["claim", "en", "A method of splitting."],
    ["title", "ko", "기판"],
    ["title", "en", "Substrate"],
  ]);
  expect(read.of("patent_holder").map(({ role, position, name, economy }) => [role, position, name, economy])).toEqual([
    ["assignee", 1, "ONE CORP", "US"],
    ["assignee", 2, "ZWEI GMBH", "DE"],
  ]);
  expect(read.of("patent_inventor")).toMatchObject([{ name: "DOE JANE", economy: "US" }]);
  expect(read.of("patent_class").map(({ scheme, symbol, role }) => [scheme, symbol, role])).toEqual([
    ["cpc", "H01L21/76254", "inventive"],
    ["cpc", "Y10S438/977", "additional"],
    ["ipc", "H01L21/46", null],
    ["uspc", "438/458", null],
  ]);
  expect(read.of("patent_citation").map(({ cited, category, phase }) => [cited, category, phase])).toEqual([
    ["US6103599", null, "search"],
    ["EP0533551", "X;Y", "applicant"],
  ]);
  expect(read.of("literature_citation")).toMatchObject([{ text: "A paper, 1999", category: "A", phase: "examiner" }]);
  expect(read.of("patent_link")).toMatchObject([{ relation: "priority", date: "1999-05-01" }]);
};

describe("google-patents", () => {
  test("JSON lines as BigQuery exports them, plain and packed", async () => {
    expectBoth(await readAll(googlePatents, [await folderOf({ "rows-000.json": lines })]));
    expectBoth(await readAll(googlePatents, [await folderOf({ "rows-000.json.gz": gzipSync(lines) })]));
  });

  test("one JSON array", async () => {
    expectBoth(await readAll(googlePatents, [await folderOf({ "rows.json": JSON.stringify([grant, application], null, 2) })]));
  });

  test("Parquet, in several row groups, without the columns that are not read", async () => {
    const folder = await folderOf({ "rows.json": lines });
    const instance = await DuckDBInstance.create();
    const connection = await instance.connect();
    const source = `read_json('${join(folder, "rows.json")}', format = 'newline_delimited')`;
    for (const compression of ["zstd", "snappy", "gzip"]) {
      const target = join(folder, `${compression}.parquet`);
      await connection.run(
        `COPY (SELECT *, 'long' AS description FROM ${source}) TO '${target}' (FORMAT parquet, COMPRESSION ${compression})`,
      );
      expectBoth(await readAll(googlePatents, [target]));
    }
    const many = join(folder, "many.parquet");
    await connection.run(
      `COPY (SELECT 'US-' || (7000000 + i) || '-B2' AS publication_number, '1' AS family_id, 20060101 AS publication_date FROM range(5000) t(i)) TO '${many}' (FORMAT parquet, ROW_GROUP_SIZE 2048)`,
    );
    const { of } = await readAll(googlePatents, [many]);
    expect(new Set(of("patent").map(({ document }) => document)).size).toBe(5000);
    expect(of("patent").at(-1)).toMatchObject({ document: "US7004999", published: "2006-01-01", granted: 1 });
    connection.closeSync();
    instance.closeSync();
  });

  test("the site's CSV, whose first line is the search", async () => {
    const csv = `search URL:,https://patents.google.com/?q=x
id,title,assignee,inventor/author,priority date,filing/creation date,publication date,grant date,result link,representative figure link
US-7000001-B1,"Split, bond","Soitec, S.A., One Inc","Jane Doe, Jim Roe",1999-05-01,2000-04-03,2006-02-14,2006-02-14,https://patents.google.com/patent/US7000001B1/en,
KR-20190085654-A,Substrate,,,,,2019-07-19,,https://patents.google.com/patent/KR20190085654A/en,
nothing,Broken,,,,,,,,
`;
    const { rows, rejects, of } = await readAll(googlePatents, [await folderOf({ "gp-search.csv": csv })]);
    expect(rows.flatMap(faults)).toEqual([]);
    expect(rejects).toMatchObject([{ line: 5, reason: "id nothing is not a document number" }]);
    expect(of("patent")).toMatchObject([
      { document: "US7000001", priority: "1999-05-01", granted: 1 },
      { document: "KR20190085654", granted: 0, filed: null },
    ]);
    expect(of("patent_holder").map(({ name }) => name)).toEqual(["Soitec, S.A.", "One Inc"]);
    expect(of("patent_inventor").map(({ name }) => name)).toEqual(["Jane Doe", "Jim Roe"]);
  });

  test("broken lines are rejected one by one, others kept; a cut array says so", async () => {
    const broken = `${lines}{"publication_number": "US-1-\n{"publication_number":"none","family_id":"1"}\n[1]\n${JSON.stringify({ ...application, publication_date: "20191399" })}\n`;
    const { rejects, of } = await readAll(googlePatents, [await folderOf({ "rows.jsonl": broken })]);
    expect(of("patent")).toHaveLength(2);
    expect(rejects.map(({ line, reason }) => [line, reason])).toEqual([
      [3, "not valid JSON"],
      [4, "publication_number none is not a document number"],
      [5, "not a JSON object"],
      [6, "publication_date is not a date"],
    ]);
    const cut = JSON.stringify([grant, application]).slice(0, -40);
    const half = await readAll(googlePatents, [await folderOf({ "rows.json": cut })]);
    expect(half.of("patent")).toHaveLength(1);
    expect(half.rejects).toMatchObject([{ line: 2, reason: "the file ends inside a record" }]);
  });

  test("other JSON in a folder is passed over, named itself it is refused", async () => {
    const folder = await folderOf({ "rows.json": lines, "package.json": '{"name":"x"}', "empty.json": "" });
    expect(await googlePatents.files([folder])).toEqual([join(folder, "rows.json")]);
    await expect(googlePatents.files([join(folder, "package.json")])).rejects.toMatchObject({ code: "LM_LOAD_UNRECOGNISED" });
  });

  test("entities are resolved once, the first claim ends before the second", () => {
    expect(plainText("L&#39;eau &amp;lt; &#x41; &unknown;")).toBe("L'eau &lt; A &unknown;");
    expect(firstClaim("1. A mill of 1.2 mm, with 2 wheels. 2. The mill of claim 1.")).toBe("A mill of 1.2 mm, with 2 wheels.");
    expect(firstClaim("A mill.")).toBeNull();
  });
});

const real = realData("patents/google-patents-rows");
describe.skipIf(real.absent)(`rows of Google Patents in ${real.path}`, () => {
  test("four arrays of 50 rows", async () => {
    const { rows, rejects, of } = await readAll(googlePatents, [real.path]);
    expect(rejects).toEqual([]);
    expect(rows.flatMap(faults)).toEqual([]);
    expect(of("patent")).toHaveLength(200);
    expect(of("patent_text").filter(({ text }) => /&#\d+;/.test(text))).toEqual([]);
  });
});
