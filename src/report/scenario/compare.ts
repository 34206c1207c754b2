import { isLost } from "../../answers/scenario/compare/compare.ts";
import type { ComparedPair, CompareReport } from "../../answers/scenario/scenario-questions.ts";
import { count, percent, percentInterval, percentPoints, usdBnInterval } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import type { Interval } from "../../base/numbers.ts";
import { facts, table } from "../blocks.ts";
import type { FactsBlock, View } from "../view.ts";

type Pairs = readonly ComparedPair[] | null;

/** What is compared over time, and how it and its difference are said. */
interface Compared {
  readonly what: string;
  readonly pairs: Pairs;
  readonly value: (ends: Interval) => string;
  readonly change: (ends: Interval) => string;
}

/** For each target and sender both scenarios and their difference, after one year and five; in the details at all horizons. */
export function compareView(report: CompareReport): View {
  const { horizons, evidence, draws, seed } = report;
  const all = comparedOf(report).filter(({ pairs }) => pairs?.some(isLost));
  const values = ["1>", "2>", "2 less 1>", "2 is more in>"];
  const shown = horizons.filter((month) => month === 12 || month === 60);
  return {
    finding: report.finding,
    limit: unknownWords(report) ?? evidence.limits[0] ?? "",
    blocks: [
      scenarioFacts(report),
      table(
        say("compare.lost-median-middle-of", { draws: count(draws), seed: String(seed) }),
        ["what~", "month>", ...values],
        all.flatMap((each) => shown.map((month) => [each.what, `${month}`, ...cellsOf(each, horizons.indexOf(month))])),
        { none: "nothing that can be compared" },
      ),
    ],
    details: all.map((each) =>
      table(
        each.what,
        ["month>", ...values],
        horizons.map((month, at) => [`${month}`, ...cellsOf(each, at)]),
      ),
    ),
    more: "all months",
    evidence,
  };
}

const comparedOf = ({ targets, senders }: CompareReport): readonly Compared[] => [
  ...targets.flatMap(({ name, loss, growth, usd }) => [
    { what: say("compare.running-output-of", { name }), pairs: loss, value: percentInterval, change: percentPoints },
    { what: say("compare.new-capacity-of-not", { name }), pairs: growth, value: percentInterval, change: percentPoints },
    { what: say("compare.output-of-a-year", { name }), pairs: usd, value: usdBnInterval, change: usdBnInterval },
  ]),
  ...senders.map(({ name, sales }) => ({
    what: say("compare.sales-of-a-year", { name }),
    pairs: sales,
    value: usdBnInterval,
    change: usdBnInterval,
  })),
];

function cellsOf({ pairs, value, change }: Compared, at: number): readonly string[] {
  const { first, second, difference, more } = pairs![at]!;
  return [
    first === null ? "not asked" : value(first),
    second === null ? "not asked" : value(second),
    difference === null ? "" : change(difference),
    more === null ? "" : percent(more),
  ];
}

const scenarioFacts = ({ first, second }: CompareReport): FactsBlock =>
  facts(null, [
    ["1", say("compare.data-of", { name: first.name, asOf: first.asOf })],
    ["2", say("compare.data-of", { name: second.name, asOf: second.asOf })],
  ]);

/** What is unknown in one of the two, and so not compared. */
function unknownWords({ targets, senders }: CompareReport): string | undefined {
  const missing = [
    ...targets.flatMap(({ name, loss, usd }) =>
      loss === null ? [say("compare.output-of", { name })] : usd === null ? [say("compare.value-of-output-of", { name })] : [],
    ),
    ...senders.flatMap(({ name, sales }) => (sales === null ? [say("compare.sales-of", { name })] : [])),
  ];
  return missing.length > 0 ? say("compare.not-compared-since-unknown", { missing: missing.join(", ") }) : undefined;
}
