import { isSome } from "../../answers/scenario/simulate-finding.ts";
import type { Series, SimulateReport } from "../../answers/scenario/simulate-report.ts";
import { count, counted } from "../../base/format.ts";
import { atLeast, capital, lowered } from "../../base/words.ts";
import { list, note } from "../blocks.ts";
import type { Block, View } from "../view.ts";
import { drawnOf, type HorizonLine, horizonTable, numberLine, percentLine } from "./horizon-table.ts";
import { allMeasures, shortMeasures } from "./measure-words.ts";
import { besideTable } from "./published.ts";
import { limitOfSensitivity, sensitivityBlocks } from "./simulate-sensitivity.ts";
import { isMoney, targetBlocks } from "./simulate-targets.ts";

/** The finding, what each target and sender loses over time, and what is done; then all of it in full, and what drives it. */
export function simulateView(report: SimulateReport): View {
  const { targets, evidence, published, scenario } = report;
  const other = report.measures.length > 0 ? "A result of the model, not a forecast." : evidence.limits[0];
  const limit = unknownShares(report) ?? limitOfSensitivity(report) ?? other;
  return {
    finding: report.finding,
    ...(limit === undefined ? {} : { limit }),
    blocks: [...mainTable(report), shortMeasures(report)],
    details: [
      ...allMeasures(report),
      ...targets.flatMap((target) => targetBlocks(report, target)),
      ...(targets.length > 0 ? [middleNote] : []),
      ...costBlocks(report),
      ...report.sensitivity.flatMap((each) => sensitivityBlocks(report, each)),
      ...(published.length > 0
        ? [
            besideTable("Published models beside ours", published),
            note(
              `Their figures are of other quantities, and ours are not fitted to them. Why they differ: levermap compare --published ${scenario.id}`,
            ),
          ]
        : []),
    ],
    more: "loss by product, shortages, costs, what drives the result",
    evidence,
  };
}

/** Of how many technologies the shares are unknown, so that the loss may be greater. */
function unknownShares({ measures }: SimulateReport): string | undefined {
  const all = measures.flatMap(({ technologies }) => technologies.filter(({ state }) => state === "shares unknown"));
  const unknown = new Set(all.map(({ technology }) => technology)).size;
  return unknown > 0 ? `${counted(unknown, "technology has", "technologies have")} no known share, so losses may be greater.` : undefined;
}

const middleNote: Block = note(
  "All inputs in the middle: one run without draws, stock used as it is needed; `rationed`: stock spread over five years.",
);

/** Months of the main table; the details have all. */
const mainMonths = [3, 12, 60];

/** What each loses, with the unit in each line. */
function mainTable({ targets, unknownTargets, senders, horizons, draws, seed }: SimulateReport): readonly Block[] {
  const shown = horizons.flatMap((month, at) => (mainMonths.includes(month) ? [at] : []));
  const ends = (series: Series) => drawnOf(shown.map((at) => series[at]!));
  const lines = [
    ...targets.flatMap(({ name, mix, loss, growth, usd, useUsd, unvalued, products }): readonly HorizonLine[] => {
      const least = atLeast(unvalued.length > 0);
      const of = (what: string): string => `${capital(name)}: ${what}`;
      return [
        percentLine(of(mix === null ? "running output, %" : "what it has made, %"), ends(loss)),
        ...(isMoney(usd) ? [numberLine(of(`output, ${least}USD B a year`), ends(usd))] : []),
        ...(isSome(growth) ? [percentLine(of("new capacity not added, %"), ends(growth))] : []),
        ...products.flatMap((product) =>
          isSome(product.use) ? [percentLine(of(`use of ${lowered(product.name)}, %`), ends(product.use))] : [],
        ),
        ...(isMoney(useUsd) ? [numberLine(of(`use, ${least}USD B a year`), ends(useUsd))] : []),
      ];
    }),
    ...unknownTargets.map(({ name }): HorizonLine => [`${capital(name)}: running output, %`, ...shown.map(() => "unknown")]),
    ...senders.flatMap(({ name, sales }) => (isMoney(sales) ? [numberLine(`${capital(name)}: sales, USD B a year`, ends(sales))] : [])),
  ];
  const title = `Lost by month: median (middle 80%) of ${count(draws)} draws, seed ${seed}`;
  return lines.length === 0
    ? []
    : [
        horizonTable(
          title,
          shown.map((at) => horizons[at]!),
          lines,
        ),
      ];
}

function costBlocks({ horizons, senders, otherSales, unpriced, targets, names }: SimulateReport): readonly Block[] {
  if (targets.length === 0) return [];
  const money = (title: string, series: Series | null): readonly HorizonLine[] =>
    isMoney(series) ? [numberLine(title, drawnOf(series))] : [];
  const lines = [
    ...senders.flatMap(({ name, follows, sales, downstream, lasting }) => [
      ...money(`sales of ${name}${follows ? " (follows)" : ""}`, sales),
      ...(isMoney(sales) ? money(`of these for good (${name})`, lasting) : []),
      ...money(`chips that ${name} itself lacks`, downstream),
    ]),
    ...money("sales of others reached", otherSales),
  ];
  const firms = senders.length > 0 ? targets.filter(({ mix }) => mix !== null).map(({ name }) => name) : [];
  const left = [
    ...(unpriced.length > 0 ? [`Not counted, since their market is not published: ${unpriced.map((id) => names[id]!).join(", ")}.`] : []),
    ...(firms.length > 0 ? [`Not counted, since what they buy is not published: ${firms.join(", ")}.`] : []),
  ];
  const title = "Cost to those who act, USD B a year";
  if (lines.length > 0) return [horizonTable(title, horizons, lines), ...left.map((text) => note(text))];
  if (senders.length > 0 && left.length === 0) return [];
  return [list(title, senders.length === 0 ? ["In this scenario no one acts."] : ["No cost is known.", ...left])];
}
