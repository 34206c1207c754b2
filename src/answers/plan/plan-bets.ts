import type { Economics } from "../../plan/economics.ts";
import type { Bet } from "../../plan/programmes/bet.ts";
import type { BetChoices, Reply } from "../../plan/programmes/bet-facts.ts";
import { betsOf } from "../../plan/programmes/candidate-bets.ts";
import type { SolvedPlan } from "./plan-solved.ts";
import type { PreparedPlan } from "./prepared-plan.ts";

/** Longer than any programme takes. */
const mostYears = 60;

/** Without weights and bounds: what takes longer in a draw than the plan had room for ends later, and counts whole. */
export const unbound = ({ choices }: PreparedPlan): BetChoices => ({
  ...choices,
  years: mostYears,
  money: new Array<number>(mostYears).fill(0),
  people: [],
  weights: { resilience: 1, income: 0, clout: 0 },
  unspent: 0,
  required: [],
  generation: "any",
  followUp: null,
  originality: null,
  diversification: null,
});

/** Bets of a plan that are in. */
export const chosenBets = ({ joint, isIn }: Pick<SolvedPlan, "joint" | "isIn">): readonly Bet[] => joint.bets.filter(({ id }) => isIn(id));

/** Some bets of a plan by their ids, at some inputs. */
export function betsWith(prepared: PreparedPlan, economics: Economics, ids: ReadonlySet<string>, reply: Reply = {}): readonly Bet[] {
  const { facts } = prepared.gathered;
  const problems = facts.problems.filter(({ id }) => [...ids].some((bet) => bet.startsWith(`${id}/`)));
  return betsOf({ ...facts, problems }, unbound(prepared), economics, reply).filter(({ id }) => ids.has(id));
}

/** Money that has to be there for bets in all, USD m, not discounted. */
export const capitalOf = (bets: readonly Bet[]): number =>
  bets.reduce((sum, { reserved }) => sum + reserved.reduce((all, each) => all + each, 0), 0);
