import { number } from "../../../base/format.ts";
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
    question: `How well does growth before ${cutOff} predict growth after it?`,
    finding: findingOf(lines.length, counts),
    cutOff,
    after,
    series: lines,
    ...counts,
    misses: missed.map(
      ({ name, year, counted, low, high }) => `${name} ${year}: counted ${number(counted)}, forecast ${number(low)} to ${number(high)}`,
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
  if (errors === null) return `None of ${series} series could be scored.`;
  const held =
    intervals === 0
      ? "It has no interval: too few earlier errors are known."
      : `${hits} of ${intervals} counts lie in its 80% interval; about ${Math.round(0.8 * intervals)} should.`;
  const worse = [
    ...(errors.damped < errors.last ? [] : ['"as in the last year"']),
    ...(errors.damped < errors.line ? [] : ["a straight line"]),
  ];
  const verdict = worse.length === 0 ? "better than both naive ones" : `no better than ${listed(worse)}`;
  return `The growth forecast is ${verdict}: mean scaled error ${number(errors.damped)}, compared with ${number(errors.last)} and ${number(errors.line)}, over ${scored} of ${series} series. ${held}`;
}
