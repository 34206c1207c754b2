import { programmeName } from "../../answers/plan/plan-labels.ts";
import type { PlanList, PlanOutline } from "../../answers/plan/plan-outline-report.ts";
import { amount, percent } from "../../answers/shared/words.ts";
import type { Page } from "../context.ts";
import { headLines, inputLines } from "./plan-parts.ts";
import { section } from "./section.ts";
import { sourcesLine } from "./sources.ts";
import { table } from "./table.ts";
import { paragraph } from "./wrap.ts";

/** What a plan would choose from, and on which inputs. */
export function planOutlineText(outline: PlanOutline, page: Page): string {
  const { style, width } = page;
  const columns = [
    { title: "programme", flexible: true },
    { title: "what", flexible: true },
    { title: "USD m", align: "right" as const },
    { title: "researcher-years", align: "right" as const },
    { title: "families today", align: "right" as const },
    { title: "why", flexible: true },
  ];
  const rows = outline.programmes.map((each) => [
    each.id,
    programmeName(each),
    amount(each.cost),
    amount(each.researcherYears),
    each.known === null ? "unknown" : amount(each.known),
    each.reasons.map(({ kind }) => kind).join(", "),
  ]);
  return [
    style.strong(paragraph(outline.finding, width)),
    "",
    ...headLines(outline.plan, page),
    ...section({ title: "Programmes to choose from", columns, rows, none: "none" }, page),
    ...section(
      {
        title: "What may turn out otherwise",
        columns: [
          { title: "if", flexible: true },
          { title: "chance", align: "right" },
        ],
        rows: outline.scenarios.map(({ scenario, probability }) => [scenario, percent(probability)]),
      },
      page,
    ),
    ...inputLines(outline, page),
    "",
    ...outline.evidence.limits.map((limit) => paragraph(`- ${limit}`, width, "  ")),
    paragraph(sourcesLine(outline.evidence), width),
  ].join("\n");
}

/** The ready plans. */
export function planListText({ plans }: PlanList, page: Page): string {
  const columns = [{ title: "plan" }, { title: "home" }, { title: "years", align: "right" as const }, { title: "name", flexible: true }];
  return [
    table(
      columns,
      plans.map(({ id, home, years, name }) => [id, home, String(years), name]),
      page,
    ),
    "",
    paragraph("Make one with `levermap plan NAME`; --dry-run says what there is to choose from.", page.width),
  ].join("\n");
}
