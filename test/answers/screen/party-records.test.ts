import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundledFile } from "../../../src/base/built-file.ts";
import { load } from "../../../src/library/load.ts";
import { type Levermap, open } from "../../../src/library/open.ts";
import { nameKey } from "../../../src/link/name-key.ts";
import { joinRecords, type RecordReader } from "../../../src/screen/party-records.ts";
import type { Lists } from "../../../src/screen/read-lists.ts";
import { createWorkspace } from "../../../src/workspace/create.ts";
import { temporaryFolder } from "../../workspace/folder.ts";

const folder = temporaryFolder();
const fixture = (name: string): string => join(import.meta.dirname, "../../fixtures/names", name);
const entityList = "Entity List (EL) - Bureau of Industry and Security";
const listed = [
  "source,name,type,addresses,programs,alt_names,start_date,federal_register_notice",
  `${entityList},"BLUEFOX SEMICONDUCTOR CO., LTD",Entity,CN,,,2022-03-01,`,
  `${entityList},Silver Hare Electronics,Entity,RU,,,2022-03-01,`,
  `${entityList},Twin Gate Electronics Ltd,Entity,CN,,,2022-03-01,`,
];

describe("names of loaded records of firms", () => {
  let map: Levermap;
  const top = async (name: string) => (await map.screen({ queries: [{ name }], top: 3 })).results[0];

  beforeAll(async () => {
    const dir = join(folder, "workspace");
    mkdirSync(`${dir}-files`, { recursive: true });
    await createWorkspace(dir);
    await load(dir, "atlas", [bundledFile("atlas")]);
    writeFileSync(`${dir}-files/list.csv`, `${listed.join("\n")}\n`);
    await load(dir, "csl", [`${dir}-files/list.csv`]);
    await load(dir, "names", [fixture("gleif.csv"), fixture("entities.ftm.jsonl")], { maxRejects: 10 });
    await load(dir, "wikidata", [fixture("wikidata.json")]);
    map = await open(dir, { asOf: "2026-11-28" });
  });
  afterAll(() => map?.close());

  test.each([
    ["北方蓝狐半导体有限公司", "its legal name in GLEIF", "gleif:999900NORDWORKS00001"],
    ["ブルーフォックス", "an alias in Wikidata, joined by the LEI", "wikidata:Q900000001"],
    ["ООО Голубая Лиса Полупроводник", "a name in FtM JSON, joined by the name", "opensanctions:NK-aaa"],
  ])("%s finds the listed party: %s", async (name, _, source) => {
    const result = await top(name);
    expect(result?.matched).toBe(true);
    expect(result?.hits[0]).toMatchObject({
      name: "BLUEFOX SEMICONDUCTOR CO., LTD",
      matchedName: name,
      matchedNameFrom: { organisation: "lei:999900NORDWORKS00001", by: "BLUEFOX SEMICONDUCTOR CO., LTD", rule: "key", source },
    });
  });

  test("two records of one origin with a listed name are none of them", async () => {
    expect((await top("双子电子有限公司"))?.matched).toBe(false);
    expect((await top("双门电子有限公司"))?.matched).toBe(false);
  });

  test("a record of another economy is not the listed party: a former name does not cross a border", async () => {
    const hits = (await top("北方蓝狐半导体有限公司"))?.hits ?? [];
    expect(hits.map(({ name }) => name)).not.toContain("Silver Hare Electronics");
  });
});

describe("the join of records", () => {
  /** Records by brute force: each table a list of rows. */
  const reader = (records: readonly object[], names: readonly object[]): RecordReader => ({
    rowsWith: async (table, column, texts) =>
      (table === "party_record" ? records : names).filter((row) =>
        texts.includes((row as Record<string, string>)[column as string] ?? ""),
      ) as never,
  });
  const record = (id: string, lei: string | null, economy = "CN") => ({ record: id, origin: id.split(":")[0], name: id, economy, lei });
  const named = (id: string, name: string, kind = "official") => ({ record: id, name, kind, language: null, key: nameKey(name) });
  const lists = (names: readonly string[], economy: string | null = "CN", kind: string | null = "organisation") =>
    ({
      parties: [{ entry: "e", kind, economy }],
      names: new Map([["e", names.map((name) => ({ entry: "e", name, kind: "primary", language: null }))]]),
    }) as unknown as Lists;
  const joined = async (reading: RecordReader, of: Lists) => (await joinRecords(reading, of)).get("e")?.names.map(({ name }) => name);

  test("by LEI to records that have none of the listed names", async () => {
    const reading = reader(
      [record("g:1", "L1"), record("w:2", "L1", "HK"), record("w:3", "L2")],
      [named("g:1", "Blue Fox Ltd"), named("w:2", "蓝狐"), named("w:2", "BF", "weak"), named("w:3", "Red Fox")],
    );
    expect(await joined(reading, lists(["Blue Fox, LTD."]))).toEqual(["Blue Fox Ltd", "蓝狐"]);
  });

  test("not where the party is a person, its economy is not known, or its name is short or weak in the record", async () => {
    const reading = reader([record("g:1", null)], [named("g:1", "Blue Fox"), named("g:1", "BFX"), named("g:1", "Foxes", "weak")]);
    expect(await joined(reading, lists(["Blue Fox"]))).toEqual(["Blue Fox", "BFX"]);
    expect(await joined(reading, lists(["Blue Fox"], "CN", "person"))).toBeUndefined();
    expect(await joined(reading, lists(["Blue Fox"], null))).toBeUndefined();
    expect(await joined(reading, lists(["Blue Fox"], "RU"))).toBeUndefined();
    expect(await joined(reading, lists(["BFX"]))).toBeUndefined();
    expect(await joined(reading, lists(["Foxes"]))).toBeUndefined();
  });

  test("by the first listed name that joins; two firms of one origin with it do not", async () => {
    const reading = reader(
      [record("g:1", "L1"), record("g:2", "L2"), record("o:3", null)],
      [named("g:1", "Twin Gate"), named("g:2", "Twin Gate"), named("o:3", "Twin Gate"), named("o:3", "双门")],
    );
    expect(await joined(reading, lists(["Other", "Twin Gate"]))).toEqual(["Twin Gate", "双门"]);
  });
});
