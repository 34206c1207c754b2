import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nameTables } from "../../../src/sources/controls/names.ts";
import { languageOf, recordRows } from "../../../src/sources/controls/record-rows.ts";
import { wikidata } from "../../../src/sources/controls/wikidata.ts";
import type { Source } from "../../../src/sources/format/source.ts";
import { faults, folderOf, listening, type Read, readAll } from "../support.ts";

const fixture = (name: string): string => join(import.meta.dirname, "../../fixtures/names", name);

async function load(source: Source, ...paths: readonly string[]): Promise<Read> {
  const read = await readAll(source, paths);
  expect(read.rows.flatMap(faults)).toEqual([]);
  return read;
}

const namesOf = (read: Read): readonly string[] =>
  read.of("record_name").map(({ name, kind, language }) => `${kind} ${language ?? "-"} ${name}`);

describe("records of GLEIF", () => {
  test("the CSV gives legal, other, former and transliterated names; a record without a code is a reject", async () => {
    const read = await load(nameTables, fixture("gleif.csv"));
    expect(read.of("party_record")[0]).toEqual({
      record: "gleif:999900NORDWORKS00001",
      origin: "gleif",
      name: "北方蓝狐半导体有限公司",
      economy: "CN",
      lei: "999900NORDWORKS00001",
      registration: "91000000000000001X",
      status: "ACTIVE",
    });
    expect(namesOf(read).slice(0, 4)).toEqual([
      "official zh 北方蓝狐半导体有限公司",
      "official en Bluefox Semiconductor Co., Ltd.",
      "former en Silver Hare Electronics",
      "transliterated - BEIFANG LANHU BANDAOTI",
    ]);
    expect(read.of("party_record")).toHaveLength(3);
    expect(read.rejects.map(({ line, reason }) => [line, reason])).toEqual([[5, "no id"]]);
  });

  test("the JSON gives the same rows as the CSV", async () => {
    const [csv, json] = [await load(nameTables, fixture("gleif.csv")), await load(nameTables, fixture("gleif.json"))];
    expect(json.of("party_record")).toEqual(csv.of("party_record").slice(0, 1));
    expect(json.of("record_name")).toEqual(csv.of("record_name").slice(0, 4));
  });
});

describe("other records of firms", () => {
  test("entities in FtM JSON: organisations alone, what is no LEI is none, weak names marked", async () => {
    const read = await load(nameTables, fixture("entities.ftm.jsonl"));
    expect(read.of("party_record")).toEqual([
      expect.objectContaining({ record: "opensanctions:NK-aaa", economy: "CN", lei: null, registration: "91000000000000001X" }),
    ]);
    expect(namesOf(read)).toEqual([
      "official - Bluefox Semiconductor Co., Ltd.",
      "official - ООО Голубая Лиса Полупроводник",
      "alias - Lanhu Xin",
      "former - Old Fox Works",
      "weak - BF",
    ]);
    expect(read.rejects.map(({ reason }) => reason)).toEqual(["no name"]);
  });

  test("a register of one's own by its columns", async () => {
    const read = await load(nameTables, "register", fixture("register.csv"));
    expect(read.of("party_record")).toEqual([
      expect.objectContaining({ record: "register:77", economy: "CN", registration: "77-1", status: "active" }),
    ]);
    expect(namesOf(read)).toEqual([
      "official - Bluefox Semiconductor Co. Ltd",
      "alias - Lan Hu",
      "alias - 蓝狐公司",
      "former - Fox Brothers",
    ]);
    expect(read.rejects).toHaveLength(1);
  });

  test("a word that a mapping does not list is unknown, also where JavaScript has one of that name", async () => {
    const mapping = "title: Mine\nneeds: [id]\norigin: mine\nid: id\nnames: [{name: id}]\nstatus: {column: state, values: {A: active}}\n";
    const folder = await folderOf({ "mine.yaml": mapping, "mine.csv": "id,state\nFox,A\nHeron,B\nHare,constructor\n" });
    const read = await load(nameTables, join(folder, "mine.yaml"), join(folder, "mine.csv"));
    expect(read.of("party_record").map(({ status }) => status)).toEqual(["active", null, null]);
  });

  test("a mapping without names is refused with what it lacks", async () => {
    const folder = await folderOf({ "mine.yaml": "title: Mine\nneeds: [id]\norigin: mine\nid: id\nnames: []\n", "mine.csv": "id\n1\n" });
    await expect(readAll(nameTables, [join(folder, "mine.yaml"), join(folder, "mine.csv")])).rejects.toMatchObject({
      code: "LM_USAGE",
      message: expect.stringContaining("names"),
    });
  });
});

describe("a dump of Wikidata", () => {
  test("items with an identifier, official names first, deprecated ones left out; how many were not asked for is said", async () => {
    const { effects, said } = listening();
    const read = await readAll(wikidata, [fixture("wikidata.json")], effects);
    expect(read.of("party_record")).toEqual([
      expect.objectContaining({ record: "wikidata:Q900000001", name: "蓝狐", economy: "CN", lei: "999900NORDWORKS00001" }),
    ]);
    expect(namesOf(read)).toEqual([
      "official zh 蓝狐",
      "alias en Bluefox",
      "alias zh 蓝狐半导体",
      "alias ru Голубая Лиса",
      "alias ja ブルーフォックス",
    ]);
    expect(said.some((text) => /2 records left out: not asked for/.test(text))).toBe(true);
  });

  test("items of a class, from a packed dump, by a choice of one's own; a country that is no economy is unknown", async () => {
    const folder = await folderOf({
      "herons.yaml": "title: Herons\nneeds: [id, labels, claims]\nclasses: [Q900000011]\n",
      "part.json.gz": gzipSync(await readFile(fixture("wikidata.json"))),
    });
    const read = await load(wikidata, join(folder, "herons.yaml"), join(folder, "part.json.gz"));
    expect(read.of("party_record")).toEqual([
      expect.objectContaining({ record: "wikidata:Q900000002", name: "Grey Heron Works", economy: null }),
    ]);
  });

  test("a choice of nothing is refused", async () => {
    const folder = await folderOf({ "none.yaml": "title: None\nneeds: [id]\n" });
    await expect(readAll(wikidata, [join(folder, "none.yaml"), fixture("wikidata.json")])).rejects.toMatchObject({ code: "LM_USAGE" });
  });
});

describe("a record", () => {
  test.each([
    ["zh-Hans", "zh"],
    ["EN", "en"],
    ["ast", "ast"],
    ["", null],
    ["klingon", null],
    [undefined, null],
  ])("language %s is %s", (tag, language) => expect(languageOf(tag)).toBe(language));

  test("keeps each name once, as first given, and an official one to be shown", () => {
    const name = fc.record({
      name: fc.constantFrom("A works", "B works", " A  works ", "В завод", "…"),
      kind: fc.constantFrom("official" as const, "alias" as const, "weak" as const),
      language: fc.constant(null),
    });
    fc.assert(
      fc.property(fc.array(name, { minLength: 1 }), (names) => {
        fc.pre(names.some(({ name: text }) => text !== "…"));
        const [head, ...rows] = recordRows({ file: "f", line: 1 }, { origin: "x", id: "1", names, economy: null });
        const told = rows.map(({ row }) => row as { name: string; kind: string });
        expect(new Set(told.map((row) => row.name)).size).toBe(told.length);
        for (const { name: text, kind } of told)
          expect(kind).toBe(names.find((each) => each.name.trim().replace(/\s+/g, " ") === text)?.kind);
        const official = told.find(({ kind }) => kind === "official");
        expect(head?.row).toMatchObject({ name: (official ?? told[0])?.name });
      }),
    );
  });
});
