import { isSome, worstOf } from "../../answers/scenario/simulate-finding.ts";
import type { Figure, Series, SimulateReport, TargetResult } from "../../answers/scenario/simulate-report.ts";
import { gapWords } from "../../answers/shared/making-gap.ts";
import { count, number, numberInterval, percent, percentInterval, usdBn } from "../../base/format.ts";
import { atLeast } from "../../base/words.ts";
import type { Page } from "../context.ts";
import { section } from "../page/section.ts";
import { sourcesLine } from "../page/sources.ts";
import { paragraph } from "../page/wrap.ts";
import { bareParts, type HorizonLine, horizonTable } from "./horizon-table.ts";
import { besideSection } from "./published.ts";
import { measureLines } from "./scenario-plan.ts";
import { sensitivityLines } from "./simulate-sensitivity.ts";

/** The finding, what is done, what each target loses over time, what it costs the senders, and what moves the answer. */
export function simulateText(report: SimulateReport, page: Page): string {
  const { style, width } = page;
  const { draws, seed, targets } = report;
  return [
    style.strong(paragraph(report.finding, width)),
    "",
    ...measureLines(report, page),
    ...(targets.length > 0
      ? [
          "",
          paragraph(
            `Median and middle 80% of ${count(draws)} draws (seed ${seed}); lines "all in the middle" put every interval at its middle, stock used first or rationed over five years.`,
            width,
          ),
        ]
      : []),
    ...targets.flatMap((target) => targetLines(report, target, page)),
    ...costLines(report, page),
    ...report.sensitivity.flatMap((each) => sensitivityLines(report, each, page)),
    ...publishedLines(report, page),
    "",
    ...report.evidence.limits.map((limit) => paragraph(`- ${limit}`, width, "  ")),
    "",
    paragraph(sourcesLine(report.evidence), width),
  ].join("\n");
}

const isMoney = (series: Series | null): series is Series =>
  series?.some(({ drawn }) => Math.abs(drawn[0]) >= 0.0005 || Math.abs(drawn[2]) >= 0.0005) ?? false;

const parts = (title: string, series: TargetResult["mean"]): HorizonLine => ({
  title,
  cells: series.map((figure) => (figure === null ? "" : bareParts(percentInterval(figure.drawn)))),
});
const money = (title: string, series: Series): HorizonLine => ({
  title,
  cells: series.map(({ drawn }) => numberInterval(drawn).replace(" to ", "-")),
});

/** `3`, or `3; 1` where stock that is rationed gives another figure. */
const middles = (series: Series): string[] =>
  series.map(({ stockFirst, rationed }: Figure) =>
    bareParts(percent(stockFirst) === percent(rationed) ? percent(stockFirst) : `${percent(stockFirst)}; ${percent(rationed)}`),
  );

function targetLines({ horizons, measures, names }: SimulateReport, target: TargetResult, page: Page): string[] {
  const { name, mix, mixOf, loss, mean, growth, products, usd, gdpShare, useUsd, unvalued, withUnknown } = target;
  const title = name.charAt(0).toUpperCase() + name.slice(1);
  const least = unvalued.length > 0 ? ", at least" : "";
  const told = products.filter((product) => isSome(product.loss));
  const lines: HorizonLine[] = [
    parts(mix === null ? "running output" : `what ${mixOf === "plants" ? "its plants make" : "it has made"}, in an unknown mix`, loss),
    { title: "  all in the middle", cells: middles(loss) },
    parts("  mean since the column before", mean),
    ...told.map((product) => parts(`  ${product.name}`, product.loss)),
    ...(isMoney(usd) ? [money(`  USD B a year${least}`, usd)] : []),
    ...(gdpShare && isMoney(usd) ? [parts(`  part of GDP${least}`, gdpShare)] : []),
    ...(isSome(growth)
      ? [
          parts("new capacity not added", growth),
          ...products.filter((product) => isSome(product.growth)).map((product) => parts(`  ${product.name}`, product.growth!)),
        ]
      : []),
    ...products.filter((product) => isSome(product.use)).map((product) => parts(`use of ${product.name}`, product.use)),
    ...(isMoney(useUsd) ? [money(`  USD B a year${least}`, useUsd)] : []),
    ...(withUnknown
      ? [{ title: "output, were all without shares stopped", cells: withUnknown.map((each) => bareParts(percentInterval(each))) }]
      : []),
  ];
  const makes = gapWords(title, target.gap);
  const noValue = mix === null ? "nobody gives its value" : "nobody says what its part is worth";
  const kept = measures.some(({ technologies }) => technologies.some(({ state }) => state === "modelled"));
  return [
    "",
    page.style.strong(title),
    kept ? horizonTable("% lost", horizons, lines, page) : "Nothing that is known to be held is kept from it.",
    ...(makes === "" ? [] : [paragraph(makes, page.width)]),
    ...(unvalued.length > 0 ? [paragraph(`Not in USD, since ${noValue}: ${namesOf(names, unvalued)}.`, page.width)] : []),
    ...technologyLines(horizons, target, page),
  ];
}

function technologyLines(horizons: readonly number[], { technologies, cheaper, unvalued }: TargetResult, page: Page): string[] {
  const year = horizons.indexOf(12);
  const least = unvalued.length > 0;
  const columns = [
    { title: "technology", flexible: true },
    { title: "short at the worst", flexible: true },
    { title: "felt after a year" },
    { title: "refilled after a year" },
    { title: "stock gone", flexible: true },
  ];
  const rows = technologies
    .filter(({ shortfall }) => isSome(shortfall))
    .map(({ name, shortfall, felt, refilled, usedUp }) => [
      name,
      `${percentInterval(shortfall[worstOf(shortfall)]!.drawn)} ${monthWords(horizons[worstOf(shortfall)]!)}`,
      percentInterval(felt[year]!.drawn),
      percentInterval(refilled[year]!.drawn),
      usedUp === null ? "tools: none" : stockWords(usedUp, horizons.at(-1)!),
    ]);
  const price =
    cheaper === null
      ? []
      : [
          paragraph(
            `After a year the output lost is worth ${atLeast(least)}${usdBn(cheaper.outputUsdBn)} a year, the price that clears the market costs ${usdBn(cheaper.priceUsdBn)}: ${cheaperWords(cheaper.by, least)}.`,
            page.width,
          ),
        ];
  return [...(rows.length > 0 ? section({ title: "What is short of it", columns, rows }, page) : []), ...price];
}

const monthWords = (month: number): string => (month === 0 ? "at once" : `at ${month} months`);

/** Output that is worth at least what is told may be worth more than the price. */
function cheaperWords(by: NonNullable<TargetResult["cheaper"]>["by"], least: boolean): string {
  if (by === "price") return "paying is cheaper";
  return least ? "which is cheaper is unknown" : "going without is cheaper";
}

function stockWords({ stockFirst, drawn }: NonNullable<TargetResult["technologies"][number]["usedUp"]>, last: number): string {
  if (stockFirst === null && drawn[0] > last) return "not within five years";
  const month = (value: number): string => (value > last ? "later" : number(value));
  const middle = stockFirst === null ? "not within five years" : `month ${month(stockFirst)}`;
  return `${middle} (${month(drawn[0])} to ${month(drawn[2])})`;
}

function costLines({ horizons, senders, otherSales, unpriced, targets, names }: SimulateReport, page: Page): string[] {
  if (targets.length === 0) return [];
  const lines = senders.flatMap(({ name, follows, sales, downstream, lasting }) => [
    ...(sales && isMoney(sales) ? [money(`sales of ${name}${follows ? " (follows)" : ""}`, sales)] : []),
    ...(lasting && isMoney(lasting) ? [money("  lost for good", lasting)] : []),
    ...(downstream && isMoney(downstream) ? [money(`own use of chips, ${name}`, downstream)] : []),
  ]);
  const others = isMoney(otherSales) ? [money("sales of others reached", otherSales)] : [];
  const firms = senders.length > 0 ? targets.filter(({ mix }) => mix !== null).map(({ name }) => name) : [];
  const left = [
    ...(unpriced.length > 0
      ? [paragraph(`Not in the costs, since nobody gives its market: ${namesOf(names, unpriced)}.`, page.width)]
      : []),
    ...(firms.length > 0 ? [paragraph(`Not in the costs, since nobody says what they buy: ${firms.join(", ")}.`, page.width)] : []),
  ];
  const all = [...lines, ...others];
  const head = ["", page.style.strong("What it costs those who act")];
  if (all.length === 0 && senders.length === 0) return [...head, "Nobody acts in this scenario."];
  if (all.length === 0 && left.length === 0) return [];
  return [...head, ...(all.length > 0 ? [horizonTable("USD B a year", horizons, all, page)] : ["None that is known."]), ...left];
}

const namesOf = (names: SimulateReport["names"], ids: readonly string[]): string => ids.map((id) => names[id]!).join(", ");

function publishedLines({ published, scenario }: SimulateReport, page: Page): string[] {
  if (published.length === 0) return [];
  const more = `Other quantities than ours, and not fitted; why they differ: levermap compare --published ${scenario.id}`;
  return [...besideSection("Published models beside ours", published, page), paragraph(more, page.width)];
}
