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
  const relaxation = { gap: 0, seconds: options.seconds, start: null, relaxed: true };
  const { duals, solution, bound } = await solver.solve(plan.model, relaxation, {}, options.signal);
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

/** Value and cost of a programme at shadow prices, launched whole in its best year. */
export interface ProgrammeReason {
  readonly year: number;
  /** Value added, by target. */
  readonly gains: readonly { readonly target: number; readonly value: number }[];
  /** Opportunity cost of its resources. */
  readonly prices: readonly { readonly resource: number; readonly value: number }[];
  /** Opportunity cost of limits; negative where it relaxes one. */
  readonly limits: readonly { readonly limit: number; readonly value: number }[];
  /** Value of its money if unspent. */
  readonly charge: number;
  /** Gains minus prices and charge: above 0 it earns more than its resources would elsewhere. */
  readonly net: number;
}

/**
 * Why a programme is selected or not: the reduced cost of its best launch in the linear relaxation (Dantzig 1963). Dependencies, least parts
 * and integrality are not included: one that others need may be selected with a negative net.
 */
export function programmeReason(problem: CompiledProblem, prices: ShadowPrices, i: number): ProgrammeReason {
  const { launches } = problem.programmes[i]!;
  const reasons = (launches.length > 0 ? launches : [0]).map((year) => reasonOf(problem, prices, i, year));
  return reasons.reduce((best, each) => (each.net > best.net ? each : best));
}

function reasonOf({ programmes, years }: CompiledProblem, prices: ShadowPrices, i: number, year: number): ProgrammeReason {
  const { adds, takes, weights, charge: byLaunch } = programmes[i]!;
  const gains = adds
    .filter(({ byLaunch }) => byLaunch[year]! > 0)
    .map(({ target, byLaunch }) => ({ target, value: byLaunch[year]! * prices.targets[target]! }));
  const paid = takes.map(({ resource, byYear }) => ({
    resource,
    value: byYear.slice(0, years - year).reduce((sum, amount, after) => sum + amount * prices.resources[resource]![year + after]!, 0),
  }));
  const limits = weights.map(({ limit, weight }) => ({ limit, value: weight * prices.limits[limit]! })).filter(({ value }) => value !== 0);
  const sum = (values: readonly { readonly value: number }[]): number => values.reduce((total, { value }) => total + value, 0);
  const charge = byLaunch[year]!;
  return { year, gains, prices: paid, limits, charge, net: sum(gains) - sum(paid) - sum(limits) - charge };
}
