import type { CompiledProblem } from "./compiled-problem.ts";
import { meanScale, worth } from "./plan-value.ts";

/**
 * Scales of the model, since solver tolerances are absolute: a target by the largest single contribution, a resource by the largest yearly
 * use, a limit by its greatest weight, value by the most valuable programme.
 */
export interface ModelUnits {
  readonly value: number;
  readonly targets: Float64Array;
  readonly resources: Float64Array;
  readonly limits: Float64Array;
}

/** The scales of a problem; 1 where a quantity is absent. */
export function unitsOf(problem: CompiledProblem): ModelUnits {
  const { programmes, targets, resources, limits } = problem;
  const [most, taken, weights] = [targets, resources, limits].map(({ length }) => new Float64Array(length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const raise = (of: Float64Array, at: number, amount: number): void => {
    of[at] = Math.max(of[at]!, Math.abs(amount));
  };
  for (const { adds, takes, weights: own } of programmes) {
    for (const { target, byLaunch } of adds) raise(most, target, Math.max(...byLaunch));
    for (const { resource, byYear } of takes) raise(taken, resource, Math.max(...byYear));
    for (const { limit, weight } of own) raise(weights, limit, weight);
  }
  const worths = targets.map(({ segments }, k) => meanScale(problem, k) * worth(segments, most[k]!));
  const orOne = (value: number): number => (value > 0 ? value : 1);
  return {
    value: orOne(Math.max(0, ...worths)),
    targets: most.map(orOne),
    resources: taken.map(orOne),
    limits: weights.map(orOne),
  };
}
