import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { proposeMappingFile } from "../../../../src/library/propose-mapping.ts";
import { patentTable } from "../../../../src/sources/patents/tables/patent-table.ts";
import { proposeMapping } from "../../../../src/sources/patents/tables/propose-mapping.ts";
import { faults, folderOf, readAll } from "../../support.ts";

/** An export with pipes between values, as one tool has them. */
const piped = `Publication Number,Title - DWPI,Assignee/Applicant,Inventor,IPC - Current - DWPI,CPC - Current,Application Number,Application Date,Publication Date,Priority Date - Earliest,Cited Refs - Patent,Front Page Drawing
US9000001B2,Bonded wafer,NORDWAFER AS | SUEDWAFER GMBH,DOE JANE | ROE RICHARD,H01L21/762 | H01L27/12,H01L21/76254,US2013123456A,2013-04-05,2015-04-07,2012-01-31,US6103599A | EP1000000A1,x
JP2012123456A,Method,NORDWAFER AS,DOE JANE,H01L21/02,,JP2010254321A,2010-11-15,2012-06-28,2010-11-15,,
`;

/** An export of numbers without office, with semicolons. */
const semicolons = `"No.";"Patent number";"Country code";"Kind code";"Publication date";"Title";"Current assignee";"Inventors";"IPC"
"1";"3456789";"EP";"B1";"2019-05-08";"Etching";"Nordwafer AS";"Doe Jane";"H01L21/3065"
`;

describe("a mapping is proposed from the header of a table", () => {
  test("and loads what it says, once it is confirmed", async () => {
    const folder = await folderOf({ "export.csv": piped });
    const [table, path] = [join(folder, "export.csv"), join(folder, "mine.yaml")];
    const proposed = await proposeMappingFile(table, path);
    expect(Object.fromEntries(proposed.columns.map(({ meaning, column, separator }) => [meaning, [column, separator]]))).toMatchObject({
      document: ["Publication Number", null],
      applicant: ["Assignee/Applicant", " | "],
      inventor: ["Inventor", " | "],
      ipc: ["IPC - Current - DWPI", " | "],
      cited: ["Cited Refs - Patent", " | "],
      priority: ["Priority Date - Earliest", null],
    });
    expect([proposed.unused, proposed.doubts]).toEqual([["Front Page Drawing"], []]);
    const { rows, rejects, of } = await readAll(patentTable, [path, table]);
    expect([rejects, rows.flatMap(faults)]).toEqual([[], []]);
    expect(of("patent")).toMatchObject([
      { document: "US9000001", kind: "B2", published: "2015-04-07", filed: "2013-04-05", priority: "2012-01-31" },
      { document: "JP2012123456", kind: "A", published: "2012-06-28" },
    ]);
    expect(of("patent_holder").map(({ name }) => name)).toEqual(["NORDWAFER AS", "SUEDWAFER GMBH", "NORDWAFER AS"]);
    expect(of("patent_citation").map(({ cited }) => cited)).toEqual(["US6103599", "EP1000000"]);
    expect(
      of("patent_class")
        .filter(({ scheme }) => scheme === "ipc")
        .map(({ symbol }) => symbol),
    ).toEqual(["H01L21/762", "H01L27/12", "H01L21/02"]);
    await expect(proposeMappingFile(table, path)).rejects.toMatchObject({ code: "LM_EXPORT_EXISTS" });
  });

  test.each([
    [
      "a Korean office's table",
      '"출원번호","출원일자","공개번호","공개일자","발명의명칭","출원인","발명자","IPC분류"\n"10-2020-0012345","2020.02.03","10-2021-0098765","2021.08.11","웨이퍼","주식회사 가나","김 가나","H01L 21/762"\n',
      { document: "KR20210098765", application: "KR20200012345", filed: "2020-02-03", published: "2021-08-11" },
      ["주식회사 가나"],
    ],
    [
      "a Japanese office's table",
      '"文献番号","出願番号","出願日","公知日","発明の名称","出願人/権利者","FI"\n"特開2019-079479","特願2017-218628","2017/10/25","2019/05/23","ウエハ","株式会社あい","H01L21/02"\n',
      { document: "JP2019079479", filed: "2017-10-25", published: "2019-05-23" },
      ["株式会社あい"],
    ],
    [
      "a Chinese office's table",
      '"申请号","申请日","公开（公告）号","公开（公告）日","发明名称","申请（专利权）人","发明人","IPC分类号"\n"201810000001.2","2018-01-02","CN108000001A","2018-05-08","晶圆","甲乙公司","张三","H01L21/02"\n',
      { document: "CN108000001", filed: "2018-01-02", published: "2018-05-08" },
      ["甲乙公司"],
    ],
  ])("of %s, with the office in whose language its header is", async (_, text, expected, holders) => {
    const folder = await folderOf({ "export.csv": text });
    const [table, path] = [join(folder, "export.csv"), join(folder, "mine.yaml")];
    await proposeMappingFile(table, path);
    const { rejects, of } = await readAll(patentTable, [path, table]);
    expect(rejects).toEqual([]);
    expect(of("patent")).toMatchObject([expected]);
    expect(of("patent_holder").map(({ name }) => name)).toEqual(holders);
  });

  test("with the office from a column of its own where the numbers lack it", async () => {
    const folder = await folderOf({ "export.csv": semicolons });
    const [table, path] = [join(folder, "export.csv"), join(folder, "mine.yaml")];
    const { columns } = await proposeMappingFile(table, path);
    expect(columns.map(({ meaning }) => meaning)).toEqual(expect.arrayContaining(["office", "kind", "owner"]));
    expect((await readAll(patentTable, [path, table])).of("patent")).toMatchObject([
      { document: "EP3456789", kind: "B1", published: "2019-05-08" },
    ]);
    expect(await readFile(path, "utf8")).toMatch(/^# Proposed from the header/);
  });

  test("and what does not look as it should is said", async () => {
    const folder = await folderOf({
      "a.csv": "Patent number,Publication date,Title\n3456789,8 May 2019,Etching\n",
      "b.csv": "colour,shape\nred,round\n",
    });
    const { doubts } = await proposeMapping(join(folder, "a.csv"));
    expect(doubts.join(" ")).toMatch(/have no office before them.*"8 May 2019" in "Publication date" cannot be read as a date/);
    await expect(proposeMapping(join(folder, "b.csv"))).rejects.toMatchObject({ code: "LM_LOAD_UNRECOGNISED" });
    await writeFile(join(folder, "empty.csv"), "");
    await expect(proposeMapping(join(folder, "empty.csv"))).rejects.toMatchObject({ code: "LM_LOAD_UNRECOGNISED" });
  });
});

describe("headers as other tools write them", () => {
  test.each([
    [
      "Orbit",
      "Publication numbers,Title,Current assignees,Original assignee,Inventors,Earliest priority date,Publication dates,CPC,IPC",
      "US10000001B2,T,ACME,ACME,Doe,2015-03-10,2018-06-19,H01L21/02,H01L21/02",
    ],
    [
      "PatSnap, with words in brackets",
      "Publication (Announcement) Number,Title (Translated)(English),Current Assignee (Standardized),Original Assignee (Original),Inventors,Application No.,Filing Date,Publication Date,IPC Classification,CPC Classification",
      "US10000001B2,T,ACME,ACME,Doe,US14/643719,2015-03-10,2018-06-19,H01L21/02,H01L21/02",
    ],
    [
      "PatSnap in Chinese, brackets of full width",
      "公开（公告）号,标题（中文）,摘要（中文）,［标］当前申请（专利权）人,发明人,申请号,申请日,公开（公告）日,IPC主分类号,CPC分类号",
      "US10000001B2,题,要,ACME,张,US14/643719,2015-03-10,2018-06-19,H01L21/02,H01L21/02",
    ],
    [
      "incoPat",
      "序号,标题,摘要,申请人,公开（公告）号,公开（公告）日,申请号,申请日,IPC,CPC,发明人,当前权利人",
      "1,题,要,ACME,US10000001B2,2018-06-19,US14/643719,2015-03-10,H01L21/02,H01L21/02,张,ACME",
    ],
    [
      "a grant of CNIPA",
      "授权公告号,授权公告日,专利名称,专利权人,主分类号,申请号,申请日",
      "US10000001B2,2018-06-19,题,ACME,H01L21/02,US14/643719,2015-03-10",
    ],
    [
      "Public Search of the USPTO",
      "Document ID,Title,Inventor Name,Publication Date,Pages,Assignee Name,Applicant Name,CPC Inventive",
      "US 10000001 B2,T,Doe,2018-06-19,10,ACME,ACME,H01L21/02",
    ],
    [
      "TotalPatent",
      "Publication Number,Publication Date,Title,Assignee Standardized,Inventor Standardized,IPC Codes,CPC Codes",
      "US10000001B2,2018-06-19,T,ACME,Doe,H01L21/02,H01L21/02",
    ],
    [
      "PatBase",
      "Publication Number,Title,Probable Assignee,Publication Date,Priority Date,Current IPC,Current CPC",
      "US10000001B2,T,ACME,2018-06-19,2015-03-10,H01L21/02,H01L21/02",
    ],
    [
      "German, days first",
      "Veröffentlichungsnummer,Titel,Anmelder,Erfinder,Anmeldetag,Veröffentlichungsdatum,IPC",
      "US10000001B2,T,ACME,Doe,10.03.2015,19.06.2018,H01L21/02",
    ],
    [
      "French",
      "Numéro de publication,Titre,Déposant,Inventeur,Date de dépôt,Date de publication,CIB",
      "US10000001B2,T,ACME,Doe,2015-03-10,2018-06-19,H01L21/02",
    ],
  ])("%s", async (_, header, record) => {
    const folder = await folderOf({ "table.csv": `\ufeff${header}\r\n${record}\r\n` });
    const [table, path] = [join(folder, "table.csv"), join(folder, "mine.yaml")];
    await proposeMappingFile(table, path);
    const { rejects, of } = await readAll(patentTable, [path, table]);
    expect(rejects).toEqual([]);
    expect(of("patent")).toMatchObject([{ document: "US10000001", published: "2018-06-19" }]);
    expect(new Set(of("patent_holder").map(({ name }) => name))).toEqual(new Set(["ACME"]));
    expect(of("patent_class").map(({ symbol }) => symbol)).toContain("H01L21/02");
  });

  test("a line above the header, and a list of Google Patents, are told for what they are", async () => {
    const folder = await folderOf({
      "a.csv": "Export of 2026-11-29,,\nPublication Number,Title,Date\nUS1,T,2018\n",
      "b.csv": "id,title,assignee,inventor/author,priority date,filing/creation date,publication date\nUS-1-A,T,A,D,,,\n",
    });
    await expect(proposeMapping(join(folder, "a.csv"))).rejects.toThrow('the first line, begins with "Export of 2026-11-29"');
    await expect(proposeMapping(join(folder, "b.csv"))).rejects.toThrow("`load google-patents` reads");
  });
});
