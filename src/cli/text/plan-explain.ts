import type { PlanExplanation } from "../../answers/plan/explain/plan-explain-report.ts";
import { countsUsd, programmeName } from "../../answers/plan/plan-labels.ts";
import { number, usdM } from "../../base/format.ts";
import type { Page } from "../context.ts";
import { section } from "../page/section.ts";
import { sourcesLine } from "../page/sources.ts";
import { paragraph } from "../page/wrap.ts";
import { planFilingLines } from "./plan-advice.ts";
import { headLines } from "./plan-parts.ts";

/** Why a programme is in or out, by what it brings and takes, why it is a candidate at all, and what would have to change. */
export function planExplainText(explained: PlanExplanation, page: Page): string {
  const { style, width } = page;
  const { programme, changes, evidence } = explained;
  const { reasons } = programme;
  return [
    style.strong(paragraph(explained.finding, width)),
    "",
    ...headLines(explained.plan, page),
    "",
    paragraph(
      `${programmeName(programme)}: all of it costs ${usdM(programme.cost)} and ${number(programme.researcherYears)} researcher-years of ${programme.field}, and ${number(programme.families)} families are expected of it. ` +
        `Families today: ${programme.known === null ? "unknown, no patent of the technology is loaded" : number(programme.known)}.`,
      width,
    ),
    ...changes.map((change) => paragraph(`- ${change}`, width, "  ")),
    ...priceLines(explained, page),
    ...planFilingLines(explained.filing, explained.plan, page),
    ...section(
      {
        title: "Why it is a candidate",
        columns: [{ title: "reason" }, { title: "what is known", flexible: true }, { title: "families to see", flexible: true }],
        rows: reasons.map(({ kind, text, examples }) => [kind, text, examples.map(({ document }) => document).join(", ")]),
        none: "nothing speaks for it or against it but what it brings",
      },
      page,
    ),
    "",
    ...evidence.limits.map((limit) => paragraph(`- ${limit}`, width, "  ")),
    "",
    paragraph(sourcesLine(evidence), width),
  ].join("\n");
}

function priceLines({ prices, plan }: PlanExplanation, page: Page): string[] {
  if (prices === null) return ["", "Time was up before prices were found."];
  const { gains, costs, limits, charge, sameCell, net, year } = prices;
  const columns = [{ title: "" }, { title: "of", flexible: true }, { title: "USD M", align: "right" as const }];
  const rows = [
    ...gains.map(({ of, value }) => ["brings", of, number(value)]),
    ...costs.map(({ of, value }) => ["takes", of, number(-value)]),
    ...limits.map(({ of, value }) => [value > 0 ? "takes room in" : "makes room in", of, number(-value)]),
    ...(charge === 0 ? [] : [["takes", "money that would else be left over", number(-charge)]]),
    ...(sameCell === 0 ? [] : [["gives up", "the same cell in another way, alone or with a partner", number(-sameCell)]]),
    ["net", "", number(net)],
  ];
  return section(
    {
      title: `All of it, launched in ${year}, at the plan's prices${countsUsd(plan) ? "" : ", as the plan counts"}`,
      columns,
      rows,
    },
    page,
  );
}
