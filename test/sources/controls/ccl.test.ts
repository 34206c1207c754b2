import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ccl } from "../../../src/sources/controls/ccl.ts";
import { type EntryLine, paragraphsOf } from "../../../src/sources/controls/ccl-entries.ts";
import { faults, folderOf, readAll, realData } from "../support.ts";

const item = (paragraph: string | null, text = "x"): EntryLine => ({ paragraph, kind: paragraph === null ? "text" : "item", text });
const note = (paragraph: string): EntryLine => ({ paragraph, kind: "note", text: "note" });
const shown = (lines: readonly EntryLine[]): readonly (string | null)[] => paragraphsOf(lines).map(({ paragraph }) => paragraph);

describe("paragraphs of an entry", () => {
  test("a list in a note carries letters of its own and is none", () => {
    const lines = [
      item("a"),
      item("a.1"),
      item(null),
      item("a"),
      item("b"),
      item("c"),
      item("b"),
      item("b.1"),
      note("1"),
      item("a"),
      item("b"),
      item("c"),
      note("2"),
      item("c"),
    ];
    expect(shown(lines)).toEqual(["a", "a.1", null, null, null, null, "b", "b.1", null, null, null, null, null, "c"]);
  });

  test("a paragraph left in a text is one if it continues one that is there", () => {
    expect(
      paragraphsOf([
        item("c", "Etch:"),
        item("c.3", "Dry"),
        item(null, "c.3.a Two sources"),
        item(null, "h.1 Not here"),
        item(null, "See c.3"),
      ]),
    ).toEqual([
      { paragraph: "c", parent: null, text: "Etch:" },
      { paragraph: "c.3", parent: "c", text: "Dry" },
      { paragraph: "c.3.a", parent: "c.3", text: "Two sources" },
      { paragraph: null, parent: "c.3.a", text: "h.1 Not here" },
      { paragraph: null, parent: "c.3.a", text: "See c.3" },
    ]);
  });

  test("letters may be left out, and a paragraph whose own parent is missing hangs on the nearest that is there", () => {
    expect(paragraphsOf([item("a"), item("x"), item("x.1.a")]).map(({ paragraph, parent }) => [paragraph, parent])).toEqual([
      ["a", null],
      ["x", null],
      ["x.1.a", "x"],
    ]);
  });
});

const entry = {
  eccn: "3B001",
  category: "3",
  heading: "Mills for  grain",
  reasonForControl: "NS, AT",
  countryChart: [{ control: "NS applies to 3B001.a", countryChart: "NS Column 2." }],
  licenceExceptionFlags: { LVS: "$500", GBS: "" },
  relatedControls: null,
  items: [{ paragraph: ".a", kind: "item", depth: 1, text: "Mills" }],
};
const files = {
  "ccl.json": JSON.stringify({
    $comment: "made",
    citation: "15 C.F.R. Part 774, Supplement No. 1 (Commerce Control List)",
    source: { url: "https://a.example" },
    ecfrIssueDate: "2026-07-23",
    entries: [entry, { ...entry, eccn: "3B00" }, { ...entry, eccn: "6A001", items: undefined }],
  }),
  "chart.json": JSON.stringify({
    citation: "15 C.F.R. Part 738, Supplement No. 1 (Commerce Country Chart)",
    ecfrIssueDate: "2026-07-23",
    countries: {
      China: { marks: ["NS 1", "NS 2"], footnotes: [] },
      Russia: { marks: ["NS 1"], footnotes: [6] },
      Liechtenstein: { marks: [], footnotes: [] },
    },
    embargoed: { Cuba: { pointer: "See part 746.", footnotes: [] } },
    footnotes: { "6": "See § 746.8." },
    allDestinationsEntries: {
      citation: "738.3(a)(1)",
      noLicenceExceptions: ["0A983", "5E001.a (for 5A001.f.1)"],
      govOnly: { entries: ["5A001.f.1"], condition: "GOV only." },
    },
    territoryInheritance: {
      "hong kong": { row: "China", basis: "85 FR 83788" },
      liechtenstein: { row: "Switzerland", basis: "footnote 5" },
    },
  }),
  "groups.json": JSON.stringify({
    citation: "15 C.F.R. Part 740, Supplement No. 1 (Country Groups)",
    ecfrIssueDate: "2026-07-23",
    groups: { "D:5": ["China (PRC)", "Cuba"] },
  }),
  "exceptions.json": JSON.stringify({
    citation: "15 C.F.R. Part 740 (License Exceptions)",
    ecfrIssueDate: "2026-07-23",
    exceptions: [{ section: "15 C.F.R. § 740.8", symbols: ["NAC", "ACA"], title: "Notified" }],
  }),
};

describe("ccl", () => {
  test("entries, reasons, exceptions, paragraphs; chart, groups and titles; each with its edition", async () => {
    const { rows, rejects, of } = await readAll(ccl, [await folderOf(files)]);
    expect(rows.flatMap(faults)).toEqual([]);
    expect(rejects.map(({ line, reason }) => [line, reason])).toEqual([[2, "3B00 is not an ECCN"]]);
    expect(of("control_item").map(({ item: of, edition, heading, full }) => [of, edition, heading, full])).toEqual([
      ["3B001", "2026-07-23", "Mills for grain", 1],
      ["6A001", "2026-07-23", "Mills for grain", 0],
    ]);
    expect(of("item_reason")[0]).toMatchObject({
      item: "3B001",
      position: 1,
      applies: "NS applies to 3B001.a",
      destinations: "NS Column 2.",
    });
    expect(of("item_exception").map(({ exception, text }) => [exception, text])).toEqual([
      ["LVS", "$500"],
      ["LVS", "$500"],
    ]);
    expect(of("item_paragraph")).toMatchObject([{ item: "3B001", paragraph: "a", parent: null, text: "Mills" }]);
    expect(of("chart_row").map(({ place, economy, pointer, governed_by }) => [place, economy, pointer, governed_by])).toEqual([
      ["China", "CN", null, null],
      ["Russia", "RU", null, null],
      ["Liechtenstein", "LI", null, null],
      ["Cuba", "CU", "See part 746.", null],
      ["hong kong", "HK", null, "China"],
    ]);
    expect(of("all_destinations").map(({ item: of, applies }) => [of, applies])).toEqual([
      ["0A983", "entire entry"],
      ["5E001", ".a (for 5A001.f.1)"],
      ["5A001", ".f.1"],
    ]);
    expect(of("chart_footnote")).toMatchObject([{ place: "Russia", number: 6, text: "See § 746.8." }]);
    expect(of("economy_group").map(({ group, economy }) => [group, economy])).toEqual([
      ["D:5", "CN"],
      ["D:5", "CU"],
    ]);
    expect(of("exception_title").map(({ exception }) => exception)).toEqual(["NAC", "ACA"]);
  });

  test("a file that is broken, or none of these, is not read", async () => {
    const folder = await folderOf({
      "chart.json": files["chart.json"].slice(0, -20),
      "other.json": '{"citation":"Part 9","ecfrIssueDate":"2026-07-23"}',
    });
    await expect(readAll(ccl, [join(folder, "chart.json")])).rejects.toMatchObject({ code: "LM_FILE_UNREADABLE" });
    await expect(ccl.files([join(folder, "other.json")])).rejects.toMatchObject({ code: "LM_LOAD_UNRECOGNISED" });
  });
});

const real = realData("controls/ccl");
describe.skipIf(real.absent)(`the Commerce Control List in ${real.path}`, () => {
  test("633 entries, 196 rows of the chart, groups, exceptions; every place has its economy", async () => {
    const { rows, rejects, of } = await readAll(ccl, [real.path]);
    expect(rejects).toEqual([]);
    expect(rows.flatMap(faults)).toEqual([]);
    expect(of("control_item")).toHaveLength(633);
    expect(of("control_item").filter(({ full }) => full === 1)).toHaveLength(261);
    expect(new Set(rows.flatMap(({ row }) => ("edition" in row ? [row.edition] : [])))).toEqual(new Set(["2026-07-23"]));
    expect([...of("chart_row"), ...of("economy_group")].filter(({ economy }) => economy === null)).toEqual([]);
    expect(of("chart_row").filter(({ pointer, governed_by }) => pointer === null && governed_by === null)).toHaveLength(196);
    expect(
      of("chart_row")
        .filter(({ pointer }) => pointer !== null)
        .map(({ economy }) => economy),
    ).toEqual(["CU", "IR", "KP", "SY"]);
    expect(of("chart_mark").filter(({ column }) => column === "AT 1")).toEqual([]);
    expect(of("economy_group").filter(({ group, economy }) => group === "D:5" && economy === "MO")).toEqual([]);
  });

  test("3A090 has paragraphs a, b and c and not those of its notes; 3B001.c.3.a was left in a text", async () => {
    const { of } = await readAll(ccl, [real.path]);
    const paragraphs = (item: string): readonly string[] =>
      of("item_paragraph")
        .filter((each) => each.item === item)
        .flatMap(({ paragraph }) => paragraph ?? []);
    expect(paragraphs("3A090")).toEqual(["a", "a.1", "a.2", "b", "b.1", "b.2", "c"]);
    expect(paragraphs("3B001")).toEqual(expect.arrayContaining(["c.3.a", "c.3.d", "f.1.b.2", "q", "r"]));
    const twice = new Set<string>();
    for (const { item, paragraph } of of("item_paragraph")) {
      if (paragraph === null) continue;
      expect(twice.has(`${item}.${paragraph}`)).toBe(false);
      twice.add(`${item}.${paragraph}`);
    }
  });
});
