import { gainWords, homeWords } from "../../answers/plan/plan-labels.ts";
import type { PlanList, PlanOutline } from "../../answers/plan/plan-report.ts";
import { count, number, percent } from "../../base/format.ts";
import { facts, note } from "../blocks.ts";
import { flexible, right, tableOf } from "../table-of.ts";
import type { View } from "../view.ts";
import { assumedWords, familiesToday, inputTable, leftOut, planHead, programmeCell, reasonTable } from "./plan-parts.ts";

/** What a plan would choose from, and on which inputs. */
export function planOutlineView({ finding, plan, programmes, targets, scenarios, inputs, left, evidence }: PlanOutline): View {
  const kinds = Object.entries(targets) as [keyof typeof targets, number][];
  const candidates = tableOf({ title: "Programmes to choose from", none: "none", most: 12 }, programmes, [
    ["id", ({ id }) => id],
    ["programme", programmeCell, flexible],
    ["cost, USD M", ({ cost }) => number(cost), right],
    ["researcher-years", ({ researcherYears }) => number(researcherYears), right],
    ["families today", familiesToday, right],
  ]);
  const scenarioTable = tableOf("Scenarios that the value is averaged over", scenarios, [
    ["scenario", ({ scenario }) => scenario, flexible],
    ["chance", ({ probability }) => percent(probability), right],
  ]);
  const gains = facts(
    "Gains that programmes could add to",
    kinds.map(([kind, of]) => [gainWords[kind], count(of)]),
  );
  return {
    finding,
    limit: homeWords(plan) || `${assumedWords(inputs)}: a plan is only as good as their intervals.`,
    blocks: [candidates, ...(programmes.length > 8 ? [] : [scenarioTable])],
    details: [
      planHead(plan),
      gains,
      reasonTable(programmes),
      ...(programmes.length > 8 ? [scenarioTable] : []),
      inputTable({ inputs, evidence }),
      ...leftOut(left),
    ],
    more: "settings, scenarios, reasons, inputs",
    evidence,
  };
}

/** The ready plans. */
export const planListView = ({ plans }: PlanList): View => ({
  finding: `${count(plans.length)} ready plans.`,
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
