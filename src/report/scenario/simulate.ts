import { isSome, worstOf } from "../../answers/scenario/simulate-finding.ts";
import type { Series, SimulateReport, TargetResult } from "../../answers/scenario/simulate-report.ts";
import { gapWords } from "../../answers/shared/making-gap.ts";
import { count, number, percent, percentInterval, usdBn } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { atLeast, capital, lowered } from "../../base/words.ts";
import { list, note, table } from "../blocks.ts";
import { technologyCell } from "../cell.ts";
import type { Block, TableBlock, View } from "../view.ts";
import { bareFigure, drawnOf, type HorizonLine, horizonTable, numberLine, percentLine } from "./horizon-table.ts";
import { allMeasures, shortMeasures } from "./measure-words.ts";
import { besideTable } from "./published.ts";
import { limitOfSensitivity, sensitivityBlocks } from "./simulate-sensitivity.ts";

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
  return unknown > 0 ? say("simulate.technologies-have-no-known", { have: unknown }) : undefined;
}

const middleNote: Block = note(
  "All inputs in the middle: one run without draws, stock used first; `rationed`: for as long as users know or expect the lack to last.",
);

/** Months of the main table; the details have all. */
const mainMonths = [3, 12, 60];

/** What each loses, with the unit in each line. */
function mainTable({ targets, unknownTargets, senders, horizons, draws, seed }: SimulateReport): readonly Block[] {
  const shown = horizons.flatMap((month, at) => (mainMonths.includes(month) ? [at] : []));
  const ends = (series: Series) => drawnOf(shown.map((at) => series[at]!));
  const lines = [
    ...targets.flatMap(({ name, mix, loss, average, growth, usd, useUsd, outsourcedUsd, unvalued, products }): readonly HorizonLine[] => {
      const least = atLeast(unvalued.length > 0);
      const of = (what: string): string => `${capital(name)}: ${what}`;
      return [
        ...(loss === null || average === null
          ? [untold(of("running output, %"), shown)]
          : [percentLine(of(mix === null ? "running output, %" : "what it has made, %"), ends(loss))]),
        ...(average !== null && isSome(loss)
          ? [percentLine(of("the same on average from the start, %"), drawnOf(shown.map((at) => average[at]!)))]
          : []),
        ...(isMoney(usd) ? [numberLine(of(say("simulate.output-usd-b-a", { least })), ends(usd))] : []),
        ...(isMoney(outsourcedUsd) ? [numberLine(of(say("simulate.of-it-sales-of", { least })), ends(outsourcedUsd))] : []),
        ...(isSome(growth) ? [percentLine(of("new capacity not added, %"), ends(growth))] : []),
        ...products.flatMap((product) =>
          isSome(product.use) ? [percentLine(of(say("simulate.use-of", { name: lowered(product.name) })), ends(product.use))] : [],
        ),
        ...(isMoney(useUsd) ? [numberLine(of(say("simulate.use-usd-b-a", { least })), ends(useUsd))] : []),
      ];
    }),
    ...unknownTargets.map(({ name }) => untold(say("simulate.running-output", { name: capital(name) }), shown)),
    ...senders.flatMap(({ name, sales }) =>
      isMoney(sales) ? [numberLine(say("simulate.sales-usd-b-a", { name: capital(name) }), ends(sales))] : [],
    ),
  ];
  const title = say("simulate.lost-by-month-median", { draws: count(draws), seed: String(seed) });
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

const untold = (title: string, shown: readonly number[]): HorizonLine => [title, ...shown.map(() => "unknown")];

function costBlocks({ horizons, senders, otherSales, unpriced, targets, names }: SimulateReport): readonly Block[] {
  if (targets.length === 0) return [];
  const money = (title: string, series: Series | null): readonly HorizonLine[] =>
    isMoney(series) ? [numberLine(title, drawnOf(series))] : [];
  const lines = [
    ...senders.flatMap(({ name, follows, sales, downstream, lasting }) => [
      ...money(say("simulate.sales-of", { name, follows: follows ? " (follows)" : "" }), sales),
      ...(isMoney(sales) ? money(say("simulate.of-these-for-good", { name }), lasting) : []),
      ...money(say("simulate.chips-that-itself-lacks", { name }), downstream),
    ]),
    ...money("sales of others reached", otherSales),
  ];
  const firms = senders.length > 0 ? targets.filter(({ mix }) => mix !== null).map(({ name }) => name) : [];
  const left = [
    ...(unpriced.length > 0 ? [say("simulate.not-counted-since-their", { unpriced: unpriced.map((id) => names[id]!).join(", ") })] : []),
    ...(firms.length > 0 ? [say("simulate.not-counted-since-what", { firms: firms.join(", ") })] : []),
  ];
  const title = "Cost to those who act, USD B a year";
  if (lines.length > 0) return [horizonTable(title, horizons, lines), ...left.map((text) => note(text))];
  if (senders.length > 0 && left.length === 0) return [];
  return [list(title, senders.length === 0 ? ["In this scenario no one acts."] : ["No cost is known.", ...left])];
}

/** Whether any of it shows, in USD B. */
const isMoney = (series: Series | null): series is Series =>
  series?.some(({ drawn }) => Math.abs(drawn[0]) >= 0.0005 || Math.abs(drawn[2]) >= 0.0005) ?? false;

/** All that a target loses over time, what is not known of it, and what it is short of. */
function targetBlocks({ horizons, measures, names }: SimulateReport, target: TargetResult): readonly Block[] {
  const { name, mix, unvalued, gap } = target;
  const title = say("simulate.loss-of", { name });
  const kept = measures.some(({ technologies }) => technologies.some(({ state }) => state === "modelled"));
  const noValue = mix === null ? "its value is not published" : "the value of its part is not published";
  const notes = [
    gapWords(capital(name), gap),
    unvalued.length > 0 ? say("simulate.not-in-usd-since", { noValue, unvalued: unvalued.map((id) => names[id]!).join(", ") }) : "",
    priceWords(target),
  ].filter((text) => text !== "");
  return [
    kept ? horizonTable(title, horizons, linesOf(target)) : list(title, ["Nothing that is known to be held is kept from it."]),
    ...shortTable(horizons, target),
    ...notes.map((text) => note(text)),
  ];
}

function linesOf({
  mix,
  mixOf,
  loss,
  mean,
  average,
  growth,
  products,
  usd,
  gdpShare,
  useUsd,
  outsourcedUsd,
  unvalued,
  withUnknown,
}: TargetResult): HorizonLine[] {
  const least = unvalued.length > 0 ? ", at least" : "";
  const part = (title: string, series: NonNullable<TargetResult["mean"]>): HorizonLine => percentLine(title, drawnOf(series));
  const money = (title: string, series: Series | null): HorizonLine[] =>
    isMoney(series) ? [numberLine(`${title}${least}`, drawnOf(series))] : [];
  const whole =
    mix === null
      ? "running output"
      : say("simulate.what-in-an-unknown", { itsPlants: mixOf === "plants" ? "its plants make" : "it has made" });
  return [
    ...(loss === null || mean === null || average === null
      ? []
      : [
          part(whole, loss),
          ["the same, all inputs in the middle", ...middles(loss)] as HorizonLine,
          part("the same, mean since the column before", mean),
          part("the same, mean from the start", average),
        ]),
    ...products
      .filter((product) => isSome(product.loss))
      .map((product) => part(say("simulate.running-output-of", { name: lowered(product.name) }), product.loss)),
    ...money("output, USD B a year", usd),
    ...money("of it sales of its designers, chips made elsewhere, USD B a year", outsourcedUsd),
    ...(gdpShare && isMoney(usd) ? [part(say("simulate.output-part-of-gdp", { least }), gdpShare)] : []),
    ...(isSome(growth)
      ? [
          part("new capacity not added", growth),
          ...products
            .filter((product) => isSome(product.growth))
            .map((product) => part(say("simulate.new-capacity-of", { name: lowered(product.name) }), product.growth!)),
        ]
      : []),
    ...products
      .filter((product) => isSome(product.use))
      .map((product) => part(say("simulate.use-of-name", { name: lowered(product.name) }), product.use)),
    ...money("use, USD B a year", useUsd),
    ...(withUnknown ? [percentLine("output, if all supply of unknown holders stopped too", withUnknown)] : []),
  ];
}

/** `3`, or `3; 1` where rationed stock gives another figure. */
const middles = (series: Series): string[] =>
  series.map(({ stockFirst, rationed }) =>
    bareFigure(
      percent(stockFirst) === percent(rationed)
        ? percent(stockFirst)
        : say("simulate.rationed", { stockFirst: percent(stockFirst), rationed: percent(rationed) }),
    ),
  );

/** The least part of a need whose lack is told: less is what own plants cannot make, and stands under output. */
const leastShort = 0.001;

function shortTable(horizons: readonly number[], { name, technologies }: TargetResult): readonly TableBlock[] {
  const year = horizons.indexOf(12);
  const short = technologies.filter(({ shortfall }) => shortfall[worstOf(shortfall)]!.drawn[2] >= leastShort);
  if (short.length === 0) return [];
  return [
    table(
      say("simulate.what-is-short-of", { name }),
      ["technology~", "short at the worst~", "felt after a year", "refilled after a year", "stock gone~"],
      short.map(({ technology, name: called, shortfall, felt, refilled, usedUp }) => [
        technologyCell(technology, called),
        `${percentInterval(shortfall[worstOf(shortfall)]!.drawn)} ${monthWords(horizons[worstOf(shortfall)]!)}`,
        percentInterval(felt[year]!.drawn),
        percentInterval(refilled[year]!.drawn),
        usedUp === null ? "tools: none" : stockWords(usedUp, horizons.at(-1)!),
      ]),
    ),
  ];
}

const monthWords = (month: number): string => (month === 0 ? "at once" : say("simulate.at-months", { month: String(month) }));

function stockWords({ stockFirst, drawn }: NonNullable<TargetResult["technologies"][number]["usedUp"]>, last: number): string {
  if (stockFirst === null && drawn[0] > last) return "not within five years";
  const month = (value: number): string => (value > last ? "later" : number(value));
  const middle = stockFirst === null ? "not within five years" : say("simulate.month", { stockFirst: month(stockFirst) });
  return say("simulate.to", { middle, drawn: month(drawn[0]), drawnOther: month(drawn[2]) });
}

/** The output lost beside the price that would clear the market. Output worth at least what is known may be worth more than the price. */
function priceWords({ cheaper, unvalued }: TargetResult): string {
  if (cheaper === null) return "";
  const least = unvalued.length > 0;
  const better = cheaper.by === "price" ? "Paying is cheaper" : least ? "Which is cheaper is unknown" : "Going without is cheaper";
  return `${say("simulate.after-a-year-the", { atLeast: atLeast(least), outputUsdBn: usdBn(cheaper.outputUsdBn), priceUsdBn: usdBn(cheaper.priceUsdBn) })} ${better}.`;
}
