import { expect, it } from "vitest";
import type { PlanBacktest } from "../../../src/proof/answers/plans/plan-backtest-report.ts";
import { planBacktestView as planBacktestViewSaid } from "../../../src/proof/views/plan-backtest.ts";
import { cellText } from "../../../src/report/cell.ts";
import type { FactsBlock } from "../../../src/report/view.ts";
import { english } from "../../words/english.ts";

const planBacktestView = english(planBacktestViewSaid);

const answer = {
  finding: "Too few to judge.",
  cutOff: 2010,
  after: 5,
  lastLoaded: null,
  known: 0,
  judged: 0,
  laterFamilies: 0,
  laterCitations: 0,
  choices: [],
  differences: [],
  chosen: [],
  chooser: "a rule",
  seed: 1,
  evidence: { grade: "derived", documents: [], rules: [], loads: [], limits: [] },
} as unknown as PlanBacktest;

const chosenBy = (budget: number): string => {
  const { facts } = planBacktestView({ ...answer, budget }).details[0] as FactsBlock;
  return cellText(facts.find(({ label }) => label === "Chosen by")!.value);
};

it("says how many cells each may choose, and that there is none where nothing was known", () => {
  expect([0, 1, 18].map(chosenBy)).toEqual(["a rule; no cell to choose from", "a rule; 1 cell each", "a rule; 18 cells each"]);
});

it("says which later filings cannot be known yet", () => {
  expect(planBacktestView({ ...answer, budget: 1, lastLoaded: 2014 }).limit).toContain("only up to 2014");
  expect(planBacktestView({ ...answer, budget: 1, lastLoaded: 2016 }).limit).not.toContain("2016");
});
