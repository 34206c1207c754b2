import { describe, expect, test } from "vitest";
import { usptoCitations } from "../../../../src/sources/patents/uspto/uspto-citations.ts";
import { faults, folderOf, readAll, realData } from "../../support.ts";
import { usptoReferences as citations, usptoPatents as patents } from "../tables/fixtures-patent-tables.ts";

describe("uspto-citations", () => {
  test("patents with holders, classes by role, family and the number of references", async () => {
    const { rows, rejects, of } = await readAll(usptoCitations, [await folderOf({ "p.csv": patents })]);
    expect(rejects).toEqual([]);
    expect(rows.flatMap(faults)).toEqual([]);
    expect(of("patent")).toMatchObject([
      {
        document: "US6000001",
        kind: "A",
        published: "1999-12-07",
        application: "US09000001",
        family: "111",
        priority: "1996-05-01",
        granted: 1,
        type: "utility",
        references: 2,
      },
      { document: "US2020000007", granted: 0, type: "utility", references: 0, priority: null },
      { document: "USRE28436", granted: 1, type: "reissue", filed: null, application: null, family: null },
    ]);
    expect(of("patent_holder").map(({ document, role, position, name }) => [document, role, position, name])).toEqual([
      ["US6000001", "assignee", 1, "One Co"],
      ["US6000001", "assignee", 2, "Two Co"],
      ["US2020000007", "applicant", 1, "Three Co"],
    ]);
    expect(of("patent_class").map(({ scheme, symbol, role, position }) => [scheme, symbol, role, position])).toEqual([
      ["cpc", "H01L21/762", "inventive", 1],
      ["cpc", "B33Y80/00", "inventive", 2],
      ["cpc", "Y10S438/977", "additional", 3],
      ["ipc", "H01L21/70", null, 1],
      ["uspc", "438/458", null, 1],
      ["cpc", "H10D30/00", "inventive", 1],
      ["ipc", "H10D30/00", null, 1],
    ]);
    expect(of("patent_inventor")).toEqual([{ document: "US2020000007", position: 1, name: "Roe; Jim", economy: "KR", native: null }]);
    expect(of("patent_text")[0]).toEqual({ document: "US6000001", field: "title", language: "en", text: "Splitting a layer" });
  });

  test("references in the order printed, applications and designs in DOCDB form", async () => {
    const { rows, of } = await readAll(usptoCitations, [await folderOf({ "c.csv": citations })]);
    expect(rows.flatMap(faults)).toEqual([]);
    expect(of("patent_citation").map(({ citing, cited, position }) => [citing, cited, position])).toEqual([
      ["US6000001", "US5093563", 1],
      ["US6000001", "US2003076485", 2],
      ["USRE28436", "USD897193", 1],
    ]);
  });

  test("a bad date, symbol or number costs its record only", async () => {
    const bad = patents.replace("1999-12-07", "1999-13-07").replace("H10D30/00,,", "H10D-30,,");
    const { rejects, of } = await readAll(usptoCitations, [
      await folderOf({ "p.csv": bad, "c.csv": citations.replace("5093563", "see file") }),
    ]);
    expect(rejects.map(({ line, reason }) => [line, reason])).toEqual([
      [2, "cited_us_number is not a US document number"],
      [2, "publication_date is not a date"],
      [3, "cpc_inventive: H10D-30 is not a symbol"],
    ]);
    expect(of("patent").map(({ document }) => document)).toEqual(["USRE28436"]);
    expect(of("patent_citation")).toHaveLength(2);
  });
});

const real = realData("patents/uspto-citations");
describe.skipIf(real.absent)(`search records in ${real.path}`, () => {
  test("US 6103599: 138 citers, 85 of them also cite one of its 33 references; every record is read", async () => {
    const { rows, rejects, of } = await readAll(usptoCitations, [real.path]);
    expect(rejects).toEqual([]);
    expect(rows.flatMap(faults)).toEqual([]);
    expect(of("patent")).toHaveLength(1430);
    const citing = of("patent_citation");
    expect(citing).toHaveLength(94_557);
    const references = new Set(citing.filter(({ citing }) => citing === "US6103599").map(({ cited }) => cited));
    expect(references.size).toBe(33);
    expect(of("patent").find(({ document }) => document === "US6103599")).toMatchObject({ references: 33, published: "2000-08-15" });
    const citers = new Set(citing.filter(({ cited }) => cited === "US6103599").map(({ citing }) => citing));
    const also = new Set(citing.filter(({ citing, cited }) => citers.has(citing) && references.has(cited)).map(({ citing }) => citing));
    expect([citers.size, also.size]).toEqual([138, 85]);
  });
});
