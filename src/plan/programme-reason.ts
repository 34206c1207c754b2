import type { CompiledProblem } from "./compiled-problem.ts";
import type { ShadowPrices } from "./shadow-prices.ts";

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
