import { describe, expect, it } from "vitest";
import type { PlanReport } from "../../../src/answers/plan/plan-report.ts";
import { Style } from "../../../src/cli/page/style.ts";
import { printView } from "../../../src/cli/print-view.ts";
import { cellText } from "../../../src/report/cell.ts";
import { planView as planViewSaid } from "../../../src/report/plan/plan.ts";
import { replyTable as replyTableSaid } from "../../../src/report/plan/plan-clout.ts";
import { planHead as planHeadSaid } from "../../../src/report/plan/plan-parts.ts";
import { sensitivityTables as sensitivityTablesSaid } from "../../../src/report/plan/plan-sensitivity.ts";
import {
  actTable as actTableSaid,
  nextWords as nextWordsSaid,
  resourceTable as resourceTableSaid,
  usedWords as usedWordsSaid,
  wholeFacts as wholeFactsSaid,
} from "../../../src/report/plan/plan-whole.ts";
import type { FactsBlock, TableBlock } from "../../../src/report/view.ts";
import { fixtureAsk } from "../../web/fixture-ask.ts";
import { fixturePlanHead } from "../../web/fixture-plan-report.ts";
import { english } from "../../words/english.ts";
import { pageText } from "../page-text.ts";

const planView = english(planViewSaid);
const replyTable = english(replyTableSaid);
const planHead = english(planHeadSaid);
const sensitivityTables = english(sensitivityTablesSaid);
const actTable = english(actTableSaid);
const nextWords = english(nextWordsSaid);
const resourceTable = english(resourceTableSaid);
const usedWords = english(usedWordsSaid);
const wholeFacts = english(wholeFactsSaid);

const report = await fixtureAsk().plan({ id: "invented-lab", frontier: 5 });

const factsOf = ({ facts }: FactsBlock): Readonly<Record<string, string>> =>
  Object.fromEntries(facts.map(({ label, value }) => [label, cellText(value)]));
const whole = (of: Partial<PlanReport>) => factsOf(wholeFacts({ ...report, frontier: null, ...of }));

describe("a plan as it is shown", () => {
  it("has at most 25 lines at 100 columns, and every programme with its id in the details", () => {
    const page = { width: 100, style: new Style(false) };
    expect(printView(planView({ ...report, frontier: null }), page).split("\n").length).toBeLessThanOrEqual(25);
    const all = printView(planView(report), page, { details: true });
    for (const { id } of report.programmes) expect(all).toContain(id);
    for (const { id } of report.inputs) expect(all).toContain(id);
    expect(all).toContain("Does a claim of US1 read on what is planned?");
  });

  it("tells worth, clout and cost without being asked, and all of what is asked for, without the details", () => {
    const page = { width: 100, style: new Style(false) };
    const long = { ...report, finding: Array.from({ length: 12 }, (_, at) => `Sentence ${at} is told at some length.`).join(" ") };
    const short = printView(planView({ ...long, frontier: null }), page);
    for (const words of [
      "Resilience: USD 2 B saved",
      "Income: USD 9 M",
      "Clout: by rights USD 2 M",
      "within 9% of the best plan, time was up",
    ])
      expect(short).toContain(words);
    expect(short).not.toContain("The best plan found of each budget");
    const change = (name: "none" | "money-times-ten" | "tenth-of-people" | "other-generation" | "other-target" | "twice-the-rivals") => ({
      ...{
        change: name,
        to: null,
        programmes: 3,
        value: 7,
        resilience: 1230,
        income: 5,
        rights: 6,
        cost: 456,
        net: 785,
        added: [],
        dropped: name === "none" ? [] : ["ore"],
      },
    });
    const sensitivity = [
      change("none"),
      change("money-times-ten"),
      change("tenth-of-people"),
      change("other-generation"),
      change("other-target"),
      change("twice-the-rivals"),
    ];
    const robustness = { draws: 20, stays: [{ problem: "p", name: "Ore without blue", part: 0.5, isIn: true }] };
    const told = printView(planView({ ...long, sensitivity, robustness }), page);
    for (const { factor } of report.frontier!) expect(told).toContain(factor === 1 ? ", this plan" : "The best plan found of each budget");
    for (const words of [
      "as it is",
      "ten times the money",
      "a tenth of the people",
      "generation",
      "target",
      "twice the rivals",
      "Ore without blue",
    ])
      expect(told).toContain(words);
    expect(told.split("1,230").length - 1).toBe(sensitivity.length);
    // Chosen on other worlds than it is valued on, that value stands beside none on fresh ones.
    const [worth, moved] = sensitivityTables({ ...report, sensitivity });
    expect(worth!.columns.map(({ title }) => title)).not.toContain("chosen by");
    expect(worth!.rows[0]!.slice(-2).map(cellText)).toEqual(["456", "785"]);
    expect(moved!.rows).toHaveLength(5);
    for (const words of ["456", "785", "goes out", "less cost"]) expect(told).toContain(words);
    expect(told).toContain("on the same fresh worlds");
    expect(told.split("\n").length).toBeGreaterThan(short.split("\n").length + sensitivity.length + report.frontier!.length);
  });

  it("has the same cells on the page and the terminal", async () => {
    const { blocks, details } = planView(report);
    const page = await pageText([...blocks, ...details]);
    const tables = blocks.filter((block): block is TableBlock => block.kind === "table");
    for (const text of tables.flatMap(({ rows }) => rows.flat().map(cellText))) expect(page).toContain(text);
  });

  it("tells each kind of worth by itself, what is lost without the plan, and how near the best it is", () => {
    const told = whole({});
    expect(told["Lost to acts of others"]).toBe("USD 5 B (50% of sales) without it, USD 3 B (30%) with it");
    expect(told.Resilience).toContain("USD 2 B saved");
    expect(told.Clout).toContain(
      "by rights USD 2 M (0 to 5 M) of what Bland sells a year today, and the plan adds USD 4 M (1 to 9 M) in 2036; by supply USD 20 M (10 to 30 M) a year today, for an own loss of USD 2 M (1 to 3 M), and the plan adds USD 2 M",
    );
    expect(told["Chosen by"]).toContain("resilience, income and 2 times clout on Bland, less cost");
    expect(told["Chosen by"]).toContain("time was up");
    expect(whole({ clout: null }).Clout).toBeUndefined();
    expect(whole({ sales: 0 })["Lost to acts of others"]).toBe("nothing: it sells nothing yet");
  });

  it("tells of the next generation what is taken up and why the nearest is not", () => {
    expect(nextWords(report)).toContain("Of 12 problems of the next generation 9 are taken up.");
    expect(nextWords(report)).toContain("lacks USD 3 M");
  });

  it("says where the sales of a home are unknown", () => {
    const unknown = (lossUnknown: "sales" | "needs"): PlanReport => ({
      ...report,
      ...{ plan: { ...fixturePlanHead, lossUnknown }, lost: null, resilience: null, worst: null, acts: [] },
      sales: lossUnknown === "sales" ? null : report.sales,
      replies: report.replies.map((each) => ({ ...each, lost: null, resilience: null })),
    });
    expect(planView(unknown("sales")).limit).toContain("What Aland sells is unknown");
    expect(planView(unknown("needs")).limit).toContain("What Aland needs for what it sells is unknown");
    expect(factsOf(wholeFacts(unknown("sales"))).Resilience).toBe("unknown: what it sells is not known");
    expect(factsOf(wholeFacts(unknown("needs")))["Lost to acts of others"]).toBe("unknown: what it needs for what it sells is not known");
    expect(factsOf(wholeFacts(unknown("needs")))["In the worst fifth of worlds"]).toBeUndefined();
    expect(replyTable(unknown("sales")).rows.map((row) => row.slice(1, 3).map(cellText))).toEqual(
      report.replies.map(() => ["unknown", "unknown"]),
    );
    expect(actTable(unknown("sales")).none).toContain("no act against it is drawn");
    expect(actTable(unknown("needs")).none).toContain("no source tells what the home needs");
    expect(planView(report).limit).toContain("1 of 3 inputs are assumed");
  });

  it("never takes no limit for all that is available", () => {
    expect(report.resources.map(usedWords)).toEqual(["63% of 160", "200 in all, no limit"]);
    expect(resourceTable(report).rows.map((row) => row.slice(2).map(cellText))).toEqual([
      ["40/40", "30/40", "20/40", "10/40"],
      ["50", "50", "50", "50"],
    ]);
  });

  it("tells means of each year where they differ, and how money left over counts", () => {
    const head = planHead({ ...fixturePlanHead, money: [40, 50, 50, 50], unspent: 0, researchers: [] }, (code) => `of ${code}`);
    expect(factsOf(head)).toMatchObject({
      Money: "USD 40, 50, 50, 50 M a year; money left over counts as lost",
      Researchers: "no limit",
      "Chosen by": "resilience, income and 2 times clout on Bland",
      "Left out": "of DD: no source says what chips they use",
    });
  });
});
