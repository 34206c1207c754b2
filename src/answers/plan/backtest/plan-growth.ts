import { number } from "../../../base/format.ts";
import { listed } from "../../../base/words.ts";
import { type GrowthErrors, type GrowthSeries, type ScoredSeries, scoreGrowth } from "../../../plan/backtest/growth-score.ts";
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

/** Forecasts of growth after a cut-off beside naive ones, against what was counted. */
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
    question: `How far was growth after ${cutOff} told by growth before?`,
    finding: findingOf(lines.length, withErrors.length, counts),
    cutOff,
    after,
    series: lines,
    ...counts,
    misses: missed.map(
      ({ name, year, counted, low, high }) => `${name} ${year}: counted ${number(counted)}, forecast ${number(low)} to ${number(high)}`,
    ),
    evidence: {
      grade: "derived",
      documents: [{ id: file, title: file, publisher: null, year: null, url: null, locator: null, access: null }],
      rules: ["method:growth"],
      loads: [],
      limits: [
        "Growth alone: how many are filed says nothing of what they are worth, nor of whether a plan chooses well.",
        "The rule is the one by which a cell is called rising; its fading, 0.9 a year, is assumed and nothing is fitted.",
        "Years that follow one another and series of one field err together: the number of hits is less sure than it looks.",
        "A count that was not complete on the cut-off, since filings are published late, looks like a fall; here the later, fuller count of those years is read.",
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
  judged: number,
  { scored, intervals, hits, errors, better }: Pick<PlanGrowth, "scored" | "intervals" | "hits" | "errors" | "better">,
): string {
  if (errors === null) return `None of ${series} series could be scored.`;
  const held =
    intervals === 0
      ? "No interval: too few earlier errors are known."
      : `${hits} of ${intervals} counts lie in the 80% interval, where about ${Math.round(0.8 * intervals)} should.`;
  const worse = [
    ...(errors.damped < errors.last ? [] : ['"as in the last year"']),
    ...(errors.damped < errors.line ? [] : ["a straight line"]),
  ];
  const verdict = worse.length === 0 ? "better than both" : `no better than ${listed(worse)}`;
  return [
    `Growth alone, ${scored} of ${series} series: ${held}`,
    `Mean scaled error ${number(errors.damped)}, against ${number(errors.last)} of "as in the last year" and ${number(errors.line)} of a straight line: ${verdict};`,
    `it erred less in ${better.last} and in ${better.line} of ${judged} series.`,
  ].join(" ");
}
