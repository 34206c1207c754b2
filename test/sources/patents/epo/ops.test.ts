import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { ops } from "../../../../src/sources/patents/epo/ops.ts";
import { faults, folderOf, readAll, realData } from "../../support.ts";
import { fixture, hostileXml, readFiles } from "./docdb-hostile.ts";

const read = (name: string) => readFiles(ops, { "a.xml": fixture(`epo/${name}.xml`) });

describe("responses of Open Patent Services", () => {
  test("bibliographic data: numbers from any of their formats; a bad publication is a reject, the others stay", async () => {
    const { of, rejects } = await read("ops-biblio");
    expect(of("patent")).toMatchObject([
      {
        document: "WO2020999001",
        published: "2020-07-02",
        application: "WO2019US68001",
        filed: "2019-12-20",
        priority: "2007-12-27",
        granted: 0,
        references: 1,
      },
    ]);
    expect(of("patent_link").map(({ relation, other }) => [relation, other])).toEqual([
      ["priority", "US11964952"],
      ["priority", "JP2018123456"],
    ]);
    expect(of("patent_holder")).toMatchObject([{ name: "INVENTED CHIPS, INC.", native: "INVENTED CHIPS INC", economy: "US" }]);
    expect(of("patent_class").map(({ scheme, symbol, role }) => [scheme, symbol, role])).toEqual([
      ["cpc", "H10D30/00", "inventive"],
      ["ipc", "H10D30/00", "inventive"],
    ]);
    expect(of("patent_citation")).toMatchObject([{ cited: "US6103599", category: "X", phase: "search", claims: "1,2" }]);
    expect(of("literature_citation")).toMatchObject([{ text: "Invented handbook", phase: "applicant" }]);
    expect(rejects.map(({ line, reason }) => [line, reason])).toEqual([[2, "XX none is not a publication number"]]);
  });

  test("families and legal events: the date of effect, the state that an event concerns, unknown codes", async () => {
    const { of, rejects } = await read("ops-legal");
    expect(rejects).toEqual([]);
    expect(of("patent").map(({ document, application, family, priority }) => [document, application, family, priority])).toEqual([
      ["EP3999003", "EP15700001", "70000004", "2014-01-03"],
      ["US2016000003", "US14600003", "70000004", "2015-01-05"],
    ]);
    expect(of("patent_link").filter(({ relation }) => relation === "family")).toEqual([
      { document: "EP3999003", relation: "family", other: "US2016000003", date: null },
    ]);
    expect(of("patent_event").map(({ kind, code, date, note }) => [kind, code, date, note])).toEqual([
      ["granted", "EP GRAA", "2019-11-20", "(EXPECTED) GRANT"],
      ["lapsed", "EP PG25", "2021-01-31", "BE: LAPSED IN A CONTRACTING STATE [INVENTED] (LAPSE BECAUSE OF NON-PAYMENT)"],
      ["fee-paid", "EP PGFP", "2021-01-20", "NL: ANNUAL FEE PAID TO NATIONAL OFFICE"],
      ["transferred", "EP REG 732E", "2022-02-14", "GB: REFERENCE TO A NATIONAL CODE (REGISTRATION OF TRANSACTIONS)"],
      ["other", "EP QQ99", null, "INVENTED"],
    ]);
  });

  test("only the first claim of each language", async () => {
    expect((await read("ops-claims")).of("patent_text").map(({ field, language, text }) => [field, language, text])).toEqual([
      ["claim", "en", "1. A switch with a gate of 2.5 nm."],
      ["claim", "de", "1. Ein Schalter."],
    ]);
  });

  test("a search gives numbers and families", async () => {
    expect((await read("ops-search")).of("patent")).toMatchObject([
      { document: "CA399901", type: "design", granted: null, family: "70000005", published: null },
      { document: "US2024999001", type: "utility", granted: 0, family: "70000006", published: null },
    ]);
  });

  test("the number service is passed over in a folder and refused by name", async () => {
    const files = { "number.xml": fixture("epo/ops-number.xml"), "search.xml": fixture("epo/ops-search.xml") };
    const folder = await folderOf(files);
    expect((await ops.files([folder])).map((file) => basename(file))).toEqual(["search.xml"]);
    await expect(ops.files([`${folder}/number.xml`])).rejects.toMatchObject({ code: "LM_LOAD_UNRECOGNISED" });
  });

  hostileXml(ops, "epo/ops-biblio.xml");

  const real = realData("patents/epo-ops");
  test.skipIf(real.absent)(`real responses in ${real.path}`, async () => {
    const { rows, rejects, of } = await readAll(ops, [real.path]);
    expect(rejects).toEqual([]);
    expect(rows.flatMap(faults)).toEqual([]);
    const events = of("patent_event");
    expect(events).toHaveLength(50);
    const lapses = events.filter(({ code }) => code === "EP PG25");
    expect(lapses).toHaveLength(19);
    expect(lapses.every(({ kind, note }) => kind === "lapsed" && /^[A-Z]{2}: /.test(note ?? ""))).toBe(true);
    expect(events).toContainEqual({
      document: "EP1000000",
      kind: "lapsed",
      code: "EP GBPC",
      date: "2010-11-08",
      note: "GB: EUROPEAN PATENT CEASED THROUGH NON-PAYMENT OF RENEWAL FEE",
    });
    expect(
      of("patent")
        .filter(({ document }) => document === "EP1000000")
        .map(({ kind, granted }) => `${kind} ${granted}`),
    ).toEqual(expect.arrayContaining(["A1 0", "B1 1"]));
    expect(
      of("patent_citation")
        .filter(({ citing }) => citing === "EP1000000")
        .slice(0, 3),
    ).toMatchObject([
      { cited: "DE3546191", category: "A", phase: "search", claims: "1-3,8" },
      { cited: "EP0680812", category: "A", phase: "search", claims: "1,10,11" },
      { cited: "NL9400663", category: "A", phase: "search", claims: "1,3" },
    ]);
    expect(of("patent_link")).toContainEqual({ document: "WO2009085664", relation: "priority", other: "US11964952", date: "2007-12-27" });
  });
});
