import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { csl } from "../../../src/sources/controls/csl.ts";
import { printedIdentifiers } from "../../../src/sources/controls/party-rows.ts";
import { faults, folderOf, readAll, realData } from "../support.ts";

const entity = "Entity List (EL) - Bureau of Industry and Security";
const header =
  "_id,source,entity_number,type,programs,name,addresses,federal_register_notice,start_date,end_date,license_requirement,license_policy,remarks,source_list_url,alt_names,dates_of_birth";
const table = `${header}
1a,${entity},,,,"Nord Chips Co., Ltd.","1 Mill Road, Wuhan, CN; HK","85 FR 83420; 84 FR 22963",2020-12-18,,All items,Denial,,https://a.example,"NCC; Nord Chips",
,Nonproliferation Sanctions (ISN) - State Department,,,INKSNA,"Nord Import; and any successor, sub-unit, or subsidiary thereof",,"Vol. 88, No. 151, 08/08/2023",,,,,,,,
,Denied Persons List (DPL) - Bureau of Industry and Security,,,,ANNA NORD,"INMATE 12, JAIL, TX, US",82 F.R. 48792 10/20/2017,2017-10-16,2020-10-13,,,,,,
9,Specially Designated Nationals (SDN) - Treasury Department,9,Individual,A; B,Bo NORD,"1 Home Street, Oslo, NO",,,,,,,,,1 Jan 1970
,A List to Come (XYZ) - Some Department,,Entity,,Sund AS,NO,,,,,,,,,
,${entity},,,,"Nord Chips Co., Ltd.",CN,,,,,,,,,
,${entity},,,,,CN,,,,,,,,,
,${entity},,,,Late Corp,CN,,12/18/2020,,,,,,,
`;

describe("csl", () => {
  test("footnotes of the Entity List are read off its requirements, those of no other list", async () => {
    const requirement = "For all items subject to the EAR. (See §§ 734.9(e)(3), and 744.11 of the EAR)5";
    const row = (source: string): string => `,${source},,,,Nord Chips,CN,,,,"${requirement}",,,,,`;
    const text = [header, row(entity), row("Denied Persons List (DPL) - Bureau of Industry and Security"), ""].join("\n");
    const { of } = await readAll(csl, [await folderOf({ "consolidated.csv": text })]);
    expect(of("party_entry").map(({ footnotes, requirement: read }) => [footnotes, read])).toEqual([
      ["5", requirement.slice(0, -1)],
      [null, requirement],
    ]);
  });

  test("rows of several lists from the CSV: names, economies, citations; undated citations give no start", async () => {
    const folder = await folderOf({ "consolidated-2026-07-31.csv": table });
    const { rows, rejects, of } = await readAll(csl, [folder]);
    expect(rows.flatMap(faults)).toEqual([]);
    expect(rejects.map(({ line, reason }) => [line, reason])).toEqual([
      [8, "name is empty"],
      [9, "start_date is not a date: 12/18/2020"],
    ]);
    expect(
      of("party_entry").map(({ list, kind, economy, published, effective, ended, edition }) => [
        list,
        kind,
        economy,
        published,
        effective,
        ended,
        edition,
      ]),
    ).toEqual([
      ["us-entity-list", null, "CN", null, "2020-12-18", null, "2026-07-31"],
      ["us-nonproliferation", null, null, "2023-08-08", null, null, "2026-07-31"],
      ["us-denied-persons", null, "US", "2017-10-20", "2017-10-16", "2020-10-13", "2026-07-31"],
      ["us-sdn", "person", "NO", null, null, null, "2026-07-31"],
      ["us-a-list-to-come-xyz", "organisation", "NO", null, null, null, "2026-07-31"],
      ["us-entity-list", null, "CN", null, null, null, "2026-07-31"],
    ]);
    const entries = of("party_entry").map(({ entry }) => entry);
    expect(entries[0]).toBe("csl/us-entity-list/nord-chips-co-ltd-cn");
    expect(entries[5]).toBe("csl/us-entity-list/nord-chips-co-ltd-cn-2");
    expect(
      of("party_name")
        .filter(({ entry }) => entry === entries[0])
        .map(({ name, kind }) => [name, kind]),
    ).toEqual([
      ["Nord Chips Co., Ltd.", "primary"],
      ["NCC", "alias"],
      ["Nord Chips", "alias"],
    ]);
    expect(
      of("party_name")
        .filter(({ entry }) => entry === entries[1])
        .map(({ name }) => name),
    ).toEqual(["Nord Import"]);
    expect(
      of("party_citation")
        .filter(({ entry }) => entry === entries[0])
        .map(({ citation, published }) => [citation, published]),
    ).toEqual([
      ["85 FR 83420", null],
      ["84 FR 22963", null],
    ]);
    expect(of("list_edition").map(({ list, day, kind }) => [list, day, kind])).toContainEqual(["us-sdn", "2026-07-31", "snapshot"]);
  });

  test("of persons the date of birth is kept, not the address, of organisations the address", async () => {
    const { rows, of } = await readAll(csl, [await folderOf({ "list.csv": table })]);
    expect(of("party_place").map(({ economy, place }) => [economy, place])).toEqual([
      ["CN", "1 Mill Road, Wuhan, CN"],
      ["HK", null],
      ["US", null],
      ["NO", null],
      ["NO", null],
      ["CN", null],
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/Home Street|INMATE/);
    expect(of("party_fact").map(({ entry, kind, value }) => [entry, kind, value])).toEqual([
      ["csl/us-sdn/bo-nord-no", "born", "1 Jan 1970"],
    ]);
    expect(of("party_entry").map(({ edition }) => edition)).toEqual(Array(6).fill(null));
  });

  test("the JSON of the published schema says the same", async () => {
    const record = {
      id: "1a",
      source: entity,
      name: "Nord Chips Co., Ltd.",
      type: null,
      programs: [],
      addresses: [
        { address: "1 Mill Road", city: "Wuhan", state: null, postal_code: null, country: "CN" },
        { address: null, city: null, state: null, postal_code: null, country: "HK" },
      ],
      federal_register_notice: "85 FR 83420; 84 FR 22963",
      start_date: "2020-12-18",
      end_date: null,
      license_requirement: "All items",
      license_policy: "Denial",
      source_list_url: "https://a.example",
      alt_names: ["NCC", "Nord Chips"],
      nationalities: ["SE"],
      dates_of_birth: ["1961-02-03"],
      ids: [
        { type: "Passport", number: "X1234567", country: "SE" },
        { type: "Gender", number: "Male", country: null },
      ],
    };
    const folder = await folderOf({ "list.csv": table, "list.json": JSON.stringify({ total: 1, sources: [{ n: 1 }], results: [record] }) });
    const [fromCsv, fromJson] = [await readAll(csl, [join(folder, "list.csv")]), await readAll(csl, [join(folder, "list.json")])];
    expect(fromJson.rejects).toEqual([]);
    expect(fromJson.rows.flatMap(faults)).toEqual([]);
    expect(fromJson.of("party_entry")[0]).toEqual(fromCsv.of("party_entry")[0]);
    expect(fromJson.of("party_name")).toEqual(fromCsv.of("party_name").slice(0, 3));
    expect(fromJson.of("party_place").map(({ economy, place }) => [economy, place])).toEqual([
      ["CN", "1 Mill Road, Wuhan"],
      ["HK", null],
      ["SE", null],
    ]);
    expect(fromJson.of("party_fact").map(({ kind, scheme, value, economy }) => [kind, scheme, value, economy])).toEqual([
      ["born", null, "1961-02-03", null],
      ["identifier", "passport", "X1234567", "SE"],
    ]);
  });

  test.each([
    [
      "Passport, 836238033, KP; Secondary sanctions risk:, Regulations, sections 510.201 and 510.210; Gender, Male",
      [["passport", "836238033", "KP"]],
    ],
    ["US, 80-0890696, Tax ID No.", [["tax", "80-0890696", "US"]]],
    ["IMO 8898831, Vessel Registration Identification; Panama, Former Vessel Flag", [["imo", "IMO 8898831", null]]],
    [
      "CO, 830106350-0, NIT #; 01200175 (Bogota), Matricula Mercantil No",
      [
        ["tax", "830106350-0", "CO"],
        ["registration", "01200175 (Bogota)", null],
      ],
    ],
    ["RKBZCHZZ, SWIFT/BIC; www.x90.ch, Website; a@x7.ch, Email Address", [["swift", "RKBZCHZZ", null]]],
    ["Subject to Directive 1, Executive Order 13662 Directive Determination -", []],
    [
      "V.A.T. Number, CHE-267.936.404, CH; Public Registration Number, 1027739108649",
      [
        ["tax", "CHE-267.936.404", "CH"],
        ["registration", "1027739108649", null],
      ],
    ],
  ])("identifiers are told from what else stands beside them: %s", (text, found) => {
    expect(printedIdentifiers(text).map(({ scheme, value, economy }) => [scheme, value, economy])).toEqual(found);
  });

  test("a file of other columns is not taken", async () => {
    const folder = await folderOf({ "a.csv": "source,name\nx,y\n", "b.json": '{"results":[{"name":"x"}]}' });
    await expect(csl.files([folder])).rejects.toMatchObject({ code: "LM_LOAD_UNRECOGNISED" });
  });
});

const real = realData("controls/csl");
describe.skipIf(real.absent)(`lists in ${real.path}`, () => {
  test("25,921 rows of the edition of 2026-07-31, each with its own key, no name in another script, the UVL inside", async () => {
    const { rows, rejects, of } = await readAll(csl, [join(real.path, "consolidated.csv")]);
    expect(rejects).toEqual([]);
    expect(rows.flatMap(faults)).toEqual([]);
    const entries = of("party_entry");
    expect(entries).toHaveLength(25_921);
    expect(new Set(entries.map(({ entry }) => entry)).size).toBe(25_921);
    const count = (list: string): number => entries.filter((each) => each.list === list).length;
    expect(["us-entity-list", "us-denied-persons", "us-unverified", "us-nonproliferation"].map(count)).toEqual([3420, 1596, 222, 161]);
    expect(of("party_name").filter(({ name }) => /[\p{Script=Han}\p{Script=Cyrillic}\p{Script=Arabic}]/u.test(name))).toEqual([]);
    expect(entries.filter(({ effective }) => effective !== null)).toEqual([]);
    expect(of("party_name").filter(({ name }) => /ChangXin|Advanced Micro-Fabrication/i.test(name))).toEqual([]);
  });

  test("two extracts of other dates with start and end dates", async () => {
    for (const [name, count] of [
      ["consolidated_sample.csv", 13],
      ["csl_2019_sample.csv", 115],
    ] as const) {
      const { rejects, of } = await readAll(csl, [join(real.path, name)]);
      expect(rejects).toEqual([]);
      expect(of("party_entry")).toHaveLength(count);
      expect(of("party_entry").some(({ effective }) => effective !== null)).toBe(true);
    }
  });
});
