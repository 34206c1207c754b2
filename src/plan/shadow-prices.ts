import type { CompiledProblem } from "./compiled-problem.ts";
import { type PlanModel, planModel } from "./plan-model.ts";
import type { OpenSolver } from "./solver/open-solver.ts";

/** What one more of each thing would be worth, were programmes divisible: duals of the linear relaxation, in value a unit. */
export interface ShadowPrices {
  /** By resource and year. */
  readonly resources: readonly Float64Array[];
  /** Of a target: what one more of it is worth at the margin of the relaxed plan. */
  readonly targets: Float64Array;
  readonly limits: Float64Array;
  /** Value of the relaxed plan: no plan is worth more. */
  readonly value: number;
}

/** Solves the linear relaxation; `null` where nothing satisfies it, or time is up first. Rejects with the reason of the signal. */
export async function shadowPrices(
  problem: CompiledProblem,
  solver: OpenSolver,
  options: { readonly seconds: number; readonly signal?: AbortSignal | undefined },
): Promise<ShadowPrices | null> {
  const plan = planModel(problem);
  const { duals, bound } = await solver.solve(
    plan.model,
    { gap: 0, seconds: options.seconds, start: null, relaxed: true },
    {},
    options.signal,
  );
  return duals === null ? null : { ...pricesOf(problem, plan, duals), value: bound };
}

function pricesOf({ years, resources }: CompiledProblem, plan: PlanModel, duals: Float64Array): Omit<ShadowPrices, "value"> {
  const at = (rows: Int32Array): Float64Array => Float64Array.from(rows, (row) => Math.abs(duals[row]!));
  const byRow = at(plan.resourceRow);
  return {
    resources: resources.map((_, r) => byRow.slice(r * years, (r + 1) * years)),
    targets: at(plan.targetRow),
    limits: Float64Array.from(plan.limitRow, (row) => duals[row]!),
  };
}
