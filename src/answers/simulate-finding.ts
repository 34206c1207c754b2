import { horizons } from "../leverage/course/steps.ts";
import type { Figure, SenderResult, Series, SimulateReport, TargetResult } from "./simulate-report.ts";
import { amount, listed, percent, percentInterval } from "./words.ts";

const [year, last] = [horizons.indexOf(12), horizons.length - 1];

type Results = Pick<SimulateReport, "targets" | "unknownTargets" | "senders">;

/** The answer in a few sentences: what is lost by whom after a year and after five, and what it costs the senders. */
export function simulateFinding(
  { measures, patents }: Pick<SimulateReport, "measures" | "patents">,
  { targets, unknownTargets, senders }: Results,
): string {
  const technologies = measures.flatMap((measure) => measure.technologies);
  const excluded = patents.flatMap(({ report }) => report?.finding ?? []);
  const denied = [...excluded, ...notDenied(patents)];
  if (measures.length === 0) return [...(excluded.length > 0 ? [] : ["Nothing in it acts on supply."]), ...denied].join(" ");
  const known = [...targets.map((target) => targetSentence(target)), ...costSentence(senders)];
  const unknown =
    targets.length === 0
      ? ["No share is known of the technologies, or of who loses the capacity, so what it does is unknown: anything from nothing to all."]
      : [
          ...unknownTargets.map(({ name }) => `What ${name} loses is unknown: no share is known of what is kept from it.`),
          ...leftOut(technologies),
        ];
  return [...known, ...unknown, ...denied].join(" ");
}

/** Denials of licences that nothing is told of, and why. */
const notDenied = (patents: SimulateReport["patents"]): readonly string[] =>
  patents.some(({ report }) => report === null)
    ? ["What the denial of licences does is not computed: the patents of this workspace are not measured (`levermap measure`)."]
    : [];

function targetSentence(target: TargetResult): string {
  const { name, loss, growth, useUsd, products } = target;
  const used = products.flatMap(({ name: product, use }) =>
    isSome(use)
      ? [`${percentInterval(use[worstOf(use)]!.drawn)} of its use of ${product.toLowerCase()} ${whenWords(worstOf(use))} at the worst`]
      : [],
  );
  const parts = [
    ...(isSome(loss) ? [lossWords(target)] : []),
    ...(isSome(growth) ? [`new capacity of ${percentInterval(growth[last]!.drawn)} of its present output over five years`] : []),
    ...(used.length > 0 ? [`${used.join(", ")}${money(useUsd)}`] : []),
  ];
  return `In the model ${name} loses ${parts.length > 0 ? parts.join("; ") : "nothing"}.`;
}

/** What the loss is a part of: of a firm what it has made of some final products, of which nobody says how much each is. */
export function lossBase({ mix, products }: Pick<TargetResult, "mix" | "products">): string {
  if (mix === null) return "its running chip output";
  const names = mix.map((id) => lowered(products.find(({ product }) => product === id)?.name ?? id));
  return `what it has made of ${listed(names)}${mix.length > 1 ? ", in a mix that nobody knows," : ""}`;
}

/** `dRAM` is no word: only what begins with one capital is a word of its own. */
const lowered = (name: string): string => (/^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name);

/** The worst horizon first, then those of a year and of five where they are others. */
function lossWords(target: TargetResult): string {
  const { loss, usd } = target;
  const worst = worstOf(loss);
  const rest = [year, last].filter((h) => h !== worst).map((h) => `${percentInterval(loss[h]!.drawn)} ${whenWords(h)}`);
  return `${percentInterval(loss[worst]!.drawn)} of ${lossBase(target)} ${whenWords(worst)} at the worst${money(usd)}, ${listed(rest)}`;
}

/** The horizon with the greatest median. */
const worstOf = (series: Series): number => series.reduce((worst, { drawn }, h) => (drawn[1] > series[worst]!.drawn[1] ? h : worst), 0);

const whenWords = (h: number): string => (horizons[h] === 0 ? "at once" : `after ${horizons[h]} months`);

function money(usd: Series | null): string {
  if (usd === null) return "";
  const [low, mid, high] = usd[worstOf(usd)]!.drawn;
  return high > 0 ? ` (USD ${amount(mid)} bn a year, ${amount(low)} to ${amount(high)})` : "";
}

/** Whether anything of it is more than nothing as it is shown. */
export const isSome = (series: Series | null): series is Series =>
  series?.some(({ stockFirst, rationed, drawn }: Figure) => percent(Math.max(stockFirst, rationed, drawn[2])) !== "0 %") ?? false;

function costSentence(senders: readonly SenderResult[]): readonly string[] {
  const told = senders.flatMap(({ name, sales }) =>
    sales && sales[year]!.drawn[2] > 0.0005 ? [`${name} USD ${amount(sales[year]!.drawn[1])} bn`] : [],
  );
  return told.length > 0 ? [`Sales lost a year after the start: ${told.join(", ")}.`] : [];
}

function leftOut(technologies: SimulateReport["measures"][number]["technologies"]): readonly string[] {
  const unknown = [...new Set(technologies.flatMap(({ state, name }) => (state === "shares unknown" ? [name] : [])))];
  return unknown.length > 0 ? [`Left out, since nobody's share was known: ${unknown.join(", ").toLowerCase()}.`] : [];
}
