import type { PlanExplanation } from "../../answers/plan/explain/plan-explain-report.ts";
import { countsUsd, modelLimit } from "../../answers/plan/plan-labels.ts";
import { number, usdM } from "../../base/format.ts";
import { facts, listOf, note } from "../blocks.ts";
import { flexible, right, tableOf } from "../table-of.ts";
import type { Block, FactsBlock, TableBlock, View } from "../view.ts";
import { filingTable, officeTable } from "./plan-advice.ts";
import { familiesToday, launchWords, planHead, programmeCell } from "./plan-parts.ts";

/** Why a programme is selected or not, what it brings and takes, and what would have to change. */
export function planExplainView(explained: PlanExplanation): View {
  const { finding, plan, changes, filing, evidence } = explained;
  return {
    finding,
    limit: modelLimit,
    blocks: [...listOf("What decides it", changes), priceBlock(explained), programmeFacts(explained)],
    details: [reasonTable(explained), planHead(plan), filingTable([filing]), officeTable([filing])],
    more: "why it is a candidate, settings of the plan, where to file",
    evidence,
  };
}

function programmeFacts({ programme, launches }: PlanExplanation): FactsBlock {
  const { cost, researcherYears, field, families } = programme;
  return facts("The programme", [
    ["Programme", programmeCell(programme)],
    ["Launched", launchWords({ launches }) || "not in this plan"],
    ["All of it costs", `${usdM(cost)} and ${number(researcherYears)} researcher-years of ${field}`],
    ["Patent families expected", `${number(families)} (today: ${familiesToday(programme)})`],
  ]);
}

function priceBlock({ prices, plan }: PlanExplanation): Block {
  if (prices === null) return note("The time limit was reached before prices were found.");
  const { gains, costs, limits, charge, sameCell, net, year } = prices;
  const rows: readonly (readonly [string, string, number])[] = [
    ["net", "", net],
    ...gains.map(({ of, value }) => ["brings", of, value] as const),
    ...costs.map(({ of, value }) => ["takes", of, -value] as const),
    ...limits.map(({ of, value }) => [value > 0 ? "takes room in" : "makes room in", of, -value] as const),
    ...(charge === 0 ? [] : [["takes", "money that would else be left over", -charge] as const]),
    ...(sameCell === 0 ? [] : [["gives up", "the same cell in another way, alone or with a partner", -sameCell] as const]),
  ];
  return tableOf(`All of it, launched in ${year}, at the plan's prices${countsUsd(plan) ? "" : " and weights"}`, rows, [
    ["", ([sign]) => sign],
    ["of", ([, of]) => of, flexible],
    ["USD M", ([, , value]) => number(value), right],
  ]);
}

const reasonTable = ({ programme: { reasons } }: PlanExplanation): TableBlock =>
  tableOf({ title: "Why it is a candidate", none: "only what it brings" }, reasons, [
    ["reason", ({ kind }) => kind],
    ["speaks", ({ speaks }) => speaks],
    ["what is known", ({ text }) => text, flexible],
    ["example families", ({ examples }) => examples.map(({ document }) => document).join(", "), flexible],
  ]);
