import { describe, expect, it } from "vitest";
import type { PlanReport } from "../../../src/answers/plan/plan-report.ts";
import { Style } from "../../../src/cli/page/style.ts";
import { printView } from "../../../src/cli/print-view.ts";
import { cellText } from "../../../src/report/cell.ts";
import { planView } from "../../../src/report/plan/plan.ts";
import { frontierWords } from "../../../src/report/plan/plan-advice.ts";
import { launchWords, planHead } from "../../../src/report/plan/plan-parts.ts";
import { resourceTable, usedWords, wholeFacts } from "../../../src/report/plan/plan-whole.ts";
import type { FactsBlock, TableBlock } from "../../../src/report/view.ts";
import { fixtureAsk } from "../../web/fixture-ask.ts";
import { fixturePlanHead } from "../../web/fixture-plan-report.ts";
import { pageText } from "../page-text.ts";

const report = await fixtureAsk().plan({ id: "invented-lab", frontier: 5 });

const factsOf = ({ facts }: FactsBlock): Readonly<Record<string, string>> =>
  Object.fromEntries(facts.map(({ label, value }) => [label, cellText(value)]));
const whole = (of: Partial<PlanReport>) => factsOf(wholeFacts({ ...report, frontier: null, ...of }));

describe("a plan as it is shown", () => {
  it("has at most 25 lines at 100 columns, and every programme with its id in the details", () => {
    const page = { width: 100, style: new Style(false) };
    for (const each of [report, { ...report, frontier: null }])
      expect(printView(planView(each), page).split("\n").length).toBeLessThanOrEqual(25);
    const all = printView(planView(report), page, { details: true });
    for (const { id } of [...report.programmes, ...report.next]) expect(all).toContain(id);
    for (const { id } of report.inputs) expect(all).toContain(id);
    expect(all).toContain("Does a claim of US1 read on what is planned?");
  });

  it("has the same cells on the page and the terminal", async () => {
    const { blocks, details } = planView(report);
    const page = await pageText([...blocks, ...details]);
    const tables = blocks.filter((block): block is TableBlock => block.kind === "table");
    for (const text of tables.flatMap(({ rows }) => rows.flat().map(cellText))) expect(page).toContain(text);
  });

  it("tells how much better another plan may be as a part of this one, not of the best", () => {
    expect(whole({ value: 62, bound: 100, gap: 0.38 })["Compared with other plans"]).toContain("by more than 61%");
    expect(whole({ value: 62, bound: 62, gap: 0 })["Compared with other plans"]).toContain("no plan is better;");
    expect(whole({ value: -2, bound: 3, gap: 1 })["Compared with other plans"]).toContain("by more than USD 5 M");
  });

  it("tells what a plan is chosen by where that is not its value in USD, and what is left over", () => {
    expect(whole({})["Custom value"]).toContain("counts option value 2 times and takes off its cost");
    expect(whole({})["Not spent"]).toBe("USD 60 M of USD 160 M");
    const lost = { ...fixturePlanHead, unspent: 0 };
    expect(whole({ plan: lost })["Cost more than they bring"]).toBe("3 programmes, selected since money left over counts as lost");
    expect(whole({ plan: lost })["Not spent"]).toBeUndefined();
  });

  it("says that a plan is generic where nothing is known of the home", () => {
    const unknown = { ...report, plan: { ...fixturePlanHead, homeKnown: false, salesKnown: false } };
    expect(planView(unknown).limit).toContain("any actor with this budget");
    expect(planView(report).limit).toContain("1 of 3 inputs are assumed");
  });

  it("tells launches with their parts, without those too small to see", () => {
    const launches = [
      { year: 2027, part: 0.0001 },
      { year: 2028, part: 0.4 },
      { year: 2031, part: 0.5999 },
    ];
    expect(launchWords({ launches })).toBe("2028 (40%), 2031 (60%)");
  });

  it("never takes no limit for all that is available", () => {
    expect(report.resources.map(usedWords)).toEqual(["63% of 160", "200 in all, no limit"]);
    expect(resourceTable(report).rows.map((row) => row.slice(2).map(cellText))).toEqual([
      ["1", "40/40", "30/40", "20/40", "10/40"],
      ["unknown", "50", "50", "50", "50"],
    ]);
  });

  it("tells means of each year where they differ, and how money left over counts", () => {
    const head = planHead({ ...fixturePlanHead, money: [40, 50, 50, 50], unspent: 0, researchers: [] }, (code) => `of ${code}`);
    expect(factsOf(head)).toMatchObject({
      Money: "USD 40, 50, 50, 50 M a year; money left over counts as lost",
      Researchers: "no limit",
      "Partners allowed": "of CC",
      "Custom weights": "option value counts 2 times",
      "Left out": "of DD: no source says what chips they use",
    });
  });

  it("compares budgets only where the plan itself is worth something", () => {
    const points = report.frontier!;
    expect(frontierWords(points)).toContain("71% of the value, twice the money 141%");
    expect(frontierWords(points.map((point) => ({ ...point, value: 0 })))).toBe("What the best plan of each budget is worth.");
  });
});
