import type { PlanExplanation } from "../../answers/plan/explain/plan-explain-report.ts";
import { modelLimit } from "../../answers/plan/plan-labels.ts";
import { number, usdM } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { facts, listOf } from "../blocks.ts";
import type { FactsBlock, View } from "../view.ts";
import { filingBlocks } from "./plan-filing.ts";
import { needTable, planHead, programmeCell, programmeTable } from "./plan-parts.ts";

/** Why a programme is selected or not, what it brings and takes, and what would have to change. */
export function planExplainView(explained: PlanExplanation): View {
  const { finding, plan, changes, filing, evidence, programme } = explained;
  return {
    finding,
    limit: modelLimit,
    blocks: [...listOf("What decides it", changes), programmeFacts(explained)],
    details: [
      programmeTable("The programme", [programme]),
      needTable([programme], evidence),
      planHead(plan),
      ...filingBlocks([filing], plan),
    ],
    more: "what has to be solved, settings of the plan, where to file",
    evidence,
  };
}

function programmeFacts({ programme, brings, isIn, otherSize }: PlanExplanation): FactsBlock {
  const { cost, effort, field, families } = programme;
  return facts("The programme", [
    ["Problem", programmeCell(programme)],
    ["In this plan", isIn ? "yes" : otherSize === null ? "no" : say("plan-explain.as", { otherSize })],
    [isIn ? "Adds, all else as it is" : "Would add, all else as it is", usdM(brings)],
    ["Costs in the mean", say("plan-explain.and-researcher-years-of", { cost: usdM(cost), effort: number(effort), field })],
    ["Patent families", number(families)],
  ]);
}
