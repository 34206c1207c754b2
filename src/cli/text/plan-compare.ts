import type { ComparedSide, PlanComparison, ProgrammeDifference } from "../../answers/plan/explain/plan-compare-report.ts";
import { programmeName } from "../../answers/plan/plan-labels.ts";
import { number, percent, usdM } from "../../base/format.ts";
import type { Page } from "../context.ts";
import { section } from "../page/section.ts";
import { sourcesLine } from "../page/sources.ts";
import { paragraph } from "../page/wrap.ts";
import { headLines } from "./plan-parts.ts";

/** Two plans: what is in both, what is in one alone and why, and which inputs differ. */
export function planCompareText(compared: PlanComparison, page: Page): string {
  const { style, width } = page;
  const { first, second, both, firstOnly, secondOnly, inputs, evidence } = compared;
  return [
    style.strong(paragraph(compared.finding, width)),
    ...[first, second].flatMap((side) => ["", ...sideLines(side, page)]),
    ...differenceLines(`In "${first.label}" alone`, firstOnly, page),
    ...differenceLines(`In "${second.label}" alone`, secondOnly, page),
    ...bothLines(both, page),
    ...(inputs.length > 0
      ? section(
          {
            title: "Inputs that differ",
            columns: [{ title: "input" }, { title: "first" }, { title: "second" }],
            rows: inputs.map(({ id, scope, first: a, second: b }) => [scope === "" ? id : `${id}, ${scope}`, ends(a), ends(b)]),
          },
          page,
        )
      : []),
    "",
    ...evidence.limits.map((limit) => paragraph(`- ${limit}`, width, "  ")),
    "",
    paragraph(sourcesLine(evidence), width),
  ].join("\n");
}

const shown = 20;

const ends = (of: readonly [number, number] | null): string =>
  of === null ? "none" : of[0] === of[1] ? number(of[0]) : `${number(of[0])} to ${number(of[1])}`;

const sideLines = ({ plan, programmes, candidates, worth, gap }: ComparedSide, page: Page): string[] => [
  ...headLines(plan, page),
  paragraph(`${programmes} of ${candidates} programmes, worth ${usdM(worth)} before cost (gap ${percent(gap)}).`, page.width),
];

function bothLines(both: PlanComparison["both"], page: Page): string[] {
  const columns = [
    { title: "programme", flexible: true },
    { title: "what", flexible: true },
  ];
  const rows = both.slice(0, shown).map(({ id, name }) => [id, name]);
  return [...section({ title: "In both", columns, rows, none: "none" }, page), ...moreLines(both)];
}

const moreLines = ({ length }: readonly unknown[]): string[] => (length > shown ? [`and ${length - shown} more: --json names each`] : []);

function differenceLines(title: string, differences: readonly ProgrammeDifference[], page: Page): string[] {
  const columns = [
    { title: "programme", flexible: true },
    { title: "what", flexible: true },
    { title: "net in each, USD M" },
    { title: "why", flexible: true },
  ];
  const net = (value: number | null): string => (value === null ? "none" : number(value));
  const rows = differences
    .slice(0, shown)
    .map(({ programme, nets, why }) => [programme.id, programmeName(programme), `${net(nets[0])}; ${net(nets[1])}`, why]);
  return [...section({ title, columns, rows, none: "none" }, page), ...moreLines(differences)];
}
