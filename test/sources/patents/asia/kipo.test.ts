import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { priorArtBlocks } from "../../../../src/measure/patents/prior-art-blocks.ts";
import { kipo } from "../../../../src/sources/patents/asia/kipo.ts";
import { kipoDocument } from "../../../../src/sources/patents/asia/kipo-refusal.ts";
import { faults, folderOf, readAll, realData } from "../../support.ts";
import { kipoCitations as citations, kipoRefusal as refusal } from "../tables/fixtures-patent-tables.ts";

describe("kipo", () => {
  test.each([
    ["KR1020190085654 A", "KR20190085654"],
    ["10-2013-0042273", "KR20130042273"],
    ["KR2001-46153", "KR200146153"],
    ["JP62007130 A", "JPS62007130"],
    ["JP09063928 A", "JPH09063928"],
    ["JP평성10027832 A", "JPH10027832"],
    ["JP07070458 B2", "JPH07070458"],
    ["JP04282434 B2", "JP4282434"],
    ["JP2001358218 A", "JP2001358218"],
    ["EP02312621 A1", "EP2312621"],
    ["EP00949673 A2", "EP0949673"],
    ["US06294274 A", "US6294274"],
    ["Jae yong lee등. Thin solid films. 2017", null],
  ])("reads the cited document %s", (printed, key) => expect(kipoDocument(printed)).toBe(key));

  test("a refusal: what it rests on, once each, with ground and claims where they are told", async () => {
    const { rows, rejects, of } = await readAll(kipo, [await folderOf({ "refusals.jsonl": `${JSON.stringify(refusal)}\n` })]);
    expect(rejects).toEqual([]);
    expect(rows.flatMap(faults)).toEqual([]);
    const same = { application: "KR20207000001", document: "KR20200000009", office: "KR", date: "2021-05-06" };
    expect(of("prior_art_block")).toEqual([
      { ...same, cited: "KR100571104", literature: null, examiner: 1, ground: "§29②", claims: "1, 3" },
      { ...same, cited: "JPS62007130", literature: null, examiner: 1, ground: null, claims: null },
      { ...same, cited: null, literature: "A. Author, A journal, 1999", examiner: 1, ground: null, claims: null },
      { ...same, cited: "US2003076485", literature: null, examiner: 0, ground: null, claims: null },
    ]);
    expect(of("patent_citation").map(({ cited, phase }) => [cited, phase])).toEqual([
      ["KR100571104", "examiner"],
      ["JPS62007130", "examiner"],
      ["US2003076485", null],
    ]);
    expect(of("literature_citation")).toHaveLength(1);
    expect(of("patent_event").map(({ kind, date }) => [kind, date])).toEqual([
      ["other", "2020-01-02"],
      ["refused", "2021-05-06"],
      ["transferred", "2021-09-08"],
    ]);
  });

  test("the table of citations, alone or named, but not beside the JSON lines in a folder", async () => {
    const alone = await readAll(kipo, [await folderOf({ "citations.csv": citations })]);
    expect(alone.rows.flatMap(faults)).toEqual([]);
    expect(alone.of("prior_art_block").map(({ cited, literature, examiner }) => [cited, literature, examiner])).toEqual([
      ["KR100571104", null, 1],
      [null, "A paper, 1999", 0],
    ]);
    expect(alone.rejects).toMatchObject([{ line: 4, reason: "application_number is not an application number" }]);
    const folder = await folderOf({ "citations.csv": citations, "refusals.jsonl": JSON.stringify(refusal) });
    expect((await kipo.files([folder])).map((file) => basename(file))).toEqual(["refusals.jsonl"]);
    expect(await kipo.files([folder, `${folder}/citations.csv`])).toHaveLength(2);
  });
});

const real = realData("patents/kipo-semiconductor");
describe.skipIf(real.absent)(`refusals in ${real.path}`, () => {
  test("1,000 refusals with 2,534 documents that the examiner cited", async () => {
    const { rows, rejects, of } = await readAll(kipo, [real.path]);
    expect(rejects).toEqual([]);
    expect(rows.flatMap(faults)).toEqual([]);
    const blocks = of("prior_art_block");
    expect(new Set(blocks.map(({ application }) => application)).size).toBe(1000);
    const byExaminer = blocks.filter(({ examiner }) => examiner === 1);
    expect([blocks.length, byExaminer.length]).toEqual([3485, 2534]);
    expect(blocks.filter(({ cited }) => cited === null).length).toBeLessThan(50);
    expect(blocks.filter(({ ground }) => ground !== null).length).toBeGreaterThan(600);
    expect(blocks.filter(({ date }) => date === null)).toEqual([]);
    const applications = new Set(of("patent").map(({ application }) => application));
    expect(blocks.every(({ application }) => applications.has(application))).toBe(true);
  });

  test("who was refused: by year and class, with every application's holder and few of the cited documents'", async () => {
    const { of } = await readAll(kipo, [real.path]);
    const documents = new Map(of("patent").map(({ document, application, filed }) => [document, { application, filed }]));
    const holders = new Map<string, string[]>();
    for (const { document, language, name } of of("patent_holder")) {
      if (language === "en") holders.set(document, [...(holders.get(document) ?? []), name]);
    }
    const classes = new Map<string, string[]>();
    for (const { document, symbol } of of("patent_class")) classes.set(document, [...(classes.get(document) ?? []), symbol.slice(0, 4)]);
    const applications = new Map(
      [...documents].map(([document, { application, filed }]) => [
        application ?? "",
        {
          holders: holders.get(document) ?? [],
          classes: classes.get(document) ?? [],
          year: filed === null ? null : Number(filed.slice(0, 4)),
        },
      ]),
    );
    const found = priorArtBlocks(of("prior_art_block"), applications, (document) => holders.get(document) ?? []);
    expect(found.documents + found.literature).toBe(2534);
    expect(found.coverage.applicationsWithHolder).toBe(found.applications);
    expect(found.coverage.distinctDocumentsWithHolder).toBe(7);
    expect(found.byClass.map(({ key }) => key)).toContain("H10P");
  });
});
