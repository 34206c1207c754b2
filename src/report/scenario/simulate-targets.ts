import { isSome, worstOf } from "../../answers/scenario/simulate-finding.ts";
import type { Series, SimulateReport, TargetResult } from "../../answers/scenario/simulate-report.ts";
import { gapWords } from "../../answers/shared/making-gap.ts";
import { number, percent, percentInterval, usdBn } from "../../base/format.ts";
import { atLeast, capital, lowered } from "../../base/words.ts";
import { list, note, table } from "../blocks.ts";
import { technologyCell } from "../cell.ts";
import type { Block, TableBlock } from "../view.ts";
import { bareFigure, drawnOf, type HorizonLine, horizonTable, numberLine, percentLine } from "./horizon-table.ts";

/** Whether any of it shows, in USD B. */
export const isMoney = (series: Series | null): series is Series =>
  series?.some(({ drawn }) => Math.abs(drawn[0]) >= 0.0005 || Math.abs(drawn[2]) >= 0.0005) ?? false;

/** All that a target loses over time, what is not known of it, and what it is short of. */
export function targetBlocks({ horizons, measures, names }: SimulateReport, target: TargetResult): readonly Block[] {
  const { name, mix, unvalued, gap } = target;
  const title = `Loss of ${name}, %`;
  const kept = measures.some(({ technologies }) => technologies.some(({ state }) => state === "modelled"));
  const noValue = mix === null ? "its value is not published" : "the value of its part is not published";
  const notes = [
    gapWords(capital(name), gap),
    unvalued.length > 0 ? `Not in USD, since ${noValue}: ${unvalued.map((id) => names[id]!).join(", ")}.` : "",
    priceWords(target),
  ].filter((text) => text !== "");
  return [
    kept ? horizonTable(title, horizons, linesOf(target)) : list(title, ["Nothing that is known to be held is kept from it."]),
    ...shortTable(horizons, target),
    ...notes.map((text) => note(text)),
  ];
}

function linesOf({ mix, mixOf, loss, mean, growth, products, usd, gdpShare, useUsd, unvalued, withUnknown }: TargetResult): HorizonLine[] {
  const least = unvalued.length > 0 ? ", at least" : "";
  const part = (title: string, series: TargetResult["mean"]): HorizonLine => percentLine(title, drawnOf(series));
  const money = (title: string, series: Series | null): HorizonLine[] =>
    isMoney(series) ? [numberLine(`${title}${least}`, drawnOf(series))] : [];
  return [
    part(mix === null ? "running output" : `what ${mixOf === "plants" ? "its plants make" : "it has made"}, in an unknown mix`, loss),
    ["the same, all inputs in the middle", ...middles(loss)],
    part("the same, mean since the column before", mean),
    ...products
      .filter((product) => isSome(product.loss))
      .map((product) => part(`running output of ${lowered(product.name)}`, product.loss)),
    ...money("output, USD B a year", usd),
    ...(gdpShare && isMoney(usd) ? [part(`output, part of GDP${least}`, gdpShare)] : []),
    ...(isSome(growth)
      ? [
          part("new capacity not added", growth),
          ...products
            .filter((product) => isSome(product.growth))
            .map((product) => part(`new capacity of ${lowered(product.name)}`, product.growth!)),
        ]
      : []),
    ...products.filter((product) => isSome(product.use)).map((product) => part(`use of ${lowered(product.name)}`, product.use)),
    ...money("use, USD B a year", useUsd),
    ...(withUnknown ? [percentLine("output, if all supply of unknown holders stopped too", withUnknown)] : []),
  ];
}

/** `3`, or `3; 1` where stock that is rationed over five years gives another figure. */
const middles = (series: Series): string[] =>
  series.map(({ stockFirst, rationed }) =>
    bareFigure(percent(stockFirst) === percent(rationed) ? percent(stockFirst) : `${percent(stockFirst)}; ${percent(rationed)} rationed`),
  );

function shortTable(horizons: readonly number[], { name, technologies }: TargetResult): readonly TableBlock[] {
  const year = horizons.indexOf(12);
  const short = technologies.filter(({ shortfall }) => isSome(shortfall));
  if (short.length === 0) return [];
  return [
    table(
      `What ${name} is short of`,
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

const monthWords = (month: number): string => (month === 0 ? "at once" : `at ${month} months`);

function stockWords({ stockFirst, drawn }: NonNullable<TargetResult["technologies"][number]["usedUp"]>, last: number): string {
  if (stockFirst === null && drawn[0] > last) return "not within five years";
  const month = (value: number): string => (value > last ? "later" : number(value));
  const middle = stockFirst === null ? "not within five years" : `month ${month(stockFirst)}`;
  return `${middle} (${month(drawn[0])} to ${month(drawn[2])})`;
}

/** The output lost beside the price that would clear the market. Output worth at least what is known may be worth more than the price. */
function priceWords({ cheaper, unvalued }: TargetResult): string {
  if (cheaper === null) return "";
  const least = unvalued.length > 0;
  const better = cheaper.by === "price" ? "Paying is cheaper" : least ? "Which is cheaper is unknown" : "Going without is cheaper";
  return `After a year the output lost is worth ${atLeast(least)}${usdBn(cheaper.outputUsdBn)} a year; the price that clears the market would cost ${usdBn(cheaper.priceUsdBn)}. ${better}.`;
}
