import { counted, number } from "../../../base/format.ts";
import { listed } from "../../../base/words.ts";
import type { TestedPlan } from "../../../plan/backtest/backtest-plan.ts";
import { fewestCells, fewestCitations } from "../../../plan/backtest/judge-choices.ts";
import type { PlanBacktest } from "./plan-backtest-report.ts";

type Counts = Pick<PlanBacktest, "known" | "judged" | "laterCitations">;

/** What came out. */
export function planBacktestFinding(
  { known, judged, laterCitations }: Counts,
  { plan, baselines, differences, verdict }: TestedPlan,
): string {
  if (verdict === "too few to judge")
    return `Too few to judge: the outcome of ${judged} of ${counted(known, "cell")} is known, with ${counted(laterCitations, "citation")}. At least ${fewestCells} cells and ${fewestCitations} citations are needed.`;
  const compared = differences.map(
    ({ baseline, verdict: one }, at) => `${how[one]} ${cellsOf[baseline]} (${number(baselines[at]!.relative)})`,
  );
  return `Later families in the cells of the plan are ${number(plan.relative)} times as cited as others of their technology and year. The plan ${listed(compared)}.`;
}

const how = { beats: "beats", ties: "ties with", loses: "loses to", "too few to judge": "cannot be compared with" };

const cellsOf: Readonly<Record<string, string>> = {
  "most crowded": "the most crowded cells",
  "most cited": "the most cited",
  random: "random ones",
};
