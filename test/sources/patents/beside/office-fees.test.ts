import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { bundledFile } from "../../../../src/base/built-file.ts";
import { officeCosts, upkeepBetween } from "../../../../src/plan/office-cost.ts";
import { id, number } from "../../../../src/sources/format/table-fields.ts";
import { officeItems, readOfficeFees, readTableFile } from "../../../../src/sources/patents/beside/office-fees.ts";
import { folderOf } from "../../support.ts";

describe("the table of offices", () => {
  it("has every office that counts, each with all it needs, and a document for all that is not assumed", async () => {
    const rows = await readOfficeFees();
    const costs = officeCosts(rows);
    expect([...costs.keys()]).toEqual(["CN", "EP", "JP", "KR", "TW", "US"]);
    expect(new Set(rows.map(({ item }) => item))).toEqual(new Set(officeItems));
    const sources = (await readTableFile(bundledFile("atlas/sources.csv"), { id })).map((row) => row.id);
    for (const { source, grade, note, office, item } of rows) {
      expect(source === null, `${office} ${item}`).toBe(grade === "assumed");
      if (source !== null) expect(sources).toContain(source);
      expect(note).not.toBeNull();
    }
  });

  it("comes to the sums of the fee schedules", async () => {
    const costs = officeCosts(await readOfficeFees());
    expect(costs.get("US")!.toGrant).toEqual({ low: 11_290, high: 28_290 });
    // Three maintenance fees of a patent granted in its second year: 14,470 in all, as the rule of 2024 tells.
    expect(upkeepBetween(costs.get("US")!, 0, 20, 2)).toEqual({ low: 14_470, high: 14_470 });
    // The unitary patent's 19 renewals come to 35,555 EUR.
    const { low } = upkeepBetween(costs.get("EP")!, 0, 20, 1);
    expect(low / 1.03).toBeCloseTo(35_555, 6);
  });
});

describe("a table of the bundled data", () => {
  it("names the rows that are wrong", async () => {
    const dir = await folderOf({});
    const file = join(dir, "wrong.csv");
    writeFileSync(file, "id,low\nfine,1\nNot An Id,2\nother,much\n");
    await expect(readTableFile(file, { id, low: number })).rejects.toMatchObject({
      code: "LM_ATLAS_INVALID",
      details: { problems: ["line 3: id is not a valid id (lower case, digits, hyphens)", "line 4: low is not a number"] },
    });
    writeFileSync(file, "id\nfine\n");
    await expect(readTableFile(file, { id, low: number })).rejects.toMatchObject({ code: "LM_LOAD_UNRECOGNISED" });
  });
});
