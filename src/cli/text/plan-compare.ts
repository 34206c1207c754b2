import type { ComparedSide, PlanComparison, ProgrammeDifference } from "../../answers/plan/explain/plan-compare-report.ts";
import { gapWords, usdM } from "../../answers/plan/plan-finding.ts";
import { programmeName } from "../../answers/plan/plan-labels.ts";
import { amount } from "../../answers/shared/words.ts";
import type { Page } from "../context.ts";
import { headLines } from "./plan-parts.ts";
import { section } from "./section.ts";
import { sourcesLine } from "./sources.ts";
import { paragraph } from "./wrap.ts";

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
  of === null ? "none" : of[0] === of[1] ? threeDigits(of[0]) : `${threeDigits(of[0])} to ${threeDigits(of[1])}`;

const threeDigits = (value: number): string => String(Number(value.toPrecision(3)));

const sideLines = ({ plan, programmes, candidates, worth, gap }: ComparedSide, page: Page): string[] => [
  ...headLines(plan, page),
  paragraph(`${programmes} of ${candidates} programmes, worth ${usdM(worth)} before cost (gap ${gapWords(gap)}).`, page.width),
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
    { title: "net in each, USD m" },
    { title: "why", flexible: true },
  ];
  const net = (value: number | null): string => (value === null ? "none" : amount(value));
  const rows = differences
    .slice(0, shown)
    .map(({ programme, nets, why }) => [programme.id, programmeName(programme), `${net(nets[0])}; ${net(nets[1])}`, why]);
  return [...section({ title, columns, rows, none: "none" }, page), ...moreLines(differences)];
}
