import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { kipris } from "../../../../src/sources/patents/asia/kipris.ts";
import { folderOf, readAll } from "../../support.ts";

const answer = (items: string): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<response><header><successYN>Y</successYN><resultCode>00</resultCode></header><body><items>${items}</items></body></response>`;

const read = async (text: string) => readAll(kipris, [join(await folderOf({ "answer.xml": text }), "answer.xml")]);

const granted = `<item><indexNo>1</indexNo><registerStatus>소멸</registerStatus><inventionTitle>반도체 소자</inventionTitle>
  <ipcNumber>H01L 21/336|H01L 29/78</ipcNumber><registerNumber>1020450000000</registerNumber><registerDate>20191115</registerDate>
  <applicationNumber>1020180012345</applicationNumber><applicationDate>20180131</applicationDate><openNumber>1020190092345</openNumber>
  <openDate>20190808</openDate><astrtCont>본 발명은 소자에 관한 것이다.</astrtCont><applicantName>한빛전자 주식회사|누리대학교</applicantName></item>`;

describe("answers of KIPRIS Plus", () => {
  test("an application is its publication and its grant, with texts, holders and classes; an end without a day is an event", async () => {
    const found = await read(answer(granted));
    expect(found.rejects).toEqual([]);
    expect(found.of("patent")).toMatchObject([
      { document: "KR20190092345", kind: "A", published: "2019-08-08", filed: "2018-01-31", granted: 0, type: "utility" },
      { document: "KR102045000", kind: "B1", published: "2019-11-15", granted: 1 },
    ]);
    expect(new Set(found.of("patent").map(({ application }) => application)).size).toBe(1);
    expect(found.of("patent_holder").filter(({ document }) => document === "KR102045000")).toMatchObject([
      { role: "applicant", position: 1, name: "한빛전자 주식회사", language: "ko" },
      { position: 2, name: "누리대학교" },
    ]);
    expect(found.of("patent_class").map(({ symbol }) => symbol)).toEqual(["H01L21/336", "H01L29/78", "H01L21/336", "H01L29/78"]);
    expect(found.of("patent_text").filter(({ field }) => field === "title")).toHaveLength(2);
    expect(found.of("patent_event")).toMatchObject([{ document: "KR102045000", kind: "lapsed", date: null, note: "소멸" }]);
  });

  test("the older service, and the answer on one application, in their own names", async () => {
    const older = `<PatentUtilityInfo><SerialNumber>1</SerialNumber><Applicant>김가람</Applicant><InventionName>표시구</InventionName>
      <ApplicationNumber>2020040020989</ApplicationNumber><ApplicationDate>20040722</ApplicationDate><OpeningNumber></OpeningNumber>
      <RegistrationNumber>2003645120000</RegistrationNumber><RegistrationDate>20041004</RegistrationDate></PatentUtilityInfo>`;
    const single = `<item><biblioSummaryInfoArray><biblioSummaryInfo><applicationNumber>10-2019-0001234</applicationNumber>
      <applicationDate>2019.01.04</applicationDate><inventionTitle>웨이퍼</inventionTitle><openNumber>10-2020-0085123</openNumber>
      <openDate>2020.07.14</openDate></biblioSummaryInfo></biblioSummaryInfoArray><ipcInfoArray><ipcInfo><ipcNumber>H01L 21/02</ipcNumber></ipcInfo>
      </ipcInfoArray><applicantInfoArray><applicantInfo><name>한빛전자 주식회사</name></applicantInfo></applicantInfoArray>
      <inventorInfoArray><inventorInfo><name>박누리</name></inventorInfo></inventorInfoArray></item>`;
    const [first, second] = [await read(answer(older)), await read(answer(single))];
    expect(first.of("patent")).toMatchObject([{ document: "KR200364512", kind: "Y1", granted: 1, type: "utility-model" }]);
    expect(second.of("patent")).toMatchObject([{ document: "KR20200085123", published: "2020-07-14", filed: "2019-01-04" }]);
    expect(second.of("patent_inventor")).toMatchObject([{ name: "박누리" }]);
    expect([...first.rejects, ...second.rejects]).toEqual([]);
  });

  test("a trade mark, one without a number and one with a spoilt number are rejects, and those after them are read", async () => {
    const bad = [
      granted.replace("1020180012345", "4020180012345"),
      granted.replace("1020450000000", "").replace("1020190092345", ""),
      granted.replace("1020450000000", "10-20"),
    ];
    const found = await read(answer([...bad, granted].join("")));
    expect(found.rejects.map(({ reason }) => reason)).toEqual([
      "it is not an application for a patent or a utility model",
      "it has neither a publication nor a registration",
      '"1020" is not a number of registration',
    ]);
    expect(found.of("patent")).toHaveLength(2);
  });

  test("an answer on trade marks is none of its files", async () => {
    const marks = answer("<item><applicationNumber>4020170013723</applicationNumber><title>MARK</title></item>");
    await expect(read(marks)).rejects.toMatchObject({ code: "LM_LOAD_UNRECOGNISED" });
  });
});
