import { usualSeed } from "../../../leverage/draw/monte-carlo.ts";
import type { Bounds } from "../../../measure/bootstrap.ts";
import { drawn } from "../../../plan/economics.ts";
import type { Bet } from "../../../plan/programmes/bet.ts";
import type { AdopterSales, ObjectiveWeights, RightsFacts } from "../../../plan/programmes/bet-facts.ts";
import { createFamilyExcludes, familyEarns } from "../../../plan/programmes/family-worth.ts";
import { betsWith } from "../plan-bets.ts";
import { endsOf } from "../plan-ends.ts";
import type { PreparedPlan } from "../prepared-plan.ts";

const draws = 100;

/** Sales at an office as a plan knows them. */
export interface OfficeSales {
  readonly office: string;
  /** Of the one who uses the solution of a problem; absent: not known. */
  readonly adopters: (bet: Bet) => AdopterSales | undefined;
  /** Of the target; `null`: not known, or no target is named. */
  readonly target: readonly RightsFacts[] | null;
}

/** What one more family is worth at an office over draws of the inputs, USD, present value; `null`: not known. */
export interface FamilyWorth {
  /** Royalties, or what is left of own sales. */
  readonly earns: Bounds | null;
  /** Sales of the target that it keeps out. */
  readonly excludes: Bounds | null;
  /** By the objective of the plan, the larger of the two: a sale that is kept out pays nothing. */
  readonly counts: Bounds | null;
  /** Part of the draws in which that covers the middle of a cost, 0..1. */
  readonly covers: (cost: Bounds) => number | null;
}

/**
 * What one more family of a bet is worth at each office, over draws of the inputs.
 * @param beside bets of the plan whose claims stop sales too
 */
export function familyWorths(
  prepared: PreparedPlan,
  bets: readonly Bet[],
  beside: readonly Bet[],
  offices: readonly OfficeSales[],
): (bet: Bet, office: string) => FamilyWorth {
  const { weights } = prepared.choices;
  const ids = new Set([...bets, ...beside].map(({ id }) => id));
  const drawnAt = Array.from({ length: draws }, (_, draw) => {
    const economics = prepared.economics(drawn(usualSeed, draw));
    const all = betsWith(prepared, economics, ids);
    const keepsOut = new Map(offices.map(({ office, target }) => [office, target && createFamilyExcludes(all, target, economics)]));
    return { economics, bets: new Map(all.map((bet) => [bet.id, bet])), keepsOut };
  });
  const at = new Map(offices.map((each) => [each.office, each]));
  return ({ id }, office) => {
    const of = drawnAt.map(({ economics, bets: known, keepsOut }) => {
      const bet = known.get(id)!;
      const adopters = at.get(office)!.adopters(bet);
      return {
        earns: adopters === undefined ? null : familyEarns(bet, adopters, economics),
        excludes: keepsOut.get(office)?.(bet) ?? null,
      };
    });
    const counted = of.map((each) => countedBy(each, weights));
    return {
      earns: endsOfKnown(of.map(({ earns }) => earns)),
      excludes: endsOfKnown(of.map(({ excludes }) => excludes)),
      counts: endsOfKnown(counted),
      covers: ({ low, high }) =>
        counted.includes(null) ? null : counted.filter((worth) => worth! >= (low + high) / 2).length / counted.length,
    };
  };
}

/** What counts in a plan: unknown where something that it counts is, unless the other alone is known. */
function countedBy(
  { earns, excludes }: { readonly earns: number | null; readonly excludes: number | null },
  { income, clout }: ObjectiveWeights,
): number | null {
  const known = [income > 0 && earns !== null && income * earns, clout > 0 && excludes !== null && clout * excludes];
  const counted = known.filter((each) => each !== false);
  return counted.length === 0 ? null : Math.max(...counted);
}

/** Of draws that are all known, or none of them. */
const endsOfKnown = (of: readonly (number | null)[]): Bounds | null => {
  const known = of.filter((each) => each !== null);
  return known.length < of.length ? null : endsOf(known);
};
