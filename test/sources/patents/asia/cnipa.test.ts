import { describe, expect, test } from "vitest";
import { cnipa } from "../../../../src/sources/patents/asia/cnipa.ts";
import { faults, readAll, realData } from "../../support.ts";
import { fixture, hostileXml, readFiles } from "../epo/docdb-hostile.ts";

describe("Chinese publications", () => {
  test("the older XML: a grant with what it cites and comes of", async () => {
    const { of, rejects, rows } = await readFiles(cnipa, { "a.xml": fixture("cnipa/old.xml") });
    expect(rejects).toEqual([]);
    expect(of("patent")).toEqual([
      {
        document: "CN199900001",
        office: "CN",
        kind: "B",
        published: "2014-12-24",
        application: "CN201480099901",
        filed: "2014-03-31",
        priority: "2013-04-01",
        family: null,
        granted: 1,
        type: "utility",
        references: 1,
        term_days: null,
        native: "199900001",
      },
    ]);
    expect(of("patent_text").map(({ field, text }) => [field, text])).toEqual([
      ["title", "虚构的半导体装置"],
      ["abstract", "一种虚构的装置。"],
      ["claim", "1.一种装置。"],
    ]);
    expect(of("patent_holder").map(({ position, name, economy }) => [position, name, economy])).toEqual([
      [1, "虚构株式会社", "JP"],
      [2, "虚构有限公司", "CN"],
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/虚构路|虚构町|长文/);
    expect(of("patent_citation")).toMatchObject([{ cited: "US6103599", phase: "examiner" }]);
    expect(of("literature_citation")).toMatchObject([{ text: "虚构的论文" }]);
    expect(of("patent_link").map(({ relation, other }) => [relation, other])).toEqual([
      ["priority", "KR20130099901"],
      ["division", "CN200910099900"],
      ["national-stage", "WO2014JP99901"],
      ["publication", "WO2014199901"],
    ]);
  });

  test("the newer XML: numbers as printed, not as lengthened; a utility model is a grant", async () => {
    const { of, rejects } = await readFiles(cnipa, { "a.xml": fixture("cnipa/new.xml") });
    expect(rejects).toEqual([]);
    expect(of("patent")).toMatchObject([
      {
        document: "CN219990001",
        kind: "U",
        published: "2023-10-03",
        application: "CN202320990001",
        filed: "2023-04-01",
        priority: "2022-04-02",
        granted: 1,
        type: "utility-model",
        references: 1,
      },
    ]);
    expect(of("patent_holder").map(({ role, position, name, economy }) => [role, position, name, economy])).toEqual([
      ["applicant", 1, "虚构设备公司", "US"],
      ["assignee", 1, "虚构受让人", "CN"],
    ]);
    expect(of("patent_inventor").map(({ name }) => name)).toEqual(["乙某"]);
    expect(of("patent_class")).toMatchObject([{ scheme: "ipc", symbol: "H01L21/67", role: null }]);
    expect(of("patent_citation")).toMatchObject([{ cited: "CN109990001" }]);
    expect(of("patent_link").map(({ relation, other }) => [relation, other])).toEqual([
      ["priority", "US17999001"],
      ["division", "CN202220990000"],
    ]);
    expect(of("patent_text").find(({ field }) => field === "claim")?.text).toBe("1.一种载具，包括：底座。");
  });

  test("many documents in one file are many records", async () => {
    const text = fixture("cnipa/old.xml");
    const { of, rejects } = await readFiles(cnipa, { "a.xml": text + text.replace("<doc-number>199900001<", "<doc-number>x<") + text });
    expect(of("patent")).toHaveLength(2);
    expect(rejects.map(({ line, reason }) => [line, reason])).toEqual([[2, '"x" is not a publication number']]);
  });

  hostileXml(cnipa, "cnipa/old.xml");
  describe("newer", () => hostileXml(cnipa, "cnipa/new.xml"));

  const real = realData("patents/cnipa-jpo");
  test.skipIf(real.absent)(`real files in ${real.path}`, async () => {
    const { rows, rejects, of } = await readAll(cnipa, [real.path]);
    expect(rejects).toEqual([]);
    expect(rows.flatMap(faults)).toEqual([]);
    expect(of("patent").map(({ document, application, priority }) => [document, application, priority])).toEqual([
      ["CN113781974", "CN202111286633", "2016-05-23"],
      ["CN113783949", "CN202110991218", "2021-08-26"],
      ["CN104223352", "CN201410408762", "2014-08-19"],
      ["CN104245143", "CN201480000986", "2013-03-28"],
      ["CN104245682", "CN201480000788", "2014-03-31"],
    ]);
    expect(of("patent_holder").map(({ name, economy }) => [name, economy])).toContainEqual(["三星显示有限公司", "KR"]);
    expect(of("patent_text").filter(({ field }) => field === "claim")).toHaveLength(5);
    expect(of("patent_link")).toContainEqual({
      document: "CN113781974",
      relation: "division",
      other: "CN201710269973",
      date: "2017-04-24",
    });
    expect(of("patent_link").filter(({ document, relation }) => document === "CN104245143" && relation === "priority")).toHaveLength(6);
  });
});
