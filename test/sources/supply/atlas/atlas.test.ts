import { describe, expect, test } from "vitest";
import { tables } from "../../../../src/base/tables.ts";
import { atlas } from "../../../../src/sources/supply/atlas/atlas.ts";
import { atlasFiles as layouts } from "../../../../src/sources/supply/atlas/atlas-files.ts";
import { atlasFiles } from "../../fixtures.ts";
import { faults, folderOf, readAll } from "../../support.ts";

const withFile = async (name: string, content: string) => readAll(atlas, [await folderOf({ ...atlasFiles, [name]: content })]);

describe("atlas", () => {
  test("every column of every file is a column of its table, and no needed column is left out", () => {
    const both = Object.entries(layouts).flatMap(([name, layout]) =>
      [layout, layout.also ?? []].flat().map((each) => [name, each] as const),
    );
    for (const [name, { table, fields }] of both) {
      const declared: Readonly<Record<string, string>> = tables[table];
      expect(
        Object.keys(fields).filter((column) => !Object.hasOwn(declared, column)),
        name,
      ).toEqual([]);
      const needed = Object.keys(declared).filter((column) => !declared[column]?.endsWith("?"));
      expect(
        needed.filter((column) => !Object.hasOwn(fields, column) && !["native", "origin"].includes(column)),
        name,
      ).toEqual([]);
    }
  });

  test("reads a whole atlas into sound rows of every table", async () => {
    const { rows, rejects, of } = await readAll(atlas, [await folderOf(atlasFiles)]);
    expect(rejects).toEqual([]);
    expect(rows.flatMap(faults)).toEqual([]);
    const filled = Object.values(layouts).flatMap(({ table, also }) => [table, also?.table ?? []].flat());
    expect(new Set(rows.map(({ table }) => table))).toEqual(new Set(filled));
    expect(of("patent_source")).toEqual(of("patent").map(({ document }) => ({ document, source: "book" })));
    expect(of("technology")[0]).toEqual({
      id: "ore",
      native: "ore",
      name: "Ore",
      kind: "material",
      stage: "raw",
      supply_mode: "consumable",
      next_generation: "no",
      used_with: null,
      description: "Rock, broken",
    });
    expect(of("share")[0]).toMatchObject({ technology: "ore", holder: "CN", low: 0.6, high: 0.7, flag: null, year: 2024 });
    expect(of("parameter")[1]).toMatchObject({ low: 12, high: null });
  });

  test("the edition is the newest year of a document", async () => {
    const folder = await folderOf(atlasFiles);
    expect(await atlas.edition(await atlas.files([folder]))).toBe("2025");
    const { "sources.csv": _, ...without } = atlasFiles;
    expect(await atlas.edition(await atlas.files([await folderOf(without)]))).toBeNull();
  });

  const columns = atlasFiles["problems.csv"]!.split("\n")[0]!;
  const sound = columns.split(",").map((column, at) => [column, atlasFiles["problems.csv"]!.split("\n")[1]!.split(",")[at]!] as const);
  const problem = (of: Readonly<Record<string, string>>): string =>
    `${columns}\n${sound.map(([column, value]) => of[column] ?? value).join(",")}\n`;
  const share = "technology,holder,holder_kind,basis,low,high,year,known,source,grade,note\n";
  test.each([
    [
      "shares.csv",
      `${share}ore,CN,country,production,0.6,0.7,2024,,book,published,\n`,
      "holder_kind is not one of economy, organisation, joint",
    ],
    ["shares.csv", `${share}ore,CN,economy,production,60,70,2024,,book,published,\n`, "low is not between 0 and 1"],
    ["shares.csv", `${share}ore,CN,economy,production,0.8,0.7,2024,,book,published,\n`, "low is above high"],
    ["shares.csv", `${share}ore,CN,economy,production,"0,6",0.7,2024,,book,published,\n`, "low is not a number"],
    ["shares.csv", `${share}ore,CN,economy,production,0x1,0.7,2024,,book,published,\n`, "low is not a number"],
    ["shares.csv", `${share}ore,CN,economy,production,0.6,0.7,24,,book,published,\n`, "year is not a year"],
    ["shares.csv", `${share}ore,CN,economy,production,0.6,0.7,2024,,,published,\n`, "source is empty"],
    [
      "shares.csv",
      `${share}Ore,CN,economy,production,0.6,0.7,2024,,book,published,\n`,
      "technology is not a valid id (lower case, digits, hyphens)",
    ],
    ["groups.csv", "group,member,since,until,source\nEU,JP,2000-02-30,,book\n", "since is not a date (YYYY, YYYY-MM or YYYY-MM-DD)"],
    ["economies.csv", "id,name,gdp,gdp_year,source\nJPN,Japan,50,2024,book\n", "id is not an ISO 3166 alpha-2 code"],
    ["stages.csv", "id,name,position\nraw,Raw,1.5\n", "position is not a whole number"],
    ["problems.csv", problem({ maturity: "hope" }), "maturity is not one of research, pilot, production"],
    ["problems.csv", problem({ clock_low: "2030" }), "clock_low is above clock_high"],
    ["problems.csv", problem({ clock_high: "soon" }), "clock_high is not a year"],
    ["problems.csv", problem({ words: "" }), "words is empty"],
    ["problems.csv", problem({ classes: "" }), "classes is empty"],
    [
      "successors.csv",
      "technology,replaces,from_low,from_high,year,known,source,grade,note\nmill-two,mill,2028,2026,,,book,published,\n",
      "from_low is above from_high",
    ],
  ])("%s: %s is rejected", async (name, content, reason) => {
    const { rejects } = await withFile(name, content);
    expect(rejects).toMatchObject([{ code: "LM_LOAD_BAD_ROW", line: 2, reason, file: expect.stringContaining(name) }]);
  });

  test("a file that lacks a column, and a file that is not one of an atlas, are unrecognised", async () => {
    await expect(withFile("shares.csv", "technology,holder\n")).rejects.toMatchObject({
      code: "LM_LOAD_UNRECOGNISED",
      message: expect.stringContaining("lacks the columns"),
    });
    const folder = await folderOf({ "notes.csv": "a,b\n" });
    await expect(atlas.files([folder])).rejects.toMatchObject({ code: "LM_LOAD_UNRECOGNISED" });
    await expect(atlas.files([`${folder}/notes.csv`])).rejects.toMatchObject({ code: "LM_LOAD_UNRECOGNISED" });
    await expect(atlas.files([`${folder}/none`])).rejects.toMatchObject({ code: "LM_FILE_NOT_FOUND" });
  });
});
