import { programmeName } from "../../answers/plan/plan-labels.ts";
import type { PlanList, PlanOutline } from "../../answers/plan/plan-outline-report.ts";
import { number, percent } from "../../base/format.ts";
import type { Page } from "../context.ts";
import { section } from "../page/section.ts";
import { sourcesLine } from "../page/sources.ts";
import { table } from "../page/table.ts";
import { paragraph } from "../page/wrap.ts";
import { headLines, inputLines } from "./plan-parts.ts";

/** What a plan would choose from, and on which inputs. */
export function planOutlineText(outline: PlanOutline, page: Page): string {
  const { style, width } = page;
  const columns = [
    { title: "programme", flexible: true },
    { title: "what", flexible: true },
    { title: "USD M", align: "right" as const },
    { title: "researcher-years", align: "right" as const },
    { title: "families today", align: "right" as const },
    { title: "why", flexible: true },
  ];
  const rows = outline.programmes.map((each) => [
    each.id,
    programmeName(each),
    number(each.cost),
    number(each.researcherYears),
    each.known === null ? "unknown" : number(each.known),
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
