import { homeWords } from "../../answers/plan/plan-labels.ts";
import type { PlanList, PlanOutline } from "../../answers/plan/plan-report.ts";
import { count } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { facts, note } from "../blocks.ts";
import { flexible, right, tableOf } from "../table-of.ts";
import type { View } from "../view.ts";
import { assumedWords, inputTable, leftOut, needTable, planHead, programmeTable } from "./plan-parts.ts";
import { actTable } from "./plan-whole.ts";

/** What a plan would choose from, and on which inputs. */
export function planOutlineView({ finding, plan, programmes, acts, inputs, left, evidence }: PlanOutline): View {
  return {
    finding,
    limit: homeWords(plan) || say("plan-outline.a-plan-is-only", { assumed: assumedWords(inputs) }),
    blocks: [programmeTable("Programmes to choose from", programmes)],
    details: [
      planHead(plan),
      actTable({ acts, plan }),
      needTable(onePerProblem(programmes), evidence),
      inputTable({ inputs, evidence }),
      ...leftOut(left),
    ],
    more: "settings, acts, what has to be solved, inputs",
    evidence,
  };
}

const onePerProblem = (programmes: PlanOutline["programmes"]): PlanOutline["programmes"] => [
  ...new Map(programmes.map((each) => [each.problem, each])).values(),
];

/** The ready plans. */
export const planListView = ({ plans }: PlanList): View => ({
  finding: say("plan-outline.ready-plans", { plans: count(plans.length) }),
  blocks: [
    tableOf("Ready plans", plans, [
      ["plan", ({ id }) => id],
      ["home", ({ home }) => home],
      ["years", ({ years }) => String(years), right],
      ["name", ({ name }) => name, flexible],
    ]),
    note("Solve one with `levermap plan NAME`; --dry-run lists what it can choose from."),
  ],
  details: [
    facts(
      "What each is about",
      plans.map(({ id, about }) => [id, about?.replaceAll(/\s+/g, " ") ?? null]),
    ),
  ],
  more: "what each is about",
});
