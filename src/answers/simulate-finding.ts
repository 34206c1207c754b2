import { horizons } from "../leverage/course/steps.ts";
import type { Figure, SenderResult, Series, SimulateReport, TargetResult } from "./simulate-report.ts";
import { percent, percentInterval } from "./words.ts";

const [year, last] = [horizons.indexOf(12), horizons.length - 1];

/** The answer in a few sentences: what is lost by whom after a year and after five, and what it costs the senders. */
export function simulateFinding(
  { measures, patents }: Pick<SimulateReport, "measures" | "patents">,
  targets: readonly TargetResult[],
  senders: readonly SenderResult[],
): string {
  const denied = patents.flatMap(({ report }) => report?.finding ?? []);
  if (targets.length === 0)
    return denied.length > 0 ? denied.join(" ") : "Nothing in it acts on supply; what the denial of licences does is not computed.";
  const technologies = measures.flatMap((measure) => measure.technologies);
  if (technologies.every(({ state }) => state === "shares unknown"))
    return "Nobody's share of any of the technologies is known, so what it does is unknown: anything from nothing to all.";
  return [...targets.map((target) => targetSentence(target)), ...costSentence(senders), ...unknownSentence(technologies), ...denied].join(
    " ",
  );
}

function targetSentence(target: TargetResult): string {
  const { name, loss, growth, useUsd, usd, products } = target;
  const who = name.charAt(0).toUpperCase() + name.slice(1);
  const used = products.flatMap(({ name: product, use }) =>
    isSome(use) ? [`${percentInterval(use[year]!.drawn)} of its use of ${product.toLowerCase()}`] : [],
  );
  const parts = [
    ...(isSome(loss)
      ? [
          `${percentInterval(loss[year]!.drawn)} of its running chip output a year after the start and ${percentInterval(loss[last]!.drawn)} after five${money(usd)}`,
        ]
      : []),
    ...(isSome(growth) ? [`new capacity of ${percentInterval(growth[last]!.drawn)} of its present output over five years`] : []),
    ...(used.length > 0 ? [`${used.join(", ")} after a year${money(useUsd)}`] : []),
  ];
  if (parts.length === 0) return `In the model ${who.replace(/^The /, "the ")} loses nothing.`;
  return `In the model ${who.replace(/^(The|Everybody|All)/, (word) => word.toLowerCase())} loses ${parts.join("; ")}.`;
}

const money = (usd: Series | null): string => {
  if (usd === null || usd[year]!.drawn[2] <= 0) return "";
  const [low, mid, high] = usd[year]!.drawn;
  return ` (USD ${amount(mid)} bn a year after the first, ${amount(low)} to ${amount(high)})`;
};

/** Two digits, and none behind the point from ten on. */
export function amount(value: number): string {
  if (Math.abs(value) < 0.005) return "0";
  return Math.abs(value) >= 10 ? Math.round(value).toLocaleString("en-US") : String(Number(value.toPrecision(2)));
}

const isSome = (series: Series): boolean =>
  series.some(({ stockFirst, rationed, drawn }: Figure) => percent(Math.max(stockFirst, rationed, drawn[2])) !== "0 %");

function costSentence(senders: readonly SenderResult[]): readonly string[] {
  const told = senders.flatMap(({ name, sales }) =>
    sales && sales[year]!.drawn[2] > 0.0005 ? [`${name} USD ${amount(sales[year]!.drawn[1])} bn`] : [],
  );
  return told.length > 0 ? [`Sales lost a year after the start: ${told.join(", ")}.`] : [];
}

function unknownSentence(technologies: SimulateReport["measures"][number]["technologies"]): readonly string[] {
  const unknown = [...new Set(technologies.flatMap(({ state, name }) => (state === "shares unknown" ? [name] : [])))];
  return unknown.length > 0 ? [`Left out, since nobody's share was known: ${unknown.join(", ").toLowerCase()}.`] : [];
}
