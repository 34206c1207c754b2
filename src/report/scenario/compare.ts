import { isLost } from "../../answers/scenario/compare/compare-finding.ts";
import type { ComparedPair, CompareReport } from "../../answers/scenario/compare/compare-report.ts";
import { count, numberInterval, percent, percentInterval, percentPoints } from "../../base/format.ts";
import type { Interval } from "../../base/interval.ts";
import type { FactsBlock, TableBlock, View } from "../view.ts";
import { bareFigure, horizonTable } from "./horizon-table.ts";

type Pairs = readonly ComparedPair[] | null;

/** Tables that are shown without the details. */
const mostTables = 2;

/** For each target and sender both scenarios and their difference over time. */
export function compareView(report: CompareReport): View {
  const { horizons, targets, senders, evidence } = report;
  const tables = [
    ...targets.flatMap(({ name, loss, growth, usd }) => [
      ...pairTable(`Running output of ${name} lost, %, by month`, horizons, loss, percentInterval, percentPoints),
      ...pairTable(`New capacity of ${name} not added, %, by month`, horizons, growth, percentInterval, percentPoints),
      ...pairTable(`Output of ${name} lost, USD B a year, by month`, horizons, usd, numberInterval, numberInterval),
    ]),
    ...senders.flatMap(({ name, sales }) =>
      pairTable(`Sales of ${name} lost, USD B a year, by month`, horizons, sales, numberInterval, numberInterval),
    ),
  ];
  return {
    finding: report.finding,
    limit: unknownWords(report) ?? evidence.limits[0] ?? "",
    blocks: [scenarioFacts(report), ...tables.slice(0, mostTables)],
    details: tables.slice(mostTables),
    evidence,
  };
}

const scenarioFacts = ({ first, second, draws, seed }: CompareReport): FactsBlock => ({
  kind: "facts",
  facts: [
    { label: "1", value: `${first.name} (data of ${first.asOf})` },
    { label: "2", value: `${second.name} (data of ${second.asOf})` },
    { label: "Draws", value: `${count(draws)}, seed ${seed}, the same for both; a difference has an interval of its own` },
  ],
});

/** What is unknown in one of the two, and so not compared. */
function unknownWords({ targets, senders }: CompareReport): string | undefined {
  const missing = [
    ...targets.flatMap(({ name, loss, usd }) =>
      loss === null ? [`output of ${name}`] : usd === null ? [`value of output of ${name}`] : [],
    ),
    ...senders.flatMap(({ name, sales }) => (sales === null ? [`sales of ${name}`] : [])),
  ];
  return missing.length > 0 ? `Not compared, since unknown in one of the two: ${missing.join(", ")}.` : undefined;
}

function pairTable(
  title: string,
  horizons: readonly number[],
  pairs: Pairs,
  value: (ends: Interval) => string,
  change: (ends: Interval) => string,
): readonly TableBlock[] {
  if (pairs === null || !pairs.some(isLost)) return [];
  const ends = (each: ComparedPair["first"]): string => (each === null ? "not asked" : bareFigure(value(each)));
  const compared = pairs.every(({ difference }) => difference !== null);
  return [
    horizonTable(title, horizons, [
      ["1", ...pairs.map(({ first }) => ends(first))],
      ["2", ...pairs.map(({ second }) => ends(second))],
      ...(compared
        ? [
            ["2 less 1", ...pairs.map(({ difference }) => change(difference!).replace(" points", ""))] as const,
            ["draws in which 2 is more", ...pairs.map(({ more }) => percent(more!))] as const,
          ]
        : []),
    ]),
  ];
}
