import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, test } from "vitest";
import { bundledMappings, patentTable } from "../../../../src/sources/patents/tables/patent-table.ts";
import { readMapping } from "../../../../src/sources/patents/tables/patent-table-mapping.ts";
import { faults, folderOf, listening, readAll, realData } from "../../support.ts";

const mapping = `title: Our list
notice: Ask us first.
needs: [No, Owner]
publications:
  - document: No
    published: Day
    granted: { column: State, values: { alive: "1", filed: "0" } }
    references: Refs
    events:
      - { kind: { column: State, values: { dead: lapsed } }, date: Ended }
      - { kind: fee-paid, date: Paid }
  - document: Parent
    office: { constant: US }
    kind: { constant: A1 }
application: App
texts:
  - { field: title, language: en, column: Title }
holders:
  - { role: owner, column: [Owner, Applicant], separator: "/", match: '^(.*?)(?: \\[\\d+\\])?$' }
classes:
  - { scheme: cpc, role: inventive, column: Codes, separator: ";" }
citations:
  - { phase: examiner, column: Cited, separator: ";" }
links:
  - { relation: priority, column: Priorities, separator: ";" }
`;
const table = `No;Day;State;Refs;Ended;Paid;Parent;App;Title;Owner;Applicant;Codes;Cited;Priorities
US 7000001 B1;2006.02.14;alive;2;;2010-01-01;2004/0000001;09/000001;A mill;"One [1]/Two";;"H01L 21/762;X;B33Y";"US 6103599 A;A paper, 1999";US 13218399 P 19990501
EP 1000000 A1;2000-05-17;dead;;2001-01-01;;;;B;;Three;;;
;;;;;;;;Nothing;Four;;;;
`;

describe("patent-table", () => {
  test("a table by a mapping of one's own: several publications a record, constants, separators, words", async () => {
    const folder = await folderOf({ "mine.yaml": mapping, "list.csv": table });
    const { effects, said } = listening();
    const { rows, rejects, of } = await readAll(patentTable, [join(folder, "mine.yaml"), join(folder, "list.csv")], effects);
    expect(rejects).toEqual([]);
    expect(rows.flatMap(faults)).toEqual([]);
    expect(said).toEqual([
      `${join(folder, "list.csv")}: Our list. Ask us first.`,
      `${join(folder, "list.csv")}: 1 records left out: no publication; the first is line 4`,
    ]);
    expect(of("patent")).toMatchObject([
      { document: "US7000001", kind: "B1", published: "2006-02-14", application: "US09000001", granted: 1, references: 2 },
      { document: "US2004000001", kind: "A1", published: null, granted: 0 },
      { document: "EP1000000", kind: "A1", published: "2000-05-17", application: null, granted: 0, references: null },
    ]);
    expect(of("patent_holder").map(({ document, role, position, name }) => [document, role, position, name])).toEqual([
      ["US7000001", "owner", 1, "One"],
      ["US7000001", "owner", 2, "Two"],
      ["US2004000001", "owner", 1, "One"],
      ["US2004000001", "owner", 2, "Two"],
      ["EP1000000", "owner", 1, "Three"],
    ]);
    expect(of("patent_class").filter(({ document }) => document === "US7000001")).toMatchObject([
      { symbol: "H01L21/762", role: "inventive", position: 1 },
      { symbol: "B33Y", position: 2 },
    ]);
    expect(of("patent_citation")[0]).toMatchObject({ citing: "US7000001", cited: "US6103599", phase: "examiner" });
    expect(of("literature_citation")[0]).toMatchObject({ citing: "US7000001", text: "A paper, 1999", phase: "examiner" });
    expect(of("patent_link")[0]).toMatchObject({ relation: "priority", other: "US60132183", date: "1999-05-01" });
    expect(of("patent_event").map(({ document, kind, date }) => [document, kind, date])).toEqual([
      ["US7000001", "fee-paid", "2010-01-01"],
      ["EP1000000", "lapsed", "2001-01-01"],
    ]);
  });

  test("the same facts from JSON lines, from an array under a name, and from Parquet", async () => {
    const inner = {
      No: "KR 1020190085654 A",
      Owner: "하나",
      Day: "20190719",
      Deep: { Codes: [{ code: "H10D30/00" }, { code: "H01L 29/78" }] },
    };
    const shape = mapping
      .replace("column: Codes", "column: Deep.Codes.code")
      .replace("document: Parent", "document: { column: Parent, optional: true }");
    const folder = await folderOf({
      "mine.yaml": shape,
      "under.yaml": `records: rows\n${shape}`,
      "a.jsonl": `${JSON.stringify(inner)}\n`,
      "b.json": JSON.stringify({ note: { No: "x", rows: [1] }, rows: [inner], more: [{ No: "y" }] }),
    });
    const instance = await DuckDBInstance.create();
    const connection = await instance.connect();
    await connection.run(`COPY (SELECT * FROM '${join(folder, "a.jsonl")}') TO '${join(folder, "c.parquet")}' (FORMAT parquet)`);
    connection.closeSync();
    instance.closeSync();
    for (const [yaml, file] of [
      ["mine.yaml", "a.jsonl"],
      ["under.yaml", "b.json"],
      ["mine.yaml", "c.parquet"],
    ] as const) {
      const { rejects, of } = await readAll(patentTable, [join(folder, yaml), join(folder, file)]);
      expect(rejects).toEqual([]);
      expect(of("patent")).toMatchObject([{ document: "KR20190085654", kind: "A", published: "2019-07-19", granted: 0 }]);
      expect(of("patent_holder")).toMatchObject([{ name: "하나" }]);
      expect(of("patent_class").map(({ symbol }) => symbol)).toEqual(["H10D30/00", "H01L29/78"]);
    }
  });

  describe("columns that a mapping names and a table lacks", () => {
    const list = "No;Day;Owner\nUS 7000001 B1;2006-02-14;One\n";
    const short = (...lines: readonly string[]): string =>
      ["title: Ours", "needs: [No]", "publications:", "  - document: No", "    published: Day", ...lines, ""].join("\n");
    async function saidOf(yaml: string, name: string, content: string): Promise<readonly string[]> {
      const folder = await folderOf({ "mine.yaml": yaml, [name]: content });
      const { effects, said } = listening();
      await readAll(patentTable, [join(folder, "mine.yaml"), join(folder, name)], effects);
      return said.map((each) => each.replace(`${folder}/`, ""));
    }

    test("are said once, alternatives only where all are missing, optional ones never", async () => {
      const yaml = short(
        "    references: Reffs",
        "    events: [{ kind: granted, date: Grantd }]",
        "filed: { constant: '2001' }",
        "family: { column: Family, optional: true }",
        "holders:",
        "  - { role: owner, column: [Holder, Owner], economy: Land }",
        "  - { role: applicant, column: [Aplicant, Bidder] }",
        "inventors: [{ column: Reffs }]",
      );
      expect(await saidOf(yaml, "list.csv", list)).toEqual([
        "list.csv: the mapping names columns that the table does not have: Reffs, Grantd, Land, Aplicant or Bidder",
      ]);
    });

    test("are those of no record in JSON, which may leave out what is empty", async () => {
      const rows = [{ No: "US 7000001 B1" }, { No: "US 7000002 B1", Day: "2006-02-14", Deep: [{ other: 1 }, { Code: null }] }];
      const yaml = short("classes:", "  - { scheme: cpc, column: Deep.Code }", "  - { scheme: ipc, column: Deep.Kode }");
      const said = await saidOf(yaml, "list.jsonl", rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
      expect(said).toEqual(["list.jsonl: the mapping names columns that the table does not have: Deep.Kode"]);
    });

    test("are an error where they hold the number of a publication", async () => {
      const missing = { code: "LM_LOAD_UNRECOGNISED", message: expect.stringContaining("list.csv has no column Pub No,") };
      await expect(saidOf(short("  - document: Pub No"), "list.csv", list)).rejects.toMatchObject(missing);
      expect(await saidOf(short("  - document: { column: Pub No, optional: true }"), "list.csv", list)).toEqual([]);
    });
  });

  describe("an expression of a mapping", () => {
    const matching = (expression: string): string => mapping.replace("'^(.*?)(?: \\[\\d+\\])?$'", JSON.stringify(expression));

    test.each(["(a+)+$", "^((?:a|a)*)c$", "((?:a|b+)*c)"])("that would take others for ever takes no time: %s", async (expression) => {
      const long = table.replace('"One [1]/Two"', "a".repeat(4000));
      const folder = await folderOf({ "mine.yaml": matching(expression), "list.csv": long });
      const { of } = await readAll(patentTable, [join(folder, "mine.yaml"), join(folder, "list.csv")]);
      expect(of("patent").some(({ document }) => document === "US7000001")).toBe(true);
    });

    test.each([
      ["(a)\\1", "refers back"],
      ["(a)(?=b)", "looks ahead or behind"],
      ["(?<!a)(b)", "looks ahead or behind"],
    ])("that cannot be matched in linear time is refused: %s", async (expression, reason) => {
      const folder = await folderOf({ "mine.yaml": matching(expression), "list.csv": table });
      await expect(patentTable.files([join(folder, "mine.yaml"), join(folder, "list.csv")])).rejects.toMatchObject({
        code: "LM_USAGE",
        message: expect.stringMatching(
          new RegExp(`holders\\.0\\.match: is a regular expression that ${reason}.*grows with the text alone`),
        ),
      });
    });

    test("leaves out what is longer than any name", async () => {
      const long = (length: number): string => table.replace('"One [1]/Two"', "x".repeat(length));
      for (const [length, kept] of [
        [4096, 1],
        [4097, 0],
      ] as const) {
        const folder = await folderOf({ "mine.yaml": matching("^(x+)$"), "list.csv": long(length) });
        const { of } = await readAll(patentTable, [join(folder, "mine.yaml"), join(folder, "list.csv")]);
        expect(of("patent_holder").filter(({ document }) => document === "US7000001")).toHaveLength(kept);
      }
    });
  });

  test("a mapping that is wrong says where and why", async () => {
    const folder = await folderOf({
      "a.yaml": mapping.replace("role: owner", "role: boss").replace("'^(.*?)(?: \\[\\d+\\])?$'", "'^(unclosed'").replace("needs", "need"),
      "b.yaml": "title: [",
      "deep.yaml": `title: ${"[".repeat(30_000)}`,
      "list.csv": table,
    });
    const list = join(folder, "list.csv");
    await expect(patentTable.files([join(folder, "a.yaml"), list])).rejects.toMatchObject({
      code: "LM_USAGE",
      message: expect.stringMatching(/needs: .*holders\.0\.match: is not a regular expression.*holders\.0\.role: .*owner.*need/s),
    });
    await expect(patentTable.files([join(folder, "b.yaml"), list])).rejects.toMatchObject({ code: "LM_USAGE" });
    await expect(patentTable.files([join(folder, "deep.yaml"), list])).rejects.toMatchObject({
      code: "LM_USAGE",
      message: expect.stringContaining("nested more than 32 deep"),
    });
    await expect(patentTable.files([join(folder, "none.yaml"), list])).rejects.toMatchObject({ code: "LM_FILE_NOT_FOUND" });
    await expect(patentTable.files(["lens"])).rejects.toMatchObject({ code: "LM_USAGE", message: expect.stringContaining("kipo, lens") });
    await expect(patentTable.files(["lens", list])).rejects.toMatchObject({ code: "LM_LOAD_UNRECOGNISED" });
  });

  test("a number that is none, or a date, costs its record only", async () => {
    const bad = table.replace("EP 1000000 A1", "see file").replace("2006.02.14", "soon");
    const folder = await folderOf({ "mine.yaml": mapping, "list.csv": bad });
    const { rows, rejects } = await readAll(patentTable, [join(folder, "mine.yaml"), folder]);
    expect(rows).toEqual([]);
    expect(rejects.map(({ line, reason }) => [line, reason])).toEqual([
      [2, "published is not a date"],
      [3, "see file is not a document number"],
    ]);
  });

  test("every bundled mapping is sound", async () => {
    const bundled = await bundledMappings();
    expect([...bundled.keys()]).toEqual(["kipo", "lens", "patstat-list", "uspto-applications"]);
    for (const file of bundled.values()) expect((await readMapping(file)).publications.length).toBeGreaterThan(0);
  });
});

const sets = [
  { folder: "lens-export", mapping: "lens", patents: 3776, rejects: 3 },
  { folder: "kipo-semiconductor", mapping: "kipo", patents: 1000, rejects: 0 },
  { folder: "uspto-microchip", mapping: "uspto-applications", patents: 3440, rejects: 0 },
  { folder: "hbm", mapping: "patstat-list", patents: 354, rejects: 0 },
] as const;

for (const { folder, mapping, patents, rejects } of sets) {
  const real = realData(`patents/${folder}`);
  describe.skipIf(real.absent)(`the table in ${real.path}`, () => {
    test(`is read by the mapping ${mapping}, named or not`, async () => {
      const read = await readAll(patentTable, [mapping, real.path]);
      expect(read.rows.flatMap(faults)).toEqual([]);
      expect(read.rejects).toHaveLength(rejects);
      expect(read.of("patent")).toHaveLength(patents);
      expect(await patentTable.files([real.path])).toEqual(await patentTable.files([mapping, real.path]));
    });
  });
}

const kipris = realData("patents/kipo-semiconductor");
describe.skipIf(kipris.absent)(`names in two scripts in ${kipris.path}`, () => {
  test("have one position", async () => {
    const { of } = await readAll(patentTable, ["kipo", kipris.path]);
    const lam = of("patent_holder").filter(({ document }) => document === "KR20220148249");
    expect(lam.map(({ language, position }) => [language, position])).toEqual([
      ["ko", 1],
      ["ko", 2],
      ["en", 1],
      ["en", 2],
    ]);
  });
});
