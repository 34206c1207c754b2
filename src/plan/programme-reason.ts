import type { CompiledProblem } from "./compiled-problem.ts";
import type { ShadowPrices } from "./shadow-prices.ts";

/** What speaks for a programme and against it at the prices of a plan, launched whole in the year that is best for it. */
export interface ProgrammeReason {
  readonly year: number;
  /** Value of what it adds, by target; those that it adds to. */
  readonly gains: readonly { readonly target: number; readonly value: number }[];
  /** What others would have got of what it takes, by resource. */
  readonly prices: readonly { readonly resource: number; readonly value: number }[];
  /** The same of limits; below 0 where it makes room in one. */
  readonly limits: readonly { readonly limit: number; readonly value: number }[];
  /** What its money would be worth left over. */
  readonly charge: number;
  /** Gains less prices and charge: above 0 a programme earns more than what it takes earns elsewhere. */
  readonly net: number;
}

/**
 * Why a programme is in or out, by the reduced cost of its best launch in the linear relaxation (Dantzig 1963). Needs, least parts and whole
 * programmes are outside of it: one that others need may be in with a net below 0.
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
