import { beforeAll, describe, expect, it } from "vitest";
import { load, measure, open } from "../../../../src/index.ts";
import { backtestReportSchema } from "../../../../src/proof/answers/events/backtest-report.ts";
import { scorePatentCases as scorePatentCasesSaid } from "../../../../src/proof/answers/events/exclusion-cases.ts";
import { type CaseScores, caseScoresSchema } from "../../../../src/proof/answers/events/exclusion-cases-report.ts";
import { patentCaseBlocks as patentCaseBlocksSaid } from "../../../../src/proof/views/backtest.ts";
import { bundledCopy, bundledWorkspace } from "../../../answers/bundled-workspace.ts";
import { exclusionSetting } from "../../../answers/exclusion/exclusion-bundled.ts";
import { printed } from "../../../report/printed.ts";
import { realData } from "../../../sources/support.ts";
import { english } from "../../../words/english.ts";

const scorePatentCases = english(scorePatentCasesSaid);
const patentCaseBlocks = english(patentCaseBlocksSaid);

describe("patent cases where none is loaded", () => {
  it("says so and scores nothing", async () => {
    const { read, joined, rates } = await exclusionSetting(await bundledWorkspace(), "2026-11-25");
    const report = caseScoresSchema.parse(scorePatentCases(read, { joined, rates }, []));
    expect(report).toMatchObject({ cases: 0, terms: { cases: 0, brier: null }, wins: { cases: 0, brier: null }, rows: [], forums: [] });
    expect(report.finding).toBe("No suit, ITC case, review or licence is loaded.");
  });
});

const cases = realData("facts/patent_cases.csv");
const notices = realData("patents/exclusion");

describe.skipIf(cases.absent || notices.absent)(`patent cases of ${cases.path} and ${notices.path}`, () => {
  let report: CaseScores;
  let dir: string;
  beforeAll(async () => {
    dir = await bundledCopy();
    await load(dir, "litigation", [cases.path, notices.path]);
    await measure(dir);
    const { read, joined, rates } = await exclusionSetting(dir, "2026-11-25");
    report = caseScoresSchema.parse(scorePatentCases(read, { joined, rates }, []));
  });

  it("every case is scored or left out for one reason", () => {
    const left = report.leftOut.reduce((sum, each) => sum + each.cases, 0);
    expect(report.rows.length + left).toBe(report.cases);
    expect(report.rows.length).toBeGreaterThan(30);
    const binned = (score: CaseScores["terms"]) => score.bins.reduce((sum, bin) => sum + bin.cases, 0);
    expect(binned(report.terms)).toBe(report.terms.cases);
    expect(binned(report.wins)).toBe(report.wins.cases);
  });

  it("scores are those of docs/method/exclusion.md", () => {
    expect([report.cases, report.rows.length]).toEqual([279, 41]);
    expect(report.rows.filter(({ forum }) => forum === "US ITC")).toHaveLength(37);
    expect([report.terms.cases, report.terms.granted, report.wins.cases, report.wins.granted]).toEqual([41, 20, 37, 19]);
    expect(report.terms.brier).toBeCloseTo(0.321, 3);
    expect(report.wins.brier).toBeCloseTo(0.233, 3);
    const mean = report.rows.reduce((sum, { terms }) => sum + terms!.chance, 0) / report.rows.length;
    expect(mean).toBeCloseTo(0.21, 2);
  });

  it("stand in the back-tests, with the fifths whose outcomes lie elsewhere than was told", async () => {
    const map = await open(dir, { asOf: "2026-11-25" });
    try {
      const { patentCases } = backtestReportSchema.parse(await map.backtest({ files: [], draws: 10 }));
      expect(patentCases).toEqual(report);
      expect(patentCases.finding).toContain("Of 279 cases 41 can be scored.");
      expect(patentCases.terms.misses).toEqual([
        "Predicted 20 to 40%: 37 cases, 22% on average; 51% (41 to 62%) ended with exclusion: too little.",
      ]);
      const text = printed({ finding: "", blocks: patentCaseBlocks(patentCases), details: [] });
      expect(text).toMatch(/US ITC +240 +40 +41 +0 +159 +1\.61 \(1\.45 to 1\.75\)/);
      expect(text).toMatch(/60 to 80% +7 +62% +86% \(62 to 96%\)/);
      expect(text).toContain(patentCases.terms.misses[0]);
      expect(text).toContain("Not scored: 166 pending or not found");
    } finally {
      map.close();
    }
  });

  it("scores are those of the rows", () => {
    for (const by of ["terms", "wins"] as const) {
      const told = report.rows.filter((row) => row[by] !== null);
      const brier = told.reduce((sum, row) => sum + (row[by]!.chance - Number(row.granted)) ** 2, 0) / told.length;
      expect(report[by].brier).toBeCloseTo(brier, 12);
    }
  });

  it("no rate counted from these cases is used, and none published in the year of filing or later", () => {
    const years = new Map(report.evidence.documents.map(({ id, year }) => [id, year]));
    for (const { filed, terms, wins } of report.rows) {
      for (const source of [...(terms?.sources ?? []), ...(wins?.sources ?? [])]) {
        expect(source).not.toBe("r-fr-337");
        expect(years.get(source)!).toBeLessThan(Number(filed!.slice(0, 4)));
      }
    }
  });

  it("the ITC is most of it; settlements and what is pending are counted apart", () => {
    expect(report.forums[0]).toMatchObject({ forum: "US ITC" });
    for (const { attempted, granted, refused, settled, open } of report.forums) expect(granted + refused + settled + open).toBe(attempted);
    expect(report.forums[0]!.years!.median).toBeGreaterThan(1);
    expect(report.forums[0]!.years!.median).toBeLessThan(2.5);
  });
});
