import { counted, number } from "../../../base/format.ts";
import { listed } from "../../../base/words.ts";
import type { TestedPlan } from "../../../plan/backtest/backtest-plan.ts";
import { fewestCells, fewestCitations } from "../../../plan/backtest/judge-choices.ts";
import type { PlanBacktest } from "./plan-backtest-report.ts";

type Counts = Pick<PlanBacktest, "cutOff" | "after" | "lastLoaded" | "known" | "judged" | "laterFamilies" | "laterCitations" | "budget">;

/** What came out, in plain words. */
export function planBacktestFinding(counts: Counts, { plan, baselines, differences, verdict }: TestedPlan): string {
  const { cutOff, after, lastLoaded, known, judged, laterFamilies, laterCitations } = counts;
  const basis = `${counted(known, "cell")} had a family at the end of ${cutOff}; in the ${after} years after it these had ${counted(laterFamilies, "new family", "new families")} with ${counted(laterCitations, "citation")}. The outcome is known of ${counted(judged, "cell")}.${
    lastLoaded !== null && cutOff + after >= lastLoaded
      ? ` Publications are loaded up to ${lastLoaded} alone, so that what was filed by the end of ${cutOff + after} is not all known.`
      : ""
  }`;
  if (verdict === "too few to judge")
    return `Too few to judge: ${basis} At least ${fewestCells} cells and ${fewestCitations} citations are needed.`;
  const against = differences.map(
    ({ baseline, verdict: one }, at) => `${how[one]} ${cellsOf[baseline]} (${number(baselines[at]!.relative)})`,
  );
  return `The plan ${told[verdict]}: later families in its cells are ${number(plan.relative)} times as cited as others of their technology and year; it ${listed(against)}. ${basis}`;
}

const how = { beats: "beats", ties: "ties with", loses: "loses to", "too few to judge": "cannot be held against" };

const cellsOf: Readonly<Record<string, string>> = {
  "most crowded": "the most crowded cells",
  "most cited": "the most cited",
  random: "random ones",
};

const told = {
  beats: "beats all three plain ways to choose",
  ties: "is not told from at least one plain way to choose",
  loses: "loses to at least one plain way to choose",
};
