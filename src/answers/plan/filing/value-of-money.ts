import type { Economics } from "../../../plan/economics.ts";
import { type Bet, presentValue } from "../../../plan/programmes/bet.ts";
import { lacksOnlyMoney } from "../plan-lacks.ts";
import type { OutProgramme } from "../plan-report.ts";
import type { PreparedPlan } from "../prepared-plan.ts";

/** A programme that is left out for want of money alone: what it would add, and the present value of the money that it would tie up. */
export interface LackingMoney {
  readonly adds: number;
  readonly money: number;
}

/**
 * What a USD is worth in a plan: at least itself, since fees are paid for twenty years; more where money binds, by what a USD more would bring in the best of
 * what is left out for want of it.
 * @param unspent what a USD that is left over counts for
 */
export const moneyWorth = (lacking: readonly LackingMoney[], unspent: number): number =>
  Math.max(1, unspent + lacking.reduce((most, { adds, money }) => (adds > 0 && money > 0 ? Math.max(most, adds / money) : most), 0));

/** The same of a plan: where people or a cap keep a programme out, more money would not bring it in. */
export function valueOfMoney(prepared: PreparedPlan, chosen: readonly Bet[], out: readonly OutProgramme[], economics: Economics): number {
  const rate = economics.of("discount");
  const lacking = out.filter((each) => each.adds > 0 && lacksOnlyMoney(prepared, chosen, each));
  return moneyWorth(
    lacking.map(({ adds, money }) => ({ adds, money: presentValue(money, rate) })),
    prepared.choices.unspent,
  );
}
