import { type Bounds, bootstrapInterval } from "../../../measure/bootstrap.ts";
import { createRandom } from "../../../measure/random.ts";
import type { CellOutcome } from "./cell-outcome.ts";
import type { Choice } from "./choosers.ts";

/** Whether the interval of the difference lies above 0, contains it, or lies below. */
export type Verdict = "beats" | "ties" | "loses" | "too few to judge";

export interface ChoiceOutcome {
  readonly name: string;
  /** Distinct chosen cells, and those with a known outcome. */
  readonly cells: number;
  readonly judged: number;
  /** Mean {@link CellOutcome.relative} weighted by choice frequency; `null` where none is known. */
  readonly relative: number | null;
}

export interface ChoiceDifference {
  readonly baseline: string;
  /** Mean of the plan minus mean of the baseline. */
  readonly difference: number | null;
  readonly interval: Bounds | null;
  readonly verdict: Verdict;
}

export interface JudgedChoices {
  /** Candidate cells with a known outcome. */
  readonly judged: number;
  readonly plan: ChoiceOutcome;
  readonly baselines: readonly ChoiceOutcome[];
  readonly differences: readonly ChoiceDifference[];
  /** Beats: every baseline. Loses: to at least one. */
  readonly verdict: Verdict;
}

/** Fewest cells and citations for a verdict. */
export const fewestCells = 30;
export const fewestCitations = 300;
/**
 * Bootstrap draws and interval level. Three comparisons are judged together, so each interval is wide enough for 95% joint coverage
 * (Bonferroni).
 */
export const judgingDraws = 200;
const comparisons = 3;
export const judgingLevel = 1 - 0.05 / comparisons;

export interface Judging {
  /** Candidate cells. */
  readonly cells: readonly string[];
  readonly outcomes: ReadonlyMap<string, CellOutcome>;
  /** All citations of the later families of these cells. */
  readonly citations: number;
  readonly seed: number;
}

/**
 * Compares a plan's cells with those of baselines by percentile intervals over {@link judgingDraws} resamples of the cells; cells chosen by
 * both count in both means.
 */
export function judgeChoices(plan: Choice, baselines: readonly Choice[], judging: Judging): JudgedChoices {
  const known = judging.cells.toSorted().flatMap((cell) => {
    const relative = judging.outcomes.get(cell)?.relative ?? null;
    return relative === null ? [] : [{ cell, relative }];
  });
  const enough = known.length >= fewestCells && judging.citations >= fewestCitations;
  const relative = Float64Array.from(known, (one) => one.relative);
  const weightsOf = ({ chosen }: Choice): Float64Array => Float64Array.from(known, ({ cell }) => chosen.get(cell) ?? 0);
  const own = weightsOf(plan);
  const all = Int32Array.from(known, (_, at) => at);
  const outcomeOf = (choice: Choice): ChoiceOutcome => {
    const weights = weightsOf(choice);
    const [judged, mean] = [weights.filter((weight) => weight > 0).length, weightedMean(all, relative, weights)];
    return { name: choice.name, cells: choice.chosen.size, judged, relative: judged === 0 ? null : mean };
  };
  const differences = baselines.map((baseline, stream): ChoiceDifference => {
    const weights = weightsOf(baseline);
    const differenceOf = (sample: Int32Array): number => weightedMean(sample, relative, own) - weightedMean(sample, relative, weights);
    const difference = differenceOf(all);
    const resamples = { random: createRandom(judging.seed, stream + resampling), draws: judgingDraws, level: judgingLevel };
    const interval = enough ? bootstrapInterval(known.length, differenceOf, resamples) : null;
    return {
      baseline: baseline.name,
      difference: Number.isNaN(difference) ? null : difference,
      interval,
      verdict: verdictOf(interval),
    };
  });
  return {
    judged: known.length,
    plan: outcomeOf(plan),
    baselines: baselines.map(outcomeOf),
    differences,
    verdict: overall(differences.map(({ verdict }) => verdict)),
  };
}

const resampling = 2;

function weightedMean(sample: Int32Array, values: Float64Array, weights: Float64Array): number {
  let [sum, weight] = [0, 0];
  for (const at of sample) {
    sum += weights[at]! * values[at]!;
    weight += weights[at]!;
  }
  return sum / weight;
}

function verdictOf(interval: Bounds | null): Verdict {
  if (interval === null) return "too few to judge";
  if (interval.low > 0) return "beats";
  return interval.high < 0 ? "loses" : "ties";
}

function overall(verdicts: readonly Verdict[]): Verdict {
  for (const one of ["too few to judge", "loses", "ties"] as const) if (verdicts.includes(one)) return one;
  return "beats";
}
