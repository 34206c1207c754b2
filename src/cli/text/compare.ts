import { isLost } from "../../answers/scenario/compare/compare-finding.ts";
import type { ComparedPair, CompareReport } from "../../answers/scenario/compare/compare-report.ts";
import { count, numberInterval, percent, percentInterval, percentPoints } from "../../base/format.ts";
import type { Interval } from "../../base/interval.ts";
import type { Page } from "../context.ts";
import { sourcesLine } from "../page/sources.ts";
import { paragraph } from "../page/wrap.ts";
import { bareParts, type HorizonLine, horizonTable } from "./horizon-table.ts";

type Pairs = readonly ComparedPair[] | null;

/** The finding, then for each target and sender both and their difference over time. */
export function compareText(report: CompareReport, page: Page): string {
  const { style, width } = page;
  const { first, second, horizons, draws, seed } = report;
  const tables = [
    ...report.targets.flatMap(({ name, loss, growth, usd }) => [
      ...tableOf(`Running output of ${name}, %`, loss, percentInterval, percentPoints),
      ...tableOf(`New capacity of ${name} not added, %`, growth, percentInterval, percentPoints),
      ...tableOf(`Output of ${name}, USD B a year`, usd, numberInterval, numberInterval),
    ]),
    ...report.senders.flatMap(({ name, sales }) => tableOf(`Sales of ${name}, USD B a year`, sales, numberInterval, numberInterval)),
  ];
  return [
    style.strong(paragraph(report.finding, width)),
    "",
    paragraph(
      `1: ${first.name} (as known on ${first.asOf}). 2: ${second.name} (as known on ${second.asOf}). ${count(draws)} draws (seed ${seed}), the same for both; the interval of a difference is its own.`,
      width,
    ),
    ...tables.flatMap(({ title, lines }) => ["", style.strong(title), horizonTable("lost", horizons, lines, page)]),
    "",
    ...notCompared(report).map((line) => paragraph(line, width)),
    ...report.evidence.limits.map((limit) => paragraph(`- ${limit}`, width, "  ")),
    "",
    paragraph(sourcesLine(report.evidence), width),
  ].join("\n");
}

/** What is not compared, since one of the two cannot tell it. */
function notCompared({ targets, senders }: CompareReport): readonly string[] {
  const missing = [
    ...targets.flatMap(({ name, loss, usd }) =>
      loss === null ? [`output of ${name}`] : usd === null ? [`the worth of output of ${name}`] : [],
    ),
    ...senders.flatMap(({ name, sales }) => (sales === null ? [`sales of ${name}`] : [])),
  ];
  return missing.length > 0 ? [`Not compared, since unknown in one of the two: ${missing.join(", ")}.`, ""] : [];
}

function tableOf(
  title: string,
  pairs: Pairs,
  value: (ends: Interval) => string,
  change: (ends: Interval) => string,
): readonly { title: string; lines: readonly HorizonLine[] }[] {
  if (pairs === null || !pairs.some(isLost)) return [];
  const ends = (each: ComparedPair["first"]): string => (each === null ? "not asked" : bareParts(value(each)));
  const compared = pairs.every(({ difference }) => difference !== null);
  const lines = [
    { title: "1", cells: pairs.map(({ first }) => ends(first)) },
    { title: "2", cells: pairs.map(({ second }) => ends(second)) },
    ...(compared
      ? [
          { title: "2 less 1", cells: pairs.map(({ difference }) => change(difference!).replace(" points", "")) },
          { title: "2 greater in draws", cells: pairs.map(({ more }) => percent(more!)) },
        ]
      : []),
  ];
  return [{ title, lines }];
}
