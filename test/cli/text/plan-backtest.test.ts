import { expect, it } from "vitest";
import type { PlanBacktest } from "../../../src/answers/plan/backtest/plan-backtest-report.ts";
import { Style } from "../../../src/cli/page/style.ts";
import { planBacktestText } from "../../../src/cli/text/plan-backtest.ts";

const answer = {
  finding: "Too few to judge.",
  choices: [],
  differences: [],
  chosen: [],
  chooser: "a rule",
  seed: 1,
  evidence: { grade: "derived", documents: [], rules: [], loads: [], limits: [] },
} as unknown as PlanBacktest;

it("says how many cells each may choose, and that there is none where nothing was known", () => {
  const told = (budget: number): string => planBacktestText({ ...answer, budget }, { style: new Style(false), width: 200 });
  expect(told(0)).toContain("Chosen by: a rule; no cell to choose from.");
  expect(told(1)).toContain("a rule; 1 cell each.");
  expect(told(18)).toContain("a rule; 18 cells each.");
});
