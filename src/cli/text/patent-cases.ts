import type { CaseScores } from "../../answers/exclusion/exclusion-cases-report.ts";
import { number, numberInterval, percent, percentInterval, percentRange } from "../../base/format.ts";
import { listed } from "../../base/words.ts";
import type { Page } from "../context.ts";
import { section } from "../page/section.ts";
import { sourcesLine } from "../page/sources.ts";
import { paragraph } from "../page/wrap.ts";

const right = (title: string) => ({ title, align: "right" as const });

/** How cases about patents ended, and how well that could be told from rates known when they were filed: scores, reliability by fifths, misses. */
export function patentCasesText(scores: CaseScores, page: Page): string[] {
  const { style, width } = page;
  const { finding, cases, terms, wins, leftOut, evidence } = scores;
  const head = [style.strong("Patent cases"), paragraph(finding, width)];
  if (cases === 0) return [...head, paragraph("`levermap load litigation` loads some.", width)];
  const left = leftOut.map(({ reason, cases: count }) => `${count} ${reason}`);
  return [
    ...head,
    ...forumLines(scores, page),
    ...curveLines("By u·v·x of exclusion exposure", terms, page),
    ...curveLines("By how often owners win", wins, page),
    ...(left.length > 0 ? ["", paragraph(`Not scored: ${listed(left)}.`, width)] : []),
    ...evidence.limits.map((limit) => paragraph(limit, width)),
    paragraph(sourcesLine(evidence), width),
  ];
}

function forumLines({ forums }: CaseScores, page: Page): string[] {
  const columns = [
    { title: "forum", flexible: true },
    right("attempted"),
    right("granted"),
    right("refused"),
    right("settled"),
    right("open"),
    right("years, median (quartiles)"),
  ];
  const rows = forums.map(({ forum, attempted, granted, refused, settled, open, years }) => [
    forum,
    ...[attempted, granted, refused, settled, open].map(String),
    years === null ? "unknown" : numberInterval([years.low, years.median, years.high]),
  ]);
  return section({ title: "Suits and ITC cases about patents, by forum", columns, rows }, page);
}

function curveLines(title: string, { cases, brier, skillCoin, skillNever, bins, misses }: CaseScores["terms"], page: Page): string[] {
  if (brier === null) return ["", `${title}: no case could be scored.`];
  const columns = [{ title: "chance told" }, right("cases"), right("told, mean"), right("with exclusion (80%)")];
  const rows = bins
    .filter((bin) => bin.cases > 0)
    .map(({ from, to, cases: inside, predicted, observed, interval }) => [
      percentRange(from, to),
      String(inside),
      percent(predicted!),
      percentInterval([interval!.low, observed!, interval!.high]),
    ]);
  const skill = (value: number | null): string => number(value);
  return [
    ...section({ title: `${title}: ${cases} cases, Brier score ${number(brier)}`, columns, rows }, page),
    paragraph(
      `Skill ${skill(skillCoin)} against a coin, ${skill(skillNever)} against "never". ${misses.length > 0 ? "Misses:" : "No misses."}`,
      page.width,
    ),
    ...misses.map((miss) => `  ${paragraph(miss, page.width, "  ")}`),
  ];
}
