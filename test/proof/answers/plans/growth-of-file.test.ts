import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type GrowthTable, planGrowth as planGrowthSaid } from "../../../../src/proof/answers/plans/growth-of-file.ts";
import { planGrowthSchema } from "../../../../src/proof/answers/plans/plan-growth-report.ts";
import { folderOf, realData } from "../../../sources/support.ts";
import { english } from "../../../words/english.ts";

const planGrowth = english(planGrowthSaid);

const years = Array.from({ length: 12 }, (_, at) => 2001 + at);
const csv = (header: string): string => [header, ...years.map((year) => `Etch,${year},${10 + year - 2001}`), ""].join("\n");
const read = async (name: string, content: string, more: Partial<GrowthTable> = {}) =>
  planGrowth({ file: join(await folderOf({ [name]: content }), name), cutOff: 2010, after: 2, ...more });

describe("growth of counts in a file", () => {
  it("is read from CSV and from JSON, with columns by any name, alike", async () => {
    const { evidence: _file, ...plain } = await read("a.csv", csv("series,year,count"));
    const columns = { series: "what", year: "when", count: "how many" };
    const { evidence: _other, ...named } = await read("b.csv", csv("what,when,how many"), { columns });
    const objects = years.map((year) => ({ year: String(year), series: "Etch", count: 10 + year - 2001 }));
    const { evidence: _third, ...json } = await read("c.json", JSON.stringify(objects));
    expect(plain.series[0]!.years.map(({ counted, line }) => [counted, line])).toEqual([
      [20, 20],
      [21, 21],
    ]);
    expect(named).toEqual(plain);
    expect(json).toEqual(plain);
  });

  it("adds rows of one series and year up", async () => {
    const twice = `${csv("series,year,count")}${csv("x").split("\n").slice(1).join("\n")}`;
    expect((await read("a.csv", twice)).series[0]!.years[0]!.counted).toBe(40);
  });

  it("passes over no row", async () => {
    await expect(read("a.csv", "series,year,count\nEtch,20x1,5\n")).rejects.toThrow(/line 2: "year" is not a year: "20x1"/);
    await expect(read("a.csv", "series,year,count\nEtch,2001,\n")).rejects.toThrow(/"count" is not a count: ""/);
    await expect(read("a.csv", "series,year,count\n,2001,4\n")).rejects.toThrow(/"series" is empty/);
    await expect(read("a.csv", "series,year\nEtch,2001\n")).rejects.toMatchObject({ code: "LM_LOAD_UNRECOGNISED" });
    await expect(planGrowth({ file: "nowhere.csv", cutOff: 2010 })).rejects.toMatchObject({ code: "LM_FILE_NOT_FOUND" });
  });

  it("says so where nothing can be scored", async () => {
    const { finding, errors } = await read("a.csv", "series,year,count\nEtch,2001,5\n");
    expect([finding, errors]).toEqual(["None of 1 series could be scored.", null]);
  });
});

const subfields = realData("reference/patentworld-semiconductors/semi_by_subfield.json");
const holders = realData("reference/g03f-holders/player_by_filing_year.csv");

describe.skipIf(subfields.absent || holders.absent)(`growth of real counts, from ${subfields.path} and ${holders.path}`, () => {
  const told = async (table: Omit<GrowthTable, "cutOff">, cutOff: number) => {
    const growth = planGrowthSchema.parse(await planGrowth({ ...table, cutOff }));
    const { scored, hits, intervals, errors, better } = growth;
    return [
      scored,
      hits,
      intervals,
      ...[errors!.damped, errors!.last, errors!.line].map((error) => error.toFixed(2)),
      better.last,
      better.line,
    ];
  };

  it("of subfields is reported no better than by the last year, after 2010 and after 2014", async () => {
    const table = { file: subfields.path, columns: { series: "subfield" } };
    expect(await told(table, 2010)).toEqual([7, 35, 35, "8.40", "6.74", "8.97", 2, 3]);
    expect(await told(table, 2014)).toEqual([7, 33, 35, "8.21", "6.49", "5.03", 3, 3]);
  });

  it("of holders neither", async () => {
    const table = { file: holders.path, columns: { series: "player", year: "filing_year", count: "g03f_patents" } };
    expect(await told(table, 2010)).toEqual([8, 0, 0, "2.60", "1.67", "2.62", 2, 5]);
    expect(await told(table, 2014)).toEqual([8, 14, 16, "3.24", "1.31", "1.84", 2, 4]);
  });
});
