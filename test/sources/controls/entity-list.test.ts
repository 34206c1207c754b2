import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { entityList } from "../../../src/sources/controls/entity-list.ts";
import { requirementOf, withoutAddress } from "../../../src/sources/controls/entity-list-record.ts";
import { faults, folderOf, readAll, realData } from "../support.ts";

describe("text of the Entity List", () => {
  test.each([
    ["For all items, see §§ 734.9(e) 1 and 744.11 of the EAR 2", [1, 2], "For all items, see §§ 734.9(e) and 744.11 of the EAR"],
    ["(See §§ 734.9(e)(2) and 744.11 of the EAR)4", [4], "(See §§ 734.9(e)(2) and 744.11 of the EAR)"],
    ["(See §§ 734.4(a)(9), 734.9(e)(3), and 744.11 of the EAR) 5", [5], "(See §§ 734.4(a)(9), 734.9(e)(3), and 744.11 of the EAR)"],
    ["(See §§ 734.9(g),3 746.8(a)(3), and 744.21(b) of the EAR)", [3], "(See §§ 734.9(g), 746.8(a)(3), and 744.21(b) of the EAR)"],
    ["See supplement no. 7 to part 746 of the EAR", [], "See supplement no. 7 to part 746 of the EAR"],
    ["All items specified in § 746.8(a)(4) of the EAR", [], "All items specified in § 746.8(a)(4) of the EAR"],
  ])("%s", (printed, footnotes, text) => expect(requirementOf(printed)).toEqual({ footnotes, text }));

  test.each([
    ["Nord Mill LLC. 5 Main Ave., Minsk, 220036, Belarus", "Belarus", "Nord Mill LLC.", "5 Main Ave., Minsk, 220036, Belarus"],
    ["Nord Mill Co. Ltd. 300 Oak Way, Reading", "United Kingdom", "Nord Mill Co. Ltd.", "300 Oak Way, Reading"],
    ["Nord Mill. Russia", "Russia", "Nord Mill.", "Russia"],
    ["N.O.R. Mill, 576 Royal Ave, Montreal, Canada", "Canada", "N.O.R. Mill", "576 Royal Ave, Montreal, Canada"],
    ["Nord OpenLab, Johannesburg, South Africa", "South Africa", "Nord OpenLab", "Johannesburg, South Africa"],
    ["Nord Mill Co., Ltd.", "China", "Nord Mill Co., Ltd.", null],
    ["University of the North, Faculty of Physics", "Russia", "University of the North, Faculty of Physics", null],
    ["Nord Mill, Inc., China", "China", "Nord Mill, Inc., China", null],
  ])("%s", (printed, country, name, address) => expect(withoutAddress(printed, country)).toEqual({ name, address }));

  test("a country of any length and with any marks is compared as text", () => {
    const country = `Chin(${"[".repeat(300_000)}`;
    expect(withoutAddress("Nord Ltd, Mill Road, Chin", country)).toEqual({ name: "Nord Ltd, Mill Road, Chin", address: null });
  });
});

const row = (over: object): object => ({
  name: "Nord Chips Corporation (NCC)",
  aliases: ["Nord Chips (Beijing)"],
  country: "China",
  address: "1 Mill Road, Beijing, China",
  status: null,
  effective_date: null,
  federal_register: "85 FR 83420, 12/22/20.\n89 FR 96836, 12/5/24",
  notes: "For all items (See §§ 734.9(e)(3), and 744.11 of the EAR) 5",
  ...over,
});
const list = (rows: readonly object[], head: object = {}): string =>
  JSON.stringify({ list_id: "bis-entity-list", source_file: "Supplement.txt", extracted: "2026-07-09", ...head, entities: rows });

const cells = (...texts: readonly string[]): string => `<TR>${texts.map((text) => `<TD class="gpotbl_cell">${text}</TD>`).join("")}</TR>`;
const supplement = `<?xml version="1.0" encoding="UTF-8"?>
<DIV5 N="744" TYPE="PART"><HEAD>PART 744</HEAD><AMDDATE>July 9, 2026</AMDDATE>
<DIV9 N="Supplement No. 3 to Part 744" TYPE="APPENDIX"><TABLE>${cells("NOWHERE", "Not of this list", "x", "y", "86 FR 1, 1/4/21")}</TABLE></DIV9>
<DIV9 N="Supplement No. 4 to Part 744" TYPE="APPENDIX"><HEAD>Supplement No. 4 to Part 744—Entity List</HEAD>
<DIV width="100%"><DIV class="gpotbl_div"><TABLE class="gpotbl_table">
<TR><TH>Country</TH><TH>Entity</TH><TH>License requirement</TH><TH>License review policy</TH><TH>Federal Register citation</TH></TR>
${cells("CHINA, PEOPLE'S REPUBLIC OF", "Nord Chips Corporation (NCC), <I>a.k.a.,</I> the following two aliases:<br/>—Nord Chips (Beijing); <I>and</I><br/>—NCC Beijing.<br/>1 Mill Road, Beijing, China.", "For all items (See §§ 734.9(e)(3), and 744.11 of the EAR) <sup>5</sup>", "Presumption of denial", "85 FR 83420, 12/22/20. 89 FR 96836, 12/5/24.")}
${cells("", "Sund Mill &amp; Co., Ltd., No. 5 Main Street, Shanghai, China.", "All items (See §§ 734.9(e) <sup>1</sup> and 744.11 of the EAR <sup>2</sup>)", "Case-by-case", "84 FR 22963, 5/21/19.")}
${cells("", "too", "few")}
${cells("FRANCE", "[Reserved]", "", "", "")}
${cells("", "Ost SA, Lyon, France.", "All items", "Denial", "87 FR 77508, 12/19/22.")}
</TABLE></DIV></DIV></DIV9>
<DIV9 N="Supplement No. 5 to Part 744" TYPE="APPENDIX"><TABLE>${cells("LATER", "Not of this list either", "x", "y", "86 FR 1, 1/4/21")}</TABLE></DIV9></DIV5>`;

describe("entity-list", () => {
  test("the structured JSON: footnotes, several citations, addresses glued to an alias", async () => {
    const rows = [
      row({}),
      row({
        name: "Ost (f.k.a., Alt Ost",
        aliases: ["Ostmill LLC. 5 Main Ave., Minsk, Belarus"],
        country: "Belarus",
        address: null,
        notes: "",
      }),
      row({ name: "" }),
      row({ country: "Middle East Region", aliases: [], federal_register: "73 FR 54508" }),
    ];
    const folder = await folderOf({ "list.json": list(rows), "other.json": list(rows, { list_id: "bis-dpl" }) });
    const { rows: read, rejects, of } = await readAll(entityList, [folder]);
    expect(read.flatMap(faults)).toEqual([]);
    expect(rejects.map(({ line, reason }) => [line, reason])).toEqual([[3, "name is empty"]]);
    const entries = of("party_entry");
    expect(entries.map(({ published, economy, footnotes, remark, edition }) => [published, economy, footnotes, remark, edition])).toEqual([
      ["2020-12-22", "CN", "5", null, "2026-07-09"],
      ["2020-12-22", "BY", null, null, "2026-07-09"],
      [null, null, "5", "Middle East Region", "2026-07-09"],
    ]);
    expect(of("party_name").map(({ name, kind }) => [name, kind])).toEqual([
      ["Nord Chips Corporation (NCC)", "primary"],
      ["NCC", "acronym"],
      ["Nord Chips (Beijing)", "alias"],
      ["Ost", "primary"],
      ["Alt Ost", "former"],
      ["Ostmill LLC.", "alias"],
      ["Nord Chips Corporation (NCC)", "primary"],
      ["NCC", "acronym"],
    ]);
    expect(
      of("party_citation")
        .slice(0, 2)
        .map(({ position, citation, published }) => [position, citation, published]),
    ).toEqual([
      [1, "85 FR 83420", "2020-12-22"],
      [2, "89 FR 96836", "2024-12-05"],
    ]);
    expect(of("list_edition")).toEqual([
      { list: "us-entity-list", origin: "entity-list", day: "2026-07-09", kind: "snapshot", note: "Supplement.txt" },
    ]);
  });

  test("the XML of the eCFR says the same, row by row, and nothing of other supplements", async () => {
    const folder = await folderOf({
      "title-15.xml": supplement,
      "list.json": list([row({ aliases: ["Nord Chips (Beijing)", "NCC Beijing."] })]),
    });
    const { rows, rejects, of } = await readAll(entityList, [join(folder, "title-15.xml")]);
    expect(rows.flatMap(faults)).toEqual([]);
    expect(rejects.map(({ reason }) => reason)).toEqual(["3 cells where there should be 5"]);
    expect(
      of("party_entry").map(({ name, economy, published, footnotes, policy }) => [name, economy, published, footnotes, policy]),
    ).toEqual([
      ["Nord Chips Corporation (NCC)", "CN", "2020-12-22", "5", "Presumption of denial"],
      ["Sund Mill & Co., Ltd.", "CN", "2019-05-21", "1;2", "Case-by-case"],
      ["Ost SA", "FR", "2022-12-19", null, "Denial"],
    ]);
    expect(of("party_place").map(({ place }) => place)).toEqual([
      "1 Mill Road, Beijing, China.",
      "No. 5 Main Street, Shanghai, China.",
      "Lyon, France.",
    ]);
    expect(of("list_edition").map(({ day }) => day)).toEqual(["2026-07-09"]);
    const json = await readAll(entityList, [join(folder, "list.json")]);
    const fromJson = { ...json.of("party_entry")[0], policy: "Presumption of denial" };
    expect({ ...of("party_entry")[0], ...{ requirement: fromJson.requirement, citation: fromJson.citation } }).toEqual(fromJson);
    expect(of("party_name").slice(0, 4)).toEqual(json.of("party_name"));
  });

  test("a file that does not say its day, or no Entity List, is not read", async () => {
    const folder = await folderOf({
      "a.json": list([row({})], { extracted: "lately" }),
      "b.xml": "<DIV9 N='Supplement No. 5 to Part 744'/>",
    });
    await expect(readAll(entityList, [join(folder, "a.json")])).rejects.toMatchObject({ code: "LM_LOAD_UNRECOGNISED" });
    await expect(entityList.files([join(folder, "b.xml")])).rejects.toMatchObject({ code: "LM_LOAD_UNRECOGNISED" });
  });
});

const real = realData("controls/entity-list");
describe.skipIf(real.absent)(`the Entity List in ${real.path}`, () => {
  test("rows citing and rows new on days of the Federal Register; footnotes; SMIC", async () => {
    const { rows, rejects, of } = await readAll(entityList, [real.path]);
    expect(rejects).toEqual([]);
    expect(rows.flatMap(faults)).toEqual([]);
    const entries = of("party_entry");
    expect(entries).toHaveLength(3409);
    expect(new Set(entries.map(({ entry }) => entry)).size).toBe(3409);
    const counts = (day: string): readonly number[] => [
      new Set(
        of("party_citation")
          .filter(({ published }) => published === day)
          .map(({ entry }) => entry),
      ).size,
      entries.filter(({ published }) => published === day).length,
    ];
    expect(["2020-12-22", "2024-12-05", "2019-05-21", "2022-12-19"].map(counts)).toEqual([
      [77, 75],
      [140, 140],
      [66, 66],
      [37, 36],
    ]);
    const several = new Map<string, number>();
    for (const { entry } of of("party_citation")) several.set(entry, (several.get(entry) ?? 0) + 1);
    expect([...several.values()].filter((count) => count > 1)).toHaveLength(257);
    const marked = (footnote: string): number => entries.filter(({ footnotes }) => footnotes?.split(";").includes(footnote)).length;
    expect(["1", "2", "3", "4", "5"].map(marked)).toEqual([130, 130, 762, 96, 16]);
    expect(entries.find(({ name }) => name === "Semiconductor Manufacturing International Corporation (SMIC)")?.footnotes).toBe("5");
    expect(of("party_name").filter(({ name }) => /[(,;:]$|\b[af]\.k\.a\b/.test(name))).toEqual([]);
    expect(entries.filter(({ economy }) => economy === null)).toEqual([]);
  });
});
