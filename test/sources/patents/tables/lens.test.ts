import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { patentTable } from "../../../../src/sources/patents/tables/patent-table.ts";
import { patentsview } from "../../../../src/sources/patents/tables/patentsview.ts";
import { faults, folderOf, listening, readAll } from "../../support.ts";

const head =
  "Jurisdiction,Kind,Lens ID,Publication Date,Publication Year,Application Number,Application Date,Priority Numbers,Earliest Priority Date,Title";
const tail = "Cites Patent Count,CPC Classifications,IPCR Classifications,US Classifications,Inventors,Applicants";
const cells = "US,B2,001-002-003-004-005,2013-04-16,2013,US 201113302000 A,2011-11-22,US 34840094 A 19941128,1994-11-28,Layered wafer";
const last = "12,H01L21/762;;H10D30/67,H01L21/762,438/455,DOE JANE,NORDWAFER AS";

/** An export with these names for what the Lens has renamed. */
const exported = (number: string, type: string, owners: string, status: string | null): string =>
  [
    [head, number, type, owners, tail, ...(status === null ? [] : [status])].join(","),
    [cells, "US 8420500 B2", "Granted Patent", "NORDWAFER AS (2012-01-02)", last, ...(status === null ? [] : ["Expired"])].join(","),
    "",
  ].join("\n");

describe("exports of the Lens", () => {
  test.each([
    ["before its columns were renamed", exported("Publication Number", "Type", "Owners (US)", null), 0],
    ["after that", exported("Display Key", "Document Type", "Owners", "Legal Status"), 1],
    ["in between", exported("Display Key", "Type", "Owners (US)", null), 0],
  ])("%s give the same patent", async (_, content, events) => {
    const { effects, said } = listening();
    const { rows, rejects, of } = await readAll(patentTable, [await folderOf({ "lens-export.csv": content })], effects);
    expect([rejects, rows.flatMap(faults)]).toEqual([[], []]);
    expect(of("patent")).toMatchObject([
      {
        document: "US8420500",
        kind: "B2",
        published: "2013-04-16",
        granted: 1,
        filed: "2011-11-22",
        priority: "1994-11-28",
        references: 12,
      },
    ]);
    expect(of("patent_holder").map(({ role, name }) => [role, name])).toEqual([
      ["applicant", "NORDWAFER AS"],
      ["owner", "NORDWAFER AS"],
    ]);
    expect(of("patent_event").map(({ kind, date, note }) => [kind, date, note])).toEqual(events === 0 ? [] : [["other", null, "Expired"]]);
    expect(said.filter((message) => message.includes("does not have"))).toEqual([]);
  });

  test("a table that is refused is told which columns are missing, and which of its own are nearly those", async () => {
    const folder = await folderOf({
      "almost.csv": exported("Display Key", "Type", "Owners", null)
        .replace("Lens ID", "LensID")
        .replace("Publication Date", "Published on"),
      "other.csv": "colour,shape\nred,round\n",
      "g_patent.tsv": "patent_id\tpatent_type\tpatent_dates\tpatent_title\n1\tutility\t2000-01-04\tA\n",
    });
    await expect(patentTable.files([join(folder, "almost.csv")])).rejects.toMatchObject({
      code: "LM_LOAD_UNRECOGNISED",
      message: expect.stringMatching(
        /Export of patents from The Lens.*lacks "Lens ID" \(its "LensID" may be that\) and "Publication Date"/,
      ),
      details: { missing: ["Lens ID", "Publication Date"], near: { "Lens ID": "LensID" } },
    });
    await expect(patentTable.files([join(folder, "other.csv")])).rejects.toMatchObject({
      message: expect.stringContaining('it has no column of a known layout; it begins with "colour" and "shape"'),
    });
    await expect(patentsview.files([join(folder, "g_patent.tsv")])).rejects.toMatchObject({
      message: expect.stringMatching(/of patents, which is nearest, it lacks "patent_date" \(its "patent_dates" may be that\)/),
    });
  });
});
