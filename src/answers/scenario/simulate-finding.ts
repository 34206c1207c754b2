import { present } from "../../base/collections.ts";
import { percent, percentInterval, usdBn, usdBnInterval, usdRange } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { atLeast, listed, lowered } from "../../base/words.ts";
import { horizons } from "../../leverage/course/steps.ts";
import { makingUnknown } from "../shared/making-gap.ts";
import type { Figure, Series, SimulateReport, TargetResult } from "./simulate-report.ts";
import { untoldPartWords } from "./untold-part-words.ts";

const [year, last] = [horizons.indexOf(12), horizons.length - 1];

/** Means from the start up to the horizons. */
type Averages = NonNullable<TargetResult["average"]>;

type Results = Pick<SimulateReport, "targets" | "unknownTargets" | "senders" | "unpriced">;

/** An answer in short. */
export interface ToldScenario {
  /** Two sentences at most: what the target that is hit hardest loses, then the rest of it or what it costs the senders. */
  readonly finding: string;
  /** What is unknown, and so in no figure. */
  readonly unknown: readonly string[];
}

/** What is lost by whom at the worst and what it costs whom, and what is unknown. */
export function simulateFinding(
  { measures, patents, untoldParts }: Pick<SimulateReport, "measures" | "patents" | "untoldParts">,
  { targets, unknownTargets, senders, unpriced }: Results,
): ToldScenario {
  const excluded = patents.flatMap(({ report }) => report?.finding ?? []);
  const denied = present(
    ...excluded,
    patents.some(({ report }) => report === null) &&
      "What the denial of licences does is not computed: the patents of this workspace are not measured.",
  );
  if (measures.length === 0)
    return { finding: present(excluded.length === 0 && "Nothing in it acts on supply.", ...denied).join(" "), unknown: [] };
  const costs = costSentences(measures, { senders, unpriced });
  const isHeld = measures.some(({ technologies }) => technologies.some(({ state }) => state !== "not held"));
  const known = [...(isHeld ? [] : leftOut(measures)), ...hardestHit(targets), ...costs.known];
  const unknown = [
    ...untoldParts.map(untoldPartWords),
    ...unknownTargets.map(unknownSentence),
    ...targets
      .filter(({ gap }) => gap === "making-unknown")
      .map(({ name }) => say("simulate-finding.the-details-tell-what", { makingUnknown: makingUnknown(name) })),
    ...(isHeld ? leftOut(measures) : []),
    ...costs.unknown,
    ...denied,
  ];
  return known.length > 0
    ? { finding: known.slice(0, mostSentences).join(" "), unknown }
    : { finding: unknown.slice(0, 1).join(""), unknown: unknown.slice(1) };
}

const mostSentences = 2;

/** What the target loses that is hit hardest, a sentence for each kind of loss. */
function hardestHit(targets: readonly TargetResult[]): readonly string[] {
  const [first, ...rest] = targets;
  if (first === undefined) return [];
  const worst = rest.reduce((most, target) => (isHitHarder(target, most) ? target : most), first);
  return targetSentences(worst, rest.length > 0 ? say("simulate-finding.hit-hardest-of-targets", { targets: String(targets.length) }) : "");
}

/** By the mean of the first twelve months, which is told first; of two alike by the worst. */
function isHitHarder(one: TargetResult, than: TargetResult): boolean {
  const [mean, other] = [one, than].map(({ average }) => average?.[year]?.drawn ?? [0, 0, 0]) as [Figure["drawn"], Figure["drawn"]];
  return isWorse(mean, other) || (!isWorse(other, mean) && isWorse(peakOf(one), peakOf(than)));
}

/** The greatest loss of output; of what loses none, of new capacity or of use. */
function peakOf({ loss, growth, products }: TargetResult): Figure["drawn"] {
  const series = [loss, growth, ...products.map(({ use }) => use)].find(isSome);
  return series === undefined ? [0, 0, 0] : series[worstOf(series)]!.drawn;
}

/** That it is unknown what a target loses, and the most that its output could lose where that is more than nothing. */
function unknownSentence({ name, withUnknown }: SimulateReport["unknownTargets"][number]): string {
  const most = (withUnknown ?? []).reduce((worst, each) => (isWorse(each, worst) ? each : worst), [0, 0, 0]);
  const bound = most[2] < leastLoss ? "" : say("simulate-finding.if-all-that-may", { most: percentInterval(most) });
  return `${say("simulate-finding.what-loses-is-unknown", { name })}${bound}`;
}

function targetSentences(target: TargetResult, hardest: string): readonly string[] {
  const { name, loss, average, growth, useUsdAverage, products } = target;
  const used = products
    .filter(({ use }) => isSome(use))
    .map(({ name: of, use, useAverage }) =>
      say("simulate-finding.of-its-use-of", { overYear: overYear(useAverage), ofIt: lowered(of), overYearWords, worst: worstWords(use) }),
    );
  if (target.gap === "making-unknown" && used.length === 0) return [];
  const parts = present(
    average !== null && isSome(loss) && lossWords(target, loss, average),
    isSome(growth) && say("simulate-finding.new-capacity-of-of", { drawn: percentInterval(growth[last]!.drawn) }),
    used.length > 0 && `${used.join("; ")}${money(target, useUsdAverage, used.length > 1 ? " together in that year" : "")}`,
  );
  if (parts.length === 0) return [say("simulate-finding.in-the-model-loses", { name })];
  return parts.map((part, at) =>
    at === 0 ? say("simulate-finding.in-the-model-loses-name", { name, hardest, part }) : say("simulate-finding.it-also-loses", { part }),
  );
}

/** What the loss is a part of: of a firm what it has made of some final products, in an unknown mix. */
export function lossBase({ mix, mixOf, products }: Pick<TargetResult, "mix" | "mixOf" | "products">): string {
  if (mix === null) return "its running chip output";
  const names = mix.map((id) => lowered(products.find(({ product }) => product === id)?.name ?? id));
  return say("simulate-finding.what-of", {
    itsPlants: mixOf === "plants" ? "its plants make" : "it has made",
    names: listed(names),
    inAn: mix.length > 1 ? " (in an unknown mix)" : "",
  });
}

const lossWords = (target: TargetResult, loss: Series, average: Averages): string =>
  say("simulate-finding.of", {
    overYear: overYear(average),
    lossBase: lossBase(target),
    overYearWords,
    target: money(target, target.usdAverage),
    worst: worstWords(loss),
  });

/** Mean over the first twelve months: the figure of the same act in every other question. */
const overYear = (average: Averages): string => percentInterval(average[year]!.drawn);

const overYearWords = " on average over 12 months";

/** How much is lost when it is worst. */
const worstWords = (series: Series): string =>
  say("simulate-finding.and-at-the-worst", { drawn: percentInterval(series[worstOf(series)]!.drawn), when: whenWords(worstOf(series)) });

/** The horizon with the greatest median; of medians that are shown alike, with the greatest high end; of what is shown alike the first. */
export const worstOf = (series: Series): number =>
  series.reduce((worst, { drawn }, h) => (isWorse(drawn, series[worst]!.drawn) ? h : worst), 0);

/** Per cent as it is shown. */
const shown = (fraction: number): number => (fraction < leastLoss ? 0 : Number.parseFloat(percent(fraction)));

function isWorse(one: Figure["drawn"], than: Figure["drawn"]): boolean {
  const [median, high] = ([1, 2] as const).map((end) => shown(one[end]) - shown(than[end])) as [number, number];
  return median === 0 ? high > 0 : median > 0;
}

const whenWords = (h: number): string =>
  horizons[h] === 0 ? "at once" : say("simulate-finding.after-months", { horizons: String(horizons[h]) });

/** What a loss is worth over the first year; at least that where not all that is touched has a published value. */
function money({ unvalued }: TargetResult, usd: Averages | null, words = ""): string {
  const drawn = usd?.[year]?.drawn;
  return drawn && drawn[2] > 0
    ? say("simulate-finding.worth-a-year", { atLeast: atLeast(unvalued.length > 0), drawn: usdBnInterval(drawn), words })
    : "";
}

/** What the kernels cannot tell from 0, a fraction of output. */
export const leastLoss = 1e-4;

/** Whether anything of it is more than nothing. */
export const isSome = (series: Series | null): series is Series =>
  series?.some(({ stockFirst, rationed, drawn }: Figure) => Math.max(stockFirst, rationed, drawn[2]) >= leastLoss) ?? false;

/** What it costs whom in sales, at least that where a market of what a sender keeps back is unknown; and whose costs are unknown. */
function costSentences(
  measures: SimulateReport["measures"],
  { senders, unpriced }: Pick<Results, "senders" | "unpriced">,
): { readonly known: readonly string[]; readonly unknown: readonly string[] } {
  const known = senders.flatMap(({ name, code, follows, sales }) => {
    if (sales === null || sales[year]!.drawn[2] <= 0.0005) return [];
    const least = unpriced.length > 0 && (follows || keepsBack(measures, code, unpriced));
    return [`${name} ${atLeast(least)}${usdBn(sales[year]!.drawn[1])}`];
  });
  const unknown = senders.filter(({ sales, downstream }) => sales === null && downstream !== null);
  const codes = unknown.map(({ code }) => code);
  return {
    known: present(known.length > 0 && say("simulate-finding.sales-lost-a-year", { known: known.join(", ") })),
    unknown: present(
      unknown.length > 0 &&
        say("simulate-finding.what-would-lose-in", {
          unknown: listed(unknown.map(({ name }) => name)),
          family: familyWords(measures, codes),
        }),
    ),
  };
}

/** That what senders keep back is worth at most what its families are, where a source gives the market of each of these. */
function familyWords(measures: SimulateReport["measures"], codes: readonly string[]): string {
  const kept = measures.flatMap(({ senders, technologies }) =>
    senders.some((code) => codes.includes(code)) ? technologies.filter(({ state }) => state === "modelled") : [],
  );
  const families = new Map(
    kept.flatMap(({ technology, name, familyMarket }) => (familyMarket ? [[technology, { name, familyMarket }]] : [])),
  );
  if (families.size === 0 || kept.some(({ marketKnown, familyMarket }) => !marketKnown && familyMarket === null)) return "";
  const each = [...families.values()].map(({ name, familyMarket }) =>
    say("simulate-finding.all-a-year", { name: lowered(name), low: usdRange(familyMarket.low, familyMarket.high) }),
  );
  return `. It is at most that of ${listed(each)}`;
}

/** Whether a sender keeps back anything of these technologies. */
const keepsBack = (measures: SimulateReport["measures"], sender: string, ids: readonly string[]): boolean =>
  measures.some(
    ({ senders, technologies }) =>
      senders.includes(sender) && technologies.some(({ state, through }) => state === "modelled" && through.some((id) => ids.includes(id))),
  );

type Asked = SimulateReport["measures"][number]["technologies"][number];

/** What the figures leave out since shares are unknown, and what no sender has. */
function leftOut(measures: SimulateReport["measures"]): readonly string[] {
  const all = measures.flatMap(({ senders, technologies }) => technologies.map((each) => ({ ...each, senders })));
  const modelled = new Set(all.flatMap(({ state, technology }) => (state === "modelled" ? [technology] : [])));
  const nameOf = ({ name, technology, state, senders }: (typeof all)[number]): string =>
    lowered(name) + (state !== "modelled" && modelled.has(technology) ? say("simulate-finding.by", { senders: listed(senders) }) : "");
  const said = (words: string, is: (each: Asked) => boolean): readonly string[] => {
    const names = [...new Set(all.filter(is).map(nameOf))];
    return names.length > 0 ? [`${words}: ${names.join(", ")}.`] : [];
  };
  return [
    ...said("Left out, since no share of those who act was known", ({ state }) => state === "shares unknown"),
    ...said("Counted only as far as shares of those who act were known", (each) => each.state === "modelled" && each.partUnknown),
    ...said("Nothing known is kept back of", ({ state }) => state === "not held"),
  ];
}
