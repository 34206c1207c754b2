import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { patentsview } from "../../../../src/sources/patents/tables/patentsview.ts";
import { faults, folderOf, readAll, realData } from "../../support.ts";
import { zipOf } from "../../zip.ts";

const patents = [
  '"patent_id"\t"patent_type"\t"patent_date"\t"patent_title"\t"wipo_kind"\t"num_claims"\t"withdrawn"\t"filename"',
  '"6103599"\t"utility"\t"2000-08-15"\t"Method of\n""layer""  transfer"\t"A"\t38\t0\t"pft.xml"',
  '"D435854"\t"design"\t"2001-01-02"\t"Lamp"\t"S"\t1\t0\t""',
  '"RE37622"\t"reissue"\t"2002-04-02"\t""\t"E"\t1\t1\t""',
  '"H2000"\t"statutory invention registration"\t"2001-11-06"\t"Thing"\t"H"\t1\t\t""',
  '"9999999"\t"something new"\t"2018-06-32"\t"Bad day"\t"B2"\t1\t0\t""',
  '"9999998"\t"utility"',
  "",
].join("\n");

const place = "c1ee6332-16c7-11ed-9b5f-1234bde3cd05";

describe("PatentsView", () => {
  test("patents: numbers, types, dates, titles with line ends, withdrawals, and records that are broken", async () => {
    const folder = await folderOf({ "whatever.tsv": patents, "notes.txt": "no table" });
    const { rows, rejects, of } = await readAll(patentsview, [folder]);
    expect(rows.flatMap(faults)).toEqual([]);
    expect(
      of("patent").map(({ document, kind, published, granted, type, native }) => [document, kind, published, granted, type, native]),
    ).toEqual([
      ["US6103599", "A", "2000-08-15", 1, "utility", "6103599"],
      ["USD435854", "S", "2001-01-02", 1, "design", "D435854"],
      ["USRE37622", "E", "2002-04-02", 0, "reissue", "RE37622"],
      ["USH2000", "H", "2001-11-06", 1, "statutory", "H2000"],
    ]);
    expect(of("patent_text").map(({ field, language, text }) => [field, language, text])).toEqual([
      ["title", "en", 'Method of "layer" transfer'],
      ["title", "en", "Lamp"],
      ["title", "en", "Thing"],
    ]);
    expect(of("patent_event")).toEqual([{ document: "USRE37622", kind: "withdrawn", code: null, date: "2002-04-02", note: null }]);
    expect(rows.map(({ line }) => line)).toEqual([2, 2, 3, 3, 4, 4, 5, 5]);
    expect(rejects.map(({ line, reason }) => [line, reason])).toEqual([
      [6, "patent_date is not a date"],
      [7, "2 cells where there should be 8"],
    ]);
  });

  test.each([
    ["gzip", "t.tsv.gz", gzipSync(patents)],
    ["zip", "t.tsv.zip", zipOf({ "g_patent.tsv": patents })],
  ])("is read from %s", async (_, name, content) => {
    const { of } = await readAll(patentsview, [await folderOf({ [name]: content })]);
    expect(of("patent")).toHaveLength(4);
  });

  test("every other table, told by its columns in any order", async () => {
    const folder = await folderOf({
      "1.tsv":
        "filing_date\tpatent_id\tapplication_id\tseries_code\n1997-07-08\t6103599\t08897235\t08\n1997-07-08\t6103600\t08/897,236\t08\n",
      "2.tsv":
        "patent_id\tcitation_sequence\tcitation_patent_id\tcitation_date\trecord_name\twipo_kind\tcitation_category\n" +
        "6103599\t0\t5374564\t1994-12-01\tBruel\tA\tcited by examiner\n6103599\t1\tD300001\t1994-12-01\t\t\tcited by third party\n6103599\t2\tRE30000\t\t\t\t\n",
      "3.tsv":
        "patent_id\tcitation_sequence\tcitation_document_number\tcitation_category\n9000000\t0\t20030076485\tcited by applicant\n9000000\t1\t\tcited by other\n",
      "4.csv":
        "patent_id,cpc_sequence,cpc_section,cpc_class,cpc_subclass,cpc_group,cpc_type\n6103599,0,H,H01,H01L,H01L21/76254,inventional\n6103599,1,Y,Y10,Y10S,Y10S438/977,additional\n6103599,2,H,H01,H01L,H01L,additional\n",
      "5.csv": `patent_id,assignee_sequence,assignee_id,disambig_assignee_individual_name_first,disambig_assignee_individual_name_last,disambig_assignee_organization,assignee_type,location_id\n6103599,0,a-1,,,Silicon Genesis Corporation,2,${place}\n6103600,0,a-2,Ada,Byron,,4,\n6103601,0,a-3,,,,,${place}\n`,
      "6.csv": `patent_id,inventor_sequence,inventor_id,disambig_inventor_name_first,disambig_inventor_name_last,gender_code,location_id\n6103599,1,fl:fr_ln:henley-1,Francois J.,Henley,M,${place}\n`,
      "7.csv": `location_id,disambig_city,disambig_state,disambig_country,latitude,longitude\n${place},Santa Clara,CA,US,37.3,-121.9\nx-1,Somewhere,,,1,1\nx-2,Elsewhere,,Utopia,1,1\n`,
      "8.csv": 'patent_id,patent_abstract\n6103599,"A technique for forming\na film."\n',
    });
    const { rows, rejects, of } = await readAll(patentsview, [folder]);
    expect(rows.flatMap(faults)).toEqual([]);
    expect(of("patent").map(({ document, application, filed, granted }) => [document, application, filed, granted])).toEqual([
      ["US6103599", "US08897235", "1997-07-08", null],
      ["US6103600", "US08897236", "1997-07-08", null],
    ]);
    expect(of("patent_citation").map(({ citing, cited, phase, position }) => [citing, cited, phase, position])).toEqual([
      ["US6103599", "US5374564", "examiner", 1],
      ["US6103599", "USD300001", "third-party", 2],
      ["US6103599", "USRE30000", null, 3],
      ["US9000000", "US2003076485", "applicant", 1],
    ]);
    expect(of("patent_class").map(({ scheme, symbol, role, position }) => [scheme, symbol, role, position])).toEqual([
      ["cpc", "H01L21/76254", "inventive", 1],
      ["cpc", "Y10S438/977", "additional", 2],
    ]);
    expect(of("patent_holder").map(({ document, role, name, economy, native }) => [document, role, name, economy, native])).toEqual([
      ["US6103599", "assignee", "Silicon Genesis Corporation", null, "a-1"],
      ["US6103600", "assignee", "Ada Byron", null, "a-2"],
    ]);
    expect(of("patent_inventor")).toEqual([
      { document: "US6103599", position: 2, name: "Francois J. Henley", economy: null, native: "fl:fr_ln:henley-1" },
    ]);
    expect(of("patent_party_place")).toEqual([
      { document: "US6103599", role: "assignee", position: 1, place },
      { document: "US6103601", role: "assignee", position: 1, place },
      { document: "US6103599", role: "inventor", position: 2, place },
    ]);
    expect(of("patent_place")).toEqual([
      { place, economy: "US" },
      { place: "x-1", economy: null },
    ]);
    expect(of("patent_text").map(({ field, text }) => [field, text])).toEqual([["abstract", "A technique for forming a film."]]);
    expect(rejects.map(({ file, line, reason }) => [file.slice(-5), line, reason])).toEqual([
      ["3.tsv", 3, "citation_document_number is empty"],
      ["4.csv", 4, "cpc_group is not a CPC symbol"],
      ["7.csv", 4, "disambig_country is not a country code"],
    ]);
  });

  test("a table that lacks a column it is told by is none", async () => {
    const folder = await folderOf({
      "a.tsv": patents.replace('"patent_date"', '"day"'),
      "two.zip": zipOf({ "a.tsv": patents, "b.tsv": patents }),
    });
    for (const name of ["a.tsv", "two.zip"])
      await expect(patentsview.files([join(folder, name)])).rejects.toMatchObject({ code: "LM_LOAD_UNRECOGNISED" });
  });

  const real = realData("patents/patentsview-nvidia");
  test.skipIf(real.absent)(`the tables in ${real.path}`, async () => {
    const { rows, rejects, of } = await readAll(patentsview, [real.path]);
    expect(rows.flatMap(faults)).toEqual([]);
    expect(of("patent")).toHaveLength(5169);
    expect(new Set(of("patent").map(({ document }) => document)).size).toBe(5169);
    const table = async (name: string): Promise<number> => (await readFile(join(real.path, name), "utf8")).trimEnd().split("\n").length - 1;
    expect(of("patent_class")).toHaveLength(await table("nvidia_cpc.csv"));
    expect(of("patent_inventor")).toHaveLength(await table("nvidia_inventor.csv"));
    expect(of("patent_holder")).toHaveLength(await table("nvidia_assignee.csv"));
    expect(rejects).toEqual([]);
  });

  const sample = realData("patents/patentsview-citation-sample");
  test.skipIf(sample.absent)(`citations without a header in ${sample.path}`, async () => {
    const { rejects, of } = await readAll(patentsview, [sample.path]);
    const lines = (await readFile(join(sample.path, "g_us_patent_citations.sample.tsv"), "utf8")).trimEnd().split("\n");
    expect(rejects).toEqual([]);
    expect(of("patent_citation")).toHaveLength(lines.length);
    expect(of("patent_citation")[5]).toEqual({
      citing: "US11225376",
      cited: "USD355741",
      category: null,
      phase: "examiner",
      claims: null,
      position: 3,
    });
  });
});
