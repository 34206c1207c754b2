import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { blocksReportSchema, type Levermap, load, measure, open } from "../../../../src/index.ts";
import { openWorkspace } from "../../../../src/workspace/open.ts";
import { rowsOf } from "../../../corpus/invented-corpus.ts";
import { realData } from "../../../sources/support.ts";
import { bundledCopy } from "../../bundled-workspace.ts";

const refusals = realData("patents/kipo-semiconductor");
const notices = realData("patents/exclusion");
const cases = realData("facts/patent_cases.csv");

describe.skipIf(refusals.absent || notices.absent || cases.absent)(`blocks in ${refusals.path}, ${notices.path} and ${cases.path}`, () => {
  let dir: string;
  let map: Levermap;
  beforeAll(async () => {
    dir = await bundledCopy();
    await load(dir, "kipo", [refusals.path]);
    await load(dir, "litigation", [cases.path, notices.path]);
    await measure(dir);
    map = await open(dir, { asOf: "2026-11-01" });
  });
  afterAll(() => map?.close());

  it("1,000 refusals over 2,534 documents that the examiner cited", async () => {
    const report = await map.blocks({ office: "KR", evaluate: true });
    const { priorArt, evaluation, finding } = report;
    expect([priorArt.refusals, priorArt.applications, priorArt.citations]).toEqual([1000, 1000, 2534]);
    expect(priorArt.documents + priorArt.literature).toBe(2534);
    expect(finding).toContain("refused 1,000 applications over 2,534 cited documents");
    expect(priorArt.coverage).toMatchObject({ applicationsWithHolder: 1000, distinctDocumentsLoaded: 8, distinctDocumentsWithHolder: 8 });
    expect(priorArt.byGround.find(({ ground }) => ground === "§29②")?.citations).toBeGreaterThan(600);
    expect(priorArt.withClaims).toBeGreaterThan(300);
    expect(priorArt.pairs.map(({ refused, over }) => `${refused.name} over ${over.name}`)).toContain(
      "Toshiba over Massachusetts Institute of Technology",
    );
    expect(evaluation).toMatchObject({ text: null, coverage: { queriesWithText: 0, foundWithText: 0 } });
    expect(evaluation?.finding).toContain("Nothing can be evaluated");
    expect(blocksReportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
  });

  it("of a technology are the same wherever they are asked for", async () => {
    for (const [technology, refused, documents] of [
      ["etch", 67, 185],
      ["layer-transfer", 1, 1],
    ] as const) {
      const { priorArt } = await map.blocks({ technology });
      const { priorArtBlocks } = await map.technologyPatents({ technology });
      expect([priorArt.applications, priorArt.documents]).toEqual([refused, documents]);
      expect([priorArtBlocks.applications, priorArtBlocks.documents]).toEqual([refused, documents]);
    }
  });

  it("by office, year of filing and class as the raw tables have them", async () => {
    const { priorArt } = await map.blocks({ office: "KR", top: 5000 });
    const table = (name: string): readonly Record<string, string>[] =>
      parse(readFileSync(join(refusals.path, name), "utf8"), { columns: true });
    const [citations, facts] = [table("citations.csv"), table("kipris_biblio.csv")];
    const examined = citations.filter(({ cited_by_examiner }) => cited_by_examiner === "1");
    expect(examined).toHaveLength(2534);
    const of = new Map(facts.map((row) => [row.application_number, row]));
    const refused = new Set(examined.map(({ application_number }) => application_number));
    expect(refused.size).toBe(1000);
    const years = new Map<string, number>();
    for (const application of refused) {
      const year = of.get(application)?.filing_date?.slice(0, 4) ?? "";
      years.set(year, (years.get(year) ?? 0) + 1);
    }
    expect(new Map(priorArt.byYear.map(({ key, applications }) => [key, applications]))).toEqual(years);
    expect(priorArt.byClass.reduce((sum, { applications }) => sum + applications, 0)).toBeCloseTo(1000, 6);
    const offices = new Map(priorArt.byCitedOffice.map(({ key, documents }) => [key, documents]));
    for (const office of ["US", "CN"]) {
      expect(offices.get(office)).toBe(examined.filter(({ cited_raw }) => cited_raw?.startsWith(office) && /\d/.test(cited_raw)).length);
    }
    // Whose applications were refused: every applicant that is printed stands behind somebody.
    const lam = facts.filter(
      ({ application_number, applicant_en }) => refused.has(application_number) && /LAM RESEARCH/i.test(applicant_en ?? ""),
    ).length;
    expect(priorArt.refused.find(({ name }) => /lam research/i.test(name))?.applications).toBe(lam);
  });

  it("names that a record prints in Korean and English are mostly one holder", async () => {
    const workspace = await openWorkspace(dir, { mode: "read" });
    const places = await rowsOf<{ holders: number }>(
      workspace,
      `SELECT count(DISTINCT n.holder) AS holders FROM patent_holder p JOIN holder_name n USING (name) WHERE p.document LIKE 'KR%'
        GROUP BY p.document, p.role, p.position HAVING count(DISTINCT p.language) = 2`,
    );
    workspace.close();
    expect(places).toHaveLength(1053);
    expect(places.filter(({ holders }) => holders === 1)).toHaveLength(1016);
  });

  it("ITC cases that stand in both tables count once", async () => {
    const { freedomToOperate } = await map.blocks({ top: 1000 });
    const { cases: each, records, rows, rates } = freedomToOperate;
    expect([records, each]).toEqual([285, 279]);
    const joined = rows.flatMap(({ id, sameAs }) => sameAs.map(({ rule }) => [id, rule]));
    expect(joined.sort()).toEqual([
      ["adeia_amd", "notice"],
      ["amd_tcl", "notice"],
      ["arigna_itc", "notice"],
      ["epc_innoscience", "plaintiff and filing date"],
      ["netlist_itc_dram", "notice"],
      ["samsungdisplay_amoled", "notice"],
    ]);
    // 37 and 41 of the notices, and three won that no notice tells the end of.
    const itc = rates.filter(({ forum }) => forum === "US ITC");
    const sum = (end: string): number => itc.reduce((total, { outcomes }) => total + (outcomes[end] ?? 0), 0);
    expect([sum("won"), sum("lost")]).toEqual([40, 41]);
  });

  it("reads few technologies into cases, each with its rule", async () => {
    const { freedomToOperate } = await map.blocks({ technology: "layer-transfer" });
    expect(freedomToOperate.rows.map(({ id }) => id)).toEqual(["soitec_memc", "soitec_sigen_1999"]);
  });
});
