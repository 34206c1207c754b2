import type { CompiledProblem } from "./compiled-problem.ts";
import { added, charged, type Launches } from "./launches.ts";
import type { Segment } from "./problem.ts";

/** Baseline value of an amount of a target. */
export function worth(segments: readonly Segment[], amount: number): number {
  let [left, sum] = [amount, 0];
  for (const { slope, width } of segments) {
    if (left <= 0) break;
    sum += slope * Math.min(left, width);
    left -= width;
  }
  return sum;
}

/** Marginal value of a target; 0 past its last segment. */
export function slopeAt(segments: readonly Segment[], amount: number): number {
  let left = amount;
  for (const { slope, width } of segments) {
    if (left < width) return slope;
    left -= width;
  }
  return 0;
}

/** Mean multiplier of target `k` over the scenarios. */
export const meanScale = ({ scenarios }: CompiledProblem, k: number): number =>
  scenarios.reduce((sum, { probability, scale }) => sum + probability * scale[k]!, 0);

/** Value by scenario of target amounts. */
export function scenarioValues({ targets, scenarios }: CompiledProblem, amounts: ArrayLike<number>): Float64Array {
  const worths = targets.map(({ segments }, k) => worth(segments, amounts[k]!));
  return Float64Array.from(scenarios, ({ scale }) => worths.reduce((sum, each, k) => sum + scale[k]! * each, 0));
}

/** The objective: value added minus charges, which are the same in all scenarios. */
export const planValue = (problem: CompiledProblem, launches: Launches): number =>
  amountsValue(problem, added(problem, launches)) - charged(problem, launches);

/** Value of target amounts: scenario mean, blended with the CVaR of the risk setting. */
export function amountsValue(problem: CompiledProblem, amounts: ArrayLike<number>): number {
  const values = scenarioValues(problem, amounts);
  const chances = problem.scenarios.map(({ probability }) => probability);
  const mean = values.reduce((sum, value, at) => sum + chances[at]! * value, 0);
  if (problem.risk === null) return mean;
  const { weight, level } = problem.risk;
  return (1 - weight) * mean + weight * worstMean(values, chances, 1 - level);
}

/** CVaR of a discrete distribution: mean of the worst outcomes with total probability `tail`. */
export function worstMean(values: ArrayLike<number>, chances: readonly number[], tail: number): number {
  const order = chances.map((_, at) => at).sort((a, b) => values[a]! - values[b]!);
  if (tail <= 0) return values[order[0]!]!;
  let [left, sum] = [tail, 0];
  for (const at of order) {
    const part = Math.min(left, chances[at]!);
    sum += part * values[at]!;
    left -= part;
    if (left <= 1e-12) break;
  }
  return sum / (tail - Math.max(0, left));
}
