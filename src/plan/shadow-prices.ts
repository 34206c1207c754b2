import type { CompiledProblem } from "./compiled-problem.ts";
import { type PlanModel, planModel } from "./plan-model.ts";
import type { OpenSolver } from "./solver/open-solver.ts";

/** Marginal values in the linear relaxation (duals), in value per unit. */
export interface ShadowPrices {
  readonly resources: readonly Float64Array[];
  /** By target: marginal value in the relaxed plan; of an unused target, its entry price. */
  readonly targets: Float64Array;
  readonly limits: Float64Array;
  /** Value of the relaxed plan, an upper bound. */
  readonly value: number;
}

/** Solves the linear relaxation; `null` if infeasible or out of time. Rejects with the reason of the signal. */
export async function shadowPrices(
  problem: CompiledProblem,
  solver: OpenSolver,
  options: { readonly seconds: number; readonly signal?: AbortSignal | undefined },
): Promise<ShadowPrices | null> {
  const plan = planModel(problem);
  const { duals, solution, bound } = await solver.solve(
    plan.model,
    { gap: 0, seconds: options.seconds, start: null, relaxed: true },
    {},
    options.signal,
  );
  return duals === null || solution === null ? null : { ...pricesOf(problem, plan, duals, solution), value: bound * plan.units.value };
}

function pricesOf(problem: CompiledProblem, plan: PlanModel, duals: Float64Array, solution: Float64Array): Omit<ShadowPrices, "value"> {
  const { years, resources } = problem;
  const { resourceRow, targetRow, limitRow, units } = plan;
  const price = (row: number, unit: number): number => (duals[row]! * units.value) / unit;
  const used = usedTargets(problem, plan, solution);
  return {
    resources: resources.map((_, r) =>
      Float64Array.from({ length: years }, (__, year) => Math.abs(price(resourceRow[r * years + year]!, units.resources[r]!))),
    ),
    targets: Float64Array.from(targetRow, (row, k) =>
      used[k] ? Math.abs(price(row, units.targets[k]!)) : firstWorth(problem, plan, duals, k),
    ),
    limits: Float64Array.from(limitRow, (row, at) => price(row, units.limits[at]!)),
  };
}

function usedTargets({ programmes, targets, years }: CompiledProblem, { launch }: PlanModel, solution: Float64Array): Uint8Array {
  const used = new Uint8Array(targets.length);
  launch.forEach((column, at) => {
    if (column < 0 || solution[column]! <= 0) return;
    for (const { target, byLaunch } of programmes[Math.floor(at / years)]!.adds) if (byLaunch[at % years]! > 0) used[target] = 1;
  });
  return used;
}

/**
 * Entry price of an unused target: the smallest price that supports the relaxed plan. Higher ones do too, up to where a programme would pay,
 * and carry no information.
 */
function firstWorth({ targets, scenarios, risk }: CompiledProblem, { tailRow }: PlanModel, duals: Float64Array, k: number): number {
  const [first] = targets[k]!.segments;
  const chances = scenarios.map(({ probability }, s) => (1 - (risk?.weight ?? 0)) * probability + Math.abs(duals[tailRow[s] ?? -1] ?? 0));
  return (first?.slope ?? 0) * scenarios.reduce((sum, { scale }, s) => sum + chances[s]! * scale[k]!, 0);
}
