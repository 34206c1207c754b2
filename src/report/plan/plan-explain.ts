import type { PlanExplanation } from "../../answers/plan/explain/plan-explain-report.ts";
import { countsUsd, modelLimit } from "../../answers/plan/plan-labels.ts";
import { number, usdM } from "../../base/format.ts";
import type { Block, FactsBlock, TableBlock, View } from "../view.ts";
import { filingTable, officeTable } from "./plan-advice.ts";
import { planHead } from "./plan-head.ts";
import { familiesToday, launchWords, programmeCell } from "./plan-programmes.ts";

/** Why a programme is selected or not, what it brings and takes, and what would have to change. */
export function planExplainView(explained: PlanExplanation): View {
  const { finding, plan, changes, filing, evidence } = explained;
  return {
    finding,
    limit: modelLimit,
    blocks: [
      ...(changes.length === 0 ? [] : [{ kind: "list" as const, title: "What decides it", items: changes }]),
      priceBlock(explained),
      programmeFacts(explained),
    ],
    details: [reasonTable(explained), planHead(plan), filingTable([filing]), officeTable([filing])],
    more: "why it is a candidate, settings of the plan, where to file",
    evidence,
  };
}

function programmeFacts({ programme, launches }: PlanExplanation): FactsBlock {
  const { cost, researcherYears, field, families } = programme;
  return {
    kind: "facts",
    title: "The programme",
    facts: [
      { label: "Programme", value: programmeCell(programme) },
      { label: "Launched", value: launchWords({ launches }) || "not in this plan" },
      { label: "All of it costs", value: `${usdM(cost)} and ${number(researcherYears)} researcher-years of ${field}` },
      { label: "Patent families expected", value: `${number(families)} (today: ${familiesToday(programme)})` },
    ],
  };
}

function priceBlock({ prices, plan }: PlanExplanation): Block {
  if (prices === null) return { kind: "note", text: "The time limit was reached before prices were found." };
  const { gains, costs, limits, charge, sameCell, net, year } = prices;
  const rows: readonly (readonly [string, string, number])[] = [
    ["net", "", net],
    ...gains.map(({ of, value }) => ["brings", of, value] as const),
    ...costs.map(({ of, value }) => ["takes", of, -value] as const),
    ...limits.map(({ of, value }) => [value > 0 ? "takes room in" : "makes room in", of, -value] as const),
    ...(charge === 0 ? [] : [["takes", "money that would else be left over", -charge] as const]),
    ...(sameCell === 0 ? [] : [["gives up", "the same cell in another way, alone or with a partner", -sameCell] as const]),
  ];
  return {
    kind: "table",
    title: `All of it, launched in ${year}, at the plan's prices${countsUsd(plan) ? "" : " and weights"}`,
    columns: [{ title: "" }, { title: "of", flexible: true }, { title: "USD M", align: "right" }],
    rows: rows.map(([sign, of, value]) => [sign, of, number(value)]),
  };
}

const reasonTable = ({ programme: { reasons } }: PlanExplanation): TableBlock => ({
  kind: "table",
  title: "Why it is a candidate",
  columns: [
    { title: "reason" },
    { title: "speaks" },
    { title: "what is known", flexible: true },
    { title: "example families", flexible: true },
  ],
  rows: reasons.map(({ kind, speaks, text, examples }) => [kind, speaks, text, examples.map(({ document }) => document).join(", ")]),
  none: "only what it brings",
});
