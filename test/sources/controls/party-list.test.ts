import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { partyLists } from "../../../src/link/party-lists.ts";
import { partyList, readPartyMapping } from "../../../src/sources/controls/party-list.ts";
import { mappingsIn } from "../../../src/sources/format/mapped-table.ts";
import { faults, folderOf, listening, type Read, readAll, realData } from "../support.ts";

const mapping = `title: Our list
notice: Ask us first.
needs: [Who, Day]
issuer: NO
list: { column: Sort, values: { a: no-list-a, b: no-list-b } }
origin: our-list
edition: { column: Day, full: [2021-06-03], order: dmy }
name: [Who, { column: Where, match: '^Norway (.+)$' }]
names:
  - { kind: alias, column: Also, separator: ";" }
economy: { column: Where, match: '^(Norway|.+?)(?: .+)?$' }
published: { column: Day, order: dmy }
ended: { column: Until, separator: "|", match: '^over (.+)$', order: mdy }
links:
  - { relation: parent, column: Owner }
`;
const table = `Who;Day;Sort;Where;Also;Until;Owner
Nord AS;03.06.21;a;Norway;N;;
Nord AS;07.01.2025;a;Norway;;;Sund ASA
;07.01.2025;b;Norway Ost Institute;;over 1/2/24|over 6/28/18;
West;07.01.2025;b;Sweden;;over 1/2/2024|in force;
Left Out;07.01.2025;c;Norway;;;
;07.01.2025;a;Norway;;;
Bad Day;31.02.2025;a;Norway;;;
`;

describe("party-list", () => {
  test("a list by a mapping of one's own: editions, dates in their order, names behind a country, ends only where all has ended", async () => {
    const folder = await folderOf({ "mine.yaml": mapping, "list.csv": table });
    const { effects, said } = listening();
    const { rows, rejects, of } = await readAll(partyList, [join(folder, "mine.yaml"), join(folder, "list.csv")], effects);
    expect(rows.flatMap(faults)).toEqual([]);
    expect(rejects.map(({ line, reason }) => [line, reason])).toEqual([
      [7, "there is no name"],
      [8, "edition is not a date: 31.02.2025"],
    ]);
    expect(said).toEqual([
      `${join(folder, "list.csv")}: Our list. Ask us first.`,
      `${join(folder, "list.csv")}: 1 records left out: of no list; the first is line 6`,
    ]);
    expect(
      of("party_entry").map(({ entry, list, economy, published, ended, edition }) => [entry, list, economy, published, ended, edition]),
    ).toEqual([
      ["our-list/no-list-a/nord-as-no/2021-06-03", "no-list-a", "NO", "2021-06-03", null, "2021-06-03"],
      ["our-list/no-list-a/nord-as-no/2025-01-07", "no-list-a", "NO", "2025-01-07", null, "2025-01-07"],
      ["our-list/no-list-b/ost-institute-no/2025-01-07", "no-list-b", "NO", "2025-01-07", "2024-01-02", "2025-01-07"],
      ["our-list/no-list-b/west-se/2025-01-07", "no-list-b", "SE", "2025-01-07", null, "2025-01-07"],
    ]);
    expect(of("list_edition").map(({ list, day, kind }) => [list, day, kind])).toEqual([
      ["no-list-a", "2021-06-03", "full"],
      ["no-list-a", "2025-01-07", "additions"],
      ["no-list-b", "2025-01-07", "additions"],
    ]);
    expect(of("party_link")).toEqual([
      { entry: "our-list/no-list-a/nord-as-no/2025-01-07", relation: "parent", other: "Sund ASA", date: null },
    ]);
  });

  test("a mapping that is wrong says where and why", async () => {
    const folder = await folderOf({
      "a.yaml": mapping.replace("issuer: NO", "issuer: Norway").replace("kind: alias", "kind: nick"),
      "l.csv": table,
    });
    await expect(partyList.files([join(folder, "a.yaml"), join(folder, "l.csv")])).rejects.toMatchObject({
      code: "LM_USAGE",
      message: expect.stringMatching(/a list of parties.*issuer.*names\.0\.kind/s),
    });
  });

  test("bundled mappings are sound, and name lists that are known", async () => {
    const bundled = await mappingsIn("party-lists");
    expect([...bundled.keys()]).toEqual(
      expect.arrayContaining([
        "dpl",
        "meu",
        "us-1260h",
        "us-1260h-editions",
        "cmic",
        "isn",
        "us-1286",
        "fcc",
        "mofcom",
        "cn-lists",
        "meti",
      ]),
    );
    for (const file of bundled.values()) {
      const { list, issuer } = await readPartyMapping(file);
      const ids = typeof list === "string" ? [] : "constant" in list ? [list.constant] : Object.values(list.values ?? {});
      expect(ids.length).toBeGreaterThan(0);
      expect(ids.map((id) => partyLists().get(id)?.issuer)).toEqual(ids.map(() => issuer));
    }
  });
});

const real = realData("controls");
const names = ({ of }: Read, entry: string | undefined): readonly string[] =>
  of("party_name")
    .filter((each) => each.entry === entry)
    .map(({ name, kind, language }) => `${name}|${kind}|${language ?? ""}`);

describe.skipIf(real.absent)(`lists in ${real.path}`, () => {
  const load = (path: string): Promise<Read> => readAll(partyList, [join(real.path, path)]);

  test("eight lists as structured JSON, of which the DPL and the ISN master tell what has ended", async () => {
    const read = await load("lists");
    expect(read.rejects).toEqual([]);
    expect(read.rows.flatMap(faults)).toEqual([]);
    const entries = read.of("party_entry");
    const count = (list: string): number => entries.filter((each) => each.list === list).length;
    const lists = [
      "us-denied-persons",
      "us-military-end-user",
      "us-1260h",
      "us-1286",
      "us-cmic",
      "us-eo14032",
      "us-fcc-covered",
      "us-nonproliferation",
    ];
    expect(lists.map(count)).toEqual([564, 70, 80, 134, 68, 59, 15, 528]);
    const isn = entries.filter(({ list }) => list === "us-nonproliferation");
    expect(isn.filter(({ ended }) => ended !== null).every(({ remark }) => !/status: Active/.test(remark ?? ""))).toBe(true);
    expect(isn.find(({ name }) => name === "Chen Qingchang")).toMatchObject({
      effective: "1997-05-21",
      published: "1997-05-22",
      ended: null,
    });
    expect(entries.find(({ name }) => name === "ELDAR REZVANOV")).toMatchObject({
      effective: "2019-09-30",
      published: "2019-10-07",
      ended: "2028-07-24",
    });
    expect(
      entries.filter(({ list }) => list === "us-1286").every(({ published, effective }) => published === null && effective === null),
    ).toBe(true);
    expect(entries.find(({ name }) => name === "Yitu Limited")).toMatchObject({ published: "2021-12-16", effective: "2022-02-14" });
    expect(JSON.stringify(read.of("party_place"))).not.toMatch(/INMATE/);
  });

  test("MOFCOM: 关注名单 and 管控名单 told apart in both files, days of two shapes, suspensions not told", async () => {
    const table = await load("cn/mofcom_sanctions.csv");
    expect(table.rejects).toEqual([]);
    const entries = table.of("party_entry");
    const count = (read: Read, list: string): number => read.of("party_entry").filter((each) => each.list === list).length;
    expect(["cn-control-list", "cn-attention-list", "cn-unreliable-entities"].map((list) => count(table, list))).toEqual([153, 40, 66]);
    expect(entries.filter(({ published }) => published === null)).toEqual([]);
    expect(entries.filter(({ ended }) => ended !== null).map(({ ended }) => ended)).toEqual(["2023-07-13", "2026-04-24", "2026-04-24"]);
    const lockheed = entries.find(({ name, list }) => name === "Lockheed Martin Corporation" && list === "cn-unreliable-entities");
    expect(lockheed?.published).toBe("2023-02-16");
    expect(names(table, lockheed?.entry)).toContain("洛克希德·马丁公司|script|zh");

    const registry = await load("cn/data_entities_cn.json");
    expect(["cn-control-list", "cn-attention-list", "cn-unreliable-entities"].map((list) => count(registry, list))).toEqual([139, 40, 61]);
    const same = registry.of("party_entry").find(({ name }) => name === "Lockheed Martin Corporation");
    expect(names(registry, same?.entry)).toContain("洛克希德·马丁公司|script|zh");
    expect(registry.of("party_entry").filter(({ economy }) => economy === "CN")).toEqual([]);
    expect(registry.of("party_name").filter(({ name }) => /^参与|等\d+家实体/.test(name))).toEqual([]);
  });

  test("METI: 37 names stand in the address; country is the issuer's, not the party's", async () => {
    const read = await load("jp/data_entities_jp.json");
    expect(read.rejects).toEqual([]);
    const entries = read.of("party_entry");
    expect(entries).toHaveLength(835);
    expect(entries.filter(({ economy }) => economy === "JP" || economy === null)).toEqual([]);
    expect(entries.find(({ native }) => native === "jp-eul-479")).toMatchObject({
      name: "Abascience Tech Co. Ltd",
      economy: "CN",
      published: null,
    });
    const bank = read.of("party_name").find(({ name }) => name === "朝鮮中央銀行");
    expect(bank).toMatchObject({ kind: "script", language: "ja" });
  });

  test("1260H: five editions, three of them full, a row of each party in each", async () => {
    const read = await load("dod-1260h/editions.csv");
    expect(read.of("party_entry")).toHaveLength(397);
    expect(
      read
        .of("list_edition")
        .map(({ day, kind }) => `${day} ${kind}`)
        .sort(),
    ).toEqual(["2021-06-03 full", "2022-10-05 additions", "2024-01-31 additions", "2025-01-07 full", "2026-06-08 full"]);
    expect(read.of("party_link").length).toBeGreaterThan(100);
  });
});
