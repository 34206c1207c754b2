import { groupBy } from "../../base/collections.ts";
import { epsilon } from "../../base/numbers.ts";
import { type Bounds, bootstrapInterval, quantile } from "../../measure/bootstrap.ts";
import { crps } from "../../measure/crps.ts";
import { createRandom } from "../../measure/random.ts";
import { type DatedPair, middleShare, yearsOf } from "../../measure/supply/share-pairs.ts";
import { halfPercentagePoint, sharesAfter } from "./odds-walk.ts";
import type { ObservedPair } from "./share-forecast.ts";
import { learnForecasts, type ShareForecasts } from "./share-forecast.ts";

/** What a later share is forecast by; the last only where it is asked for. */
export const forecasts = ["base rate", "hazard model", "no change", "as if withheld"] as const;
export type ForecastName = (typeof forecasts)[number];
type Asked = "as if withheld";

/** A forecast of one later share, compared with it. */
export interface ForecastScore {
  readonly low: number;
  readonly median: number;
  readonly high: number;
  /** Whether the later figure, within its rounding, overlaps the middle 80%. */
  readonly hit: boolean;
  readonly crps: number;
}

export interface PairScore {
  readonly pair: ObservedPair;
  readonly by: Readonly<Record<Exclude<ForecastName, Asked>, ForecastScore>> & Readonly<Partial<Record<Asked, ForecastScore>>>;
}

/** How forecasts are kept from knowing what they are scored on. */
export const hidings = ["other technologies", "known before"] as const;
export type Hiding = (typeof hidings)[number];

export interface PairTest {
  readonly hiding: Hiding;
  readonly scores: readonly PairScore[];
  /** Pairs without a forecast, for too little was known. */
  readonly leftOut: number;
}

/** Shares some years after a pair's first figure if it had been withheld since; ascending. */
export type IfWithheld = (pair: DatedPair) => Float64Array;

/** Quantiles of a forecast. */
const quantiles = 200;

/**
 * Scores forecasts of the second share of each pair. Learnt from the pairs of all other technologies, or from those known by the day since
 * which the first share was known, where the second became known later.
 */
export function testPairs(
  pairs: readonly ObservedPair[],
  history: readonly ObservedPair[],
  hiding: Hiding,
  ifWithheld?: IfWithheld,
): PairTest {
  const askable = hiding === "known before" ? pairs.filter(isOpenAtFirst) : pairs;
  const groups = groupBy(askable, ({ technology, before }) => (hiding === "known before" ? before.known! : technology));
  const scores = [...groups].flatMap(([key, own]) => {
    const learnt = learnForecasts(history.filter((past) => (hiding === "known before" ? isKnownBy(past, key) : past.technology !== key)));
    return learnt === null ? [] : own.map((pair) => scorePair(pair, learnt, ifWithheld));
  });
  return { hiding, scores, leftOut: pairs.length - scores.length };
}

const isOpenAtFirst = ({ before, after }: DatedPair): boolean =>
  before.known !== null && after.known !== null && after.known > before.known;

const isKnownBy = ({ before, after }: DatedPair, day: string): boolean =>
  before.known !== null && after.known !== null && before.known <= day && after.known <= day;

function scorePair(pair: ObservedPair, { base, model }: ShareForecasts, ifWithheld?: IfWithheld): PairScore {
  const [share, years] = [middleShare(pair.before), yearsOf(pair)];
  return {
    pair,
    by: {
      "base rate": scoreOf(sharesAfter(base.walkOf(share), share, years, quantiles), pair),
      "hazard model": scoreOf(sharesAfter(model.walkOf(share, pair.traits), share, years, quantiles), pair),
      "no change": scoreOf(Float64Array.of(share), pair),
      ...(ifWithheld && { "as if withheld": scoreOf(ifWithheld(pair), pair) }),
    },
  };
}

function scoreOf(ascending: Float64Array, { after }: DatedPair): ForecastScore {
  const [low, median, high] = [0.1, 0.5, 0.9].map((part) => quantile(ascending, part)) as [number, number, number];
  const rounding = halfPercentagePoint + epsilon;
  const hit = after.low - rounding <= high && after.high + rounding >= low;
  return { low, median, high, hit, crps: crps(ascending, middleShare(after)) };
}

/** How a forecast did over all technologies, each of the same weight. */
export interface ForecastTotals {
  readonly forecast: ForecastName;
  readonly crps: number;
  /** `1 - CRPS / CRPS of the base rate`; middle 80% over bootstrapped technologies. */
  readonly skill: number;
  readonly skill80: Bounds;
  readonly coverage: number;
  readonly width: number;
}

/** Totals of each forecast; empty without a score. */
export function pairTotals({ scores }: Pick<PairTest, "scores">, seed: number): readonly ForecastTotals[] {
  const byTechnology = [...groupBy(scores, ({ pair }) => pair.technology).values()];
  if (byTechnology.length === 0) return [];
  const scored = forecasts.filter((forecast) => scores[0]!.by[forecast] !== undefined);
  return scored.map((forecast) => {
    const means = (of: (score: ForecastScore) => number, name: ForecastName = forecast): readonly number[] =>
      byTechnology.map((own) => own.reduce((sum, { by }) => sum + of(by[name]!), 0) / own.length);
    const [own, base] = [means((score) => score.crps), means((score) => score.crps, "base rate")];
    const skillOver = (sample: Iterable<number>): number => {
      let [error, reference] = [0, 0];
      for (const at of sample) {
        error += own[at]!;
        reference += base[at]!;
      }
      return 1 - error / reference;
    };
    return {
      forecast,
      crps: mean(own),
      skill: skillOver(own.keys()),
      skill80: bootstrapInterval(own.length, skillOver, { random: createRandom(seed) })!,
      coverage: mean(means(({ hit }) => Number(hit))),
      width: mean(means(({ low, high }) => high - low)),
    };
  });
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The hazard model where it is better than the base rate in every test, by the lower end of its skill; else the base rate. */
export function betterForecast(tests: readonly (readonly ForecastTotals[])[]): "base rate" | "hazard model" {
  const beats = (totals: readonly ForecastTotals[]): boolean =>
    totals.some(({ forecast, skill80 }) => forecast === "hazard model" && skill80.low > 0);
  return tests.length > 0 && tests.every(beats) ? "hazard model" : "base rate";
}
