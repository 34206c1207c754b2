import { homeWords } from "../../answers/plan/plan-finding.ts";
import { gainWords } from "../../answers/plan/plan-labels.ts";
import type { PlanList, PlanOutline } from "../../answers/plan/plan-outline-report.ts";
import { count, number, percent } from "../../base/format.ts";
import type { Block, View } from "../view.ts";
import { planHead } from "./plan-head.ts";
import { assumedWords, inputTable, leftOut } from "./plan-inputs.ts";
import { familiesToday, programmeCell, reasonTable } from "./plan-programmes.ts";

/** What a plan would choose from, and on which inputs. */
export function planOutlineView({ finding, plan, programmes, targets, scenarios, inputs, left, evidence }: PlanOutline): View {
  const kinds = Object.entries(targets) as [keyof typeof targets, number][];
  const candidates: Block = {
    kind: "table",
    title: "Programmes to choose from",
    columns: [
      { title: "id" },
      { title: "programme", flexible: true },
      ...["cost, USD M", "researcher-years", "families today"].map((title) => ({ title, align: "right" as const })),
    ],
    rows: programmes.map((each) => [each.id, programmeCell(each), number(each.cost), number(each.researcherYears), familiesToday(each)]),
    none: "none",
    most: 12,
  };
  const scenarioTable: Block = {
    kind: "table",
    title: "Scenarios that the value is averaged over",
    columns: [
      { title: "scenario", flexible: true },
      { title: "chance", align: "right" },
    ],
    rows: scenarios.map(({ scenario, probability }) => [scenario, percent(probability)]),
  };
  const gains: Block = {
    kind: "facts",
    title: "Gains that programmes could add to",
    facts: kinds.map(([kind, of]) => ({ label: gainWords[kind], value: count(of) })),
  };
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
    {
      kind: "table",
      title: "Ready plans",
      columns: [{ title: "plan" }, { title: "home" }, { title: "years", align: "right" }, { title: "name", flexible: true }],
      rows: plans.map(({ id, home, years, name }) => [id, home, String(years), name]),
    },
    { kind: "note", text: "Solve one with `levermap plan NAME`; --dry-run lists what it can choose from." },
  ],
  details: [
    {
      kind: "facts",
      title: "What each is about",
      facts: plans.flatMap(({ id, about }) => (about === null ? [] : [{ label: id, value: about.replaceAll(/\s+/g, " ") }])),
    },
  ],
  more: "what each is about",
});
