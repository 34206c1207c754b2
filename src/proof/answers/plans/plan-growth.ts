import { number } from "../../../base/format.ts";
import { say } from "../../../base/message.ts";
import { listed } from "../../../base/words.ts";
import { type GrowthErrors, type GrowthSeries, type ScoredSeries, scoreGrowth } from "../../measure/plans/growth-score.ts";
import type { GrowthLine, PlanGrowth } from "./plan-growth-report.ts";

export interface PlanGrowthQuestion {
  /** What the counts were read from, and they. */
  readonly file: string;
  readonly series: readonly GrowthSeries[];
  /** Last year that forecasts know. */
  readonly cutOff: number;
  /** Years that are forecast; 5 if absent. */
  readonly after?: number | undefined;
}

const usualAfter = 5;

/** Forecasts of growth after a cut-off and naive ones, compared with what was counted. */
export function answerPlanGrowth({ file, series, cutOff, after = usualAfter }: PlanGrowthQuestion): PlanGrowth {
  const lines = scoreGrowth(series, cutOff, after).map(lineOf);
  const scored = lines.filter(({ reason }) => reason === null);
  const withErrors = lines.flatMap(({ errors }) => (errors === null ? [] : [errors]));
  const held = scored.flatMap(({ name, years }) =>
    years.flatMap((one) => (one.interval === null ? [] : [{ name, ...one, ...one.interval }])),
  );
  const missed = held.filter(({ counted, low, high }) => counted < low || counted > high);
  const counts = {
    scored: scored.length,
    intervals: held.length,
    hits: held.length - missed.length,
    errors: meanErrors(withErrors),
    better: {
      last: withErrors.filter(({ damped, last }) => damped < last).length,
      line: withErrors.filter(({ damped, line }) => damped < line).length,
    },
  };
  return {
    question: say("plan-growth.how-well-does-growth", { cutOff: String(cutOff) }),
    finding: findingOf(lines.length, counts),
    cutOff,
    after,
    series: lines,
    ...counts,
    misses: missed.map(({ name, year, counted, low, high }) =>
      say("plan-growth.counted-forecast-to", { name, year: String(year), counted: number(counted), low: number(low), high: number(high) }),
    ),
    evidence: {
      grade: "derived",
      documents: [
        { id: file, title: file, publisher: null, year: null, published: null, url: null, locator: null, class: null, access: null },
      ],
      rules: ["method:growth"],
      loads: [],
      limits: [
        "This tests growth alone: the number of filings says nothing of their value, nor of whether a plan chooses well.",
        "The rule is the one by which a cell is called rising. Its damping, 0.9 a year, is assumed; nothing is fitted.",
        "Consecutive years and series of one field err together: the number of hits is less certain than it looks.",
        "Filings are published late, so a count that was incomplete on the cut-off looks like a fall. Here the later, fuller count of those years is used.",
      ],
    },
  };
}

const lineOf = (one: ScoredSeries): GrowthLine =>
  one.reason === null
    ? { name: one.name, reason: null, growth: one.growth, years: one.years, errors: one.errors }
    : { name: one.name, reason: one.reason, growth: null, years: [], errors: null };

function meanErrors(errors: readonly GrowthErrors[]): GrowthErrors | null {
  if (errors.length === 0) return null;
  const mean = (rule: keyof GrowthErrors): number => errors.reduce((sum, one) => sum + one[rule], 0) / errors.length;
  return { damped: mean("damped"), last: mean("last"), line: mean("line") };
}

function findingOf(
  series: number,
  { scored, intervals, hits, errors }: Pick<PlanGrowth, "scored" | "intervals" | "hits" | "errors">,
): string {
  if (errors === null) return say("plan-growth.none-of-series-could", { series: String(series) });
  const held =
    intervals === 0
      ? "It has no interval: too few earlier errors are known."
      : say("plan-growth.of-counts-lie-in", {
          hits: String(hits),
          intervals: String(intervals),
          round: String(Math.round(0.8 * intervals)),
        });
  const worse = [
    ...(errors.damped < errors.last ? [] : ['"as in the last year"']),
    ...(errors.damped < errors.line ? [] : ["a straight line"]),
  ];
  const verdict = worse.length === 0 ? "better than both naive ones" : say("plan-growth.no-better-than", { worse: listed(worse) });
  return `${say("plan-growth.the-growth-forecast-is", { verdict, damped: number(errors.damped), last: number(errors.last), line: number(errors.line), scored: String(scored), series: String(series) })} ${held}`;
}
