import { describe, expect, test } from "vitest";
import { docdb } from "../../../../src/sources/patents/epo/docdb.ts";
import { faults, readAll, realData } from "../../support.ts";
import { fixture, hostileXml, readFiles } from "./docdb-hostile.ts";

const invented = () => readFiles(docdb, { "docdb.xml": fixture("epo/docdb.xml") });

describe("DOCDB exchange files", () => {
  test("the publication, its kind and its dates", async () => {
    const { of, rejects } = await invented();
    expect(rejects).toEqual([]);
    expect(of("patent")).toEqual([
      {
        document: "EP3999001",
        office: "EP",
        kind: "B1",
        published: "2023-02-01",
        application: "EP19700001",
        filed: "2019-01-05",
        priority: "2018-01-10",
        family: "70000001",
        granted: 1,
        type: "utility",
        references: 3,
        term_days: null,
        native: "EP 3999001 B1",
      },
      {
        document: "DE1999001",
        office: "DE",
        kind: "B",
        published: "1968-01",
        application: "DEB0099901",
        filed: "1964-07-10",
        priority: "1964-07-10",
        family: "70000002",
        granted: 0,
        type: "utility",
        references: null,
        term_days: null,
        native: "1999001",
      },
    ]);
  });

  test("titles once in each language, with named characters; abstracts", async () => {
    expect((await invented()).of("patent_text").map(({ field, language, text }) => [field, language, text])).toEqual([
      ["title", "en", "Method of moving a layer – invented"],
      ["title", "fr", "Procédé inventé"],
      ["abstract", "en", "A layer is moved."],
    ]);
  });

  test("names as printed, the standard or own script beside, no address", async () => {
    const { of, rows } = await invented();
    expect(of("patent_holder").map(({ position, name, native, economy }) => [position, name, native, economy])).toEqual([
      [1, "INVENTED WAFER COMPANY S.A.", "INVENTED WAFER CO", "FR"],
      [2, "TOKUMEI KK", "特命株式会社", "JP"],
    ]);
    expect(of("patent_inventor").map(({ name, native, economy }) => [name, native, economy])).toEqual([
      ["EXAMPLE, Anne", "EXAMPLE ANNE", "FR"],
    ]);
    expect(JSON.stringify(rows)).not.toContain("Hidden Street");
  });

  test("classes: each symbol once, inventive if one office says so; older IPC where there is no newer", async () => {
    expect((await invented()).of("patent_class").map(({ scheme, symbol, role, position }) => [scheme, symbol, role, position])).toEqual([
      ["cpc", "H01L21/76254", "inventive", 1],
      ["cpc", "H01L2221/68363", "inventive", 2],
      ["fterm", "5F032AA06", null, 1],
      ["ipc", "H01L21/762", "inventive", 1],
      ["ipc", "B33Y80/00", "additional", 2],
      ["ipc", "A61K9/16", null, 1],
    ]);
  });

  test("citations keep category, claims and phase; what names no publication is literature", async () => {
    const { of } = await invented();
    expect(of("patent_citation").map(({ cited, category, phase, claims, position }) => [cited, category, phase, claims, position])).toEqual(
      [
        ["US6103599", "XY", "search", "1-4,5", 1],
        ["EP0533551", null, "opposition", null, 2],
      ],
    );
    expect(of("literature_citation").map(({ text, phase }) => [text, phase])).toEqual([
      ['INVENTED A.: "On layers", 1998', "applicant"],
      ["GB0100001A", "other"],
    ]);
  });

  test("priorities by relation, families; a technical relation and a first filing's own number are no links", async () => {
    expect((await invented()).of("patent_link").map(({ relation, other, date }) => [relation, other, date])).toEqual([
      ["provisional", "US62700001", "2018-01-10"],
      ["national-stage", "WO2019FR50001", "2019-01-05"],
      ["division", "EP18600001", "2018-01-20"],
      ["family", "US2021000001", null],
    ]);
  });

  test("a deleted record is an event", async () => {
    expect((await invented()).of("patent_event")).toEqual([
      { document: "EP3999002", kind: "other", code: "DOCDB D", date: "2024-01-07", note: "deleted from DOCDB" },
    ]);
  });

  test("a record whose start is spoilt is a reject of its own; its neighbours stay", async () => {
    const spoilt = fixture("epo/docdb.xml").replace('<exch:exchange-document country="DE"', '<exch:exchange-dXcument country="DE"');
    const { of, rejects } = await readFiles(docdb, { "docdb.xml": spoilt });
    expect(of("patent").map(({ document }) => document)).toEqual(["EP3999001"]);
    expect(of("patent_event")).toHaveLength(1);
    expect(rejects.map(({ line, reason }) => [line, reason])).toEqual([[1, "text that belongs to no record"]]);
  });

  test("bad numbers and dates are rejects with their place", async () => {
    const spoilt = fixture("epo/docdb.xml")
      .replace('date-publ="19680100"', 'date-publ="19681300"')
      .replace('doc-number="3999002"', 'doc-number="no"');
    const { rejects } = await readFiles(docdb, { "docdb.xml": spoilt });
    expect(rejects.map(({ line, reason }) => [line, reason])).toEqual([
      [2, "19681300 is not a date"],
      [3, "EP no is not a publication number"],
    ]);
  });

  hostileXml(docdb, "epo/docdb.xml");

  const real = realData("patents/epo-docdb");
  test.skipIf(real.absent)(`real files in ${real.path}`, async () => {
    const { rows, rejects, of } = await readAll(docdb, [real.path]);
    expect(rejects).toEqual([]);
    expect(rows.flatMap(faults)).toEqual([]);
    expect(of("patent")).toHaveLength(12);
    expect(
      of("patent")
        .filter(({ office }) => office === "DE")
        .map(({ granted }) => granted),
    ).toEqual(Array(10).fill(0));
    expect(of("patent").find(({ document }) => document === "AP1206")).toMatchObject({
      application: "AP2000001988",
      priority: "1998-05-22",
      family: "22179393",
      granted: 1,
      references: 3,
    });
    expect(of("patent_link")).toContainEqual({ document: "AP1206", relation: "priority", other: "US09083597", date: "1998-05-22" });
    expect(of("patent_link")).toContainEqual({
      document: "AP1206",
      relation: "national-stage",
      other: "WO1998US16128",
      date: "1998-08-04",
    });
    expect(of("patent_link")).toContainEqual({
      document: "WO2023012807",
      relation: "provisional",
      other: "US63230089",
      date: "2021-08-06",
    });
    expect(of("patent_citation")).toHaveLength(48);
    expect(of("literature_citation")).toHaveLength(21);
    expect(of("literature_citation")[0]).toMatchObject({ category: "XY", phase: "search" });
    expect(of("patent_holder").find(({ document }) => document === "WO2023012807")).toMatchObject({
      name: "YEDA RESEARCH AND DEVELOPMENT CO. LTD.",
      economy: "IL",
      native: "YEDA RES & DEV",
    });
  });
});
