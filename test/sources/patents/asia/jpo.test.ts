import { describe, expect, test } from "vitest";
import { jpo } from "../../../../src/sources/patents/asia/jpo.ts";
import { faults, readAll, realData } from "../../support.ts";
import { fixture, hostileXml, readFiles } from "../epo/docdb-hostile.ts";

describe("Japanese gazettes", () => {
  test("a grant with IPC, FI, F-terms and what it cites in words", async () => {
    const { of, rejects, rows } = await readFiles(jpo, { "a.xml": fixture("jpo/gazette.xml") });
    expect(rejects).toEqual([]);
    expect(of("patent")).toEqual([
      {
        document: "JP6999001",
        office: "JP",
        kind: "B2",
        published: "2021-02-10",
        application: "JP2018099001",
        filed: "2017-06-12",
        priority: "2016-07-07",
        family: null,
        granted: 1,
        type: "utility",
        references: 2,
        term_days: null,
        native: "6999001",
      },
    ]);
    expect(of("patent_holder").map(({ position, name, economy, native }) => [position, name, economy, native])).toEqual([
      [1, "架空電子株式会社", "JP", "000099901"],
      [2, "カクウ インコーポレイテッド", "US", null],
    ]);
    expect(of("patent_class").map(({ scheme, symbol, role }) => [scheme, symbol, role])).toEqual([
      ["ipc", "H01L21/02", "inventive"],
      ["ipc", "H01L21/20", "additional"],
      ["fi", "H01L21/02B", null],
      ["fi", "H01L21/304,622W", null],
      ["fterm", "5F057AA04", null],
    ]);
    expect(of("patent_citation").map(({ cited, phase }) => [cited, phase])).toEqual([
      ["JP2001358218", "examiner"],
      ["US6103599", "examiner"],
    ]);
    expect(of("literature_citation").map(({ text }) => text)).toEqual(["架空の論文、1999年"]);
    expect(of("patent_link").map(({ relation, other }) => [relation, other])).toEqual([
      ["priority", "US62399001"],
      ["division", "JP2016099001"],
      ["publication", "JP2019099001"],
    ]);
    expect(of("patent_text").map(({ field, text }) => [field, text])).toEqual([
      ["title", "架空の基板"],
      ["abstract", "【課題】架空。"],
      ["claim", "基板であって、架空である。"],
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/架空市|長文|架空特許事務所/);
  });

  test("a gazette in EUC-JP is read by the encoding that it declares", async () => {
    const head =
      '<?xml version="1.0" encoding="EUC-JP"?><jp-official-gazette kind-of-st16="A"><bibliographic-data><publication-reference><document-id><doc-number>2021099001</doc-number><date>20210318</date></document-id></publication-reference><invention-title>';
    // 日本 in EUC-JP.
    const bytes = Buffer.concat([
      Buffer.from(head),
      Buffer.from([0xc6, 0xfc, 0xcb, 0xdc]),
      Buffer.from("</invention-title></bibliographic-data></jp-official-gazette>"),
    ]);
    const { of } = await readFiles(jpo, { "a.xml": bytes });
    expect(of("patent_text").map(({ text }) => text)).toEqual(["日本"]);
  });

  hostileXml(jpo, "jpo/gazette.xml");

  const real = realData("patents/cnipa-jpo");
  test.skipIf(real.absent)(`real files in ${real.path}`, async () => {
    const { rows, rejects, of } = await readAll(jpo, [real.path]);
    expect(rejects).toEqual([]);
    expect(rows.flatMap(faults)).toEqual([]);
    expect(of("patent").map(({ document, application, filed, granted }) => [document, application, filed, granted])).toEqual([
      ["JP2021044249", "JP2020185474", "2020-11-06", 0],
      ["JP2021041306", "JP2019162830", "2019-09-06", 0],
    ]);
    expect(of("patent_event")).toEqual([{ document: "JP2021044249", kind: "granted", code: null, date: "2021-02-10", note: "JP6828214" }]);
    expect(of("patent_holder").map(({ name, economy }) => [name, economy])).toEqual([
      ["ジーアールエスティー・インターナショナル・リミテッド", "HK"],
      ["凸版印刷株式会社", "JP"],
    ]);
    expect(of("patent_class").filter(({ scheme }) => scheme === "fterm")).toHaveLength(60);
    expect(of("patent_class")).toContainEqual({ document: "JP2021044249", scheme: "fi", symbol: "B09B3/00,304H", role: null, position: 2 });
  });
});
