import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { partyList } from "../../../src/sources/controls/party-list.ts";
import { faults, type Read, readAll } from "../support.ts";

/** Invented parties in the layouts of the publishers' lists and of the registries that copy them, one small file a layout. */
const folder = join(import.meta.dirname, "../../fixtures/controls/lists");
const load = async (file: string): Promise<Read> => {
  const read = await readAll(partyList, [join(folder, file)]);
  expect(read.rows.flatMap(faults)).toEqual([]);
  return read;
};
const entries = ({ of }: Read) =>
  of("party_entry").map(({ list, name, economy, published, effective, ended }) => [list, name, economy, published, effective, ended]);
const names = ({ of }: Read) => of("party_name").map(({ name, kind, language }) => `${name}|${kind}|${language ?? ""}`);

describe("lists of the United States as structured JSON", () => {
  test.each([
    ["cmic.json", ["us-cmic", "Zorbtek Limited", "CN", "2021-12-16", "2022-02-14", null]],
    ["eo14032.json", ["us-eo14032", "ZORBTEK CORPORATION", "CN", "2021-06-07", "2021-08-02", null]],
    ["meu.json", ["us-military-end-user", "Quillon Academy (QA)", "CN", "2020-12-23", null, null]],
    ["fcc.json", ["us-fcc-covered", "Quillon Telecom Company", "CN", null, "2021-03-12", null]],
    ["1286.json", ["us-1286", "Academy of Invented Sciences", null, null, null, null]],
    ["1260h.json", ["us-1260h", "Zorbtek Technology, Inc.", "CN", "2026-06-10", null, null]],
  ])("%s: list, economy and which day is told", async (file, expected) => {
    const read = await load(file);
    expect(read.rejects).toEqual([]);
    expect(entries(read)).toEqual([expected]);
    expect(read.of("list_edition").map(({ day, kind }) => [day, kind])).toEqual([["2026-07-09", "snapshot"]]);
  });

  test("a denial ends on the day that its note gives, and stands open without one", async () => {
    expect(entries(await load("dpl.json"))).toEqual([
      ["us-denied-persons", "NORD ANALOG", "NO", "2019-10-07", "2019-09-30", "2028-07-24"],
      ["us-denied-persons", "VEST DIGITAL", "SE", null, "1981-09-10", null],
    ]);
  });

  test("sanctions under several authorities end when the last of them has ended, and not while one is active", async () => {
    expect(entries(await load("isn.json")).map(([, name, , , , ended]) => [name, ended])).toEqual([
      ["Nord Institute", null],
      ["Ost Institute", "2021-03-19"],
    ]);
  });

  test("aliases are names, places are kept", async () => {
    const read = await load("cmic.json");
    expect(names(read)).toContain("ZT|alias|");
    expect(read.of("party_place").map(({ economy }) => economy)).toContain("CN");
  });
});

describe("editions of one list in one table", () => {
  test("three days are whole editions, the others additions; a row of each party in each; former names and parents", async () => {
    const read = await load("1260h-editions.csv");
    expect(
      read
        .of("list_edition")
        .map(({ day, kind }) => `${day} ${kind}`)
        .sort(),
    ).toEqual(["2021-06-03 full", "2022-10-05 additions", "2024-01-31 additions", "2025-01-07 full", "2026-06-08 full"]);
    expect(entries(read).map(([, name, , published, , ended]) => [name, published, ended])).toContainEqual([
      "Quillon Works",
      "2021-06-03",
      "2025-01-07",
    ]);
    expect(read.of("party_entry")).toHaveLength(6);
    expect(names(read)).toEqual(expect.arrayContaining(["Zorb|alias|", "Old Zorbtek|former|"]));
    expect(read.of("party_link").map(({ relation }) => relation)).toEqual(["parent", "parent"]);
  });
});

describe("lists of China", () => {
  test("the watch list is 关注名单 and no control list; days of two shapes; without a list its body tells it", async () => {
    const read = await load("mofcom.csv");
    expect(read.rejects).toEqual([]);
    expect(entries(read)).toEqual([
      ["cn-unreliable-entities", "Nordmark Aero Corporation", "US", "2023-02-16", null, null],
      ["cn-control-list", "Vest Shipyards Inc.", "US", "2025-01-02", null, "2026-04-24"],
      ["cn-attention-list", "Ost Denki Co.", "JP", "2026-02-24", null, null],
      ["cn-countermeasures", "Bert Ruhl", "US", "2019-12-02", null, null],
      ["cn-taiwan-affairs", "某某会", "TW", "2021-11-05", null, null],
    ]);
    expect(read.of("party_entry").map(({ kind }) => kind)).toEqual([
      "organisation",
      "organisation",
      "organisation",
      "person",
      "organisation",
    ]);
    expect(names(read)).toEqual(expect.arrayContaining(["诺德马克航空公司|script|zh", "Vest Yards|alias|", "VY|alias|"]));
  });

  test("in the registry the watchlist is 管控名单; what a party did is no name of it, and the country is the issuer's", async () => {
    const read = await load("cn-registry.json");
    expect(read.rejects).toEqual([]);
    expect(entries(read)).toEqual([
      ["cn-attention-list", "Ost Denki Co., Ltd.", null, "2026-02-24", null, null],
      ["cn-control-list", "Vest Shipyards Inc.", null, "2025-01-02", null, null],
      ["cn-unreliable-entities", "诺德马克航空公司", null, "2023-02-16", null, null],
    ]);
    expect(names(read)).toEqual(expect.arrayContaining(["东方电机株式会社|script|zh", "诺德马克公司|script|zh"]));
  });
});

describe("the list of Japan", () => {
  test("a name may stand behind the country in the address, the country is the issuer's, and a row without a name is rejected", async () => {
    const read = await load("jp-registry.json");
    expect(entries(read)).toEqual([
      ["jp-end-users", "Zorbtek Trading LLC", "AE", null, null, null],
      ["jp-end-users", "Quillon Tech Co. Ltd", "CN", null, null, null],
    ]);
    expect(read.rejects).toHaveLength(1);
    expect(names(read)).toEqual(expect.arrayContaining(["Zorb General|alias|", "ゾルブ商会|alias|ja"]));
  });
});
