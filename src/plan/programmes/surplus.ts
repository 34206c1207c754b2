import { keyOf, uniform } from "../../leverage/draw/random.ts";
import { drawnNumbers } from "../../leverage/draw/world-numbers.ts";
import type { Economics } from "../economics.ts";
import { hurdle } from "../effort/success.ts";
import { type Bet, suppliedAt } from "./bet.ts";
import type { BetFacts, ProblemFacts } from "./bet-facts.ts";
import { startsOf } from "./drawn-plan.ts";

/** Technologies that the plants of a bet make something of, or something that takes their place. */
export const servedBy = ({ serves }: Pick<ProblemFacts, "serves">): readonly string[] => [
  ...new Set(serves.map(({ serves: node }) => node.slice(node.lastIndexOf(">") + 1))),
];

/** Technologies of which a bet supplies others: what its plant makes beyond the own need, or the market of the new product that it sells. */
const suppliedBy = (bet: Bet): readonly string[] =>
  bet.launch === null ? (bet.capacity > 0 ? servedBy(bet.problem) : []) : [bet.problem.market!.technology];

/** A draw; `null`: by the means of the chances; `if-won`: each works and wins its sales. */
type Outcome = { readonly seed: number; readonly draw: number } | "if-won" | null;

type Surplus = (outcome: Outcome) => ReadonlyMap<string, (year: number) => number>;

/** Chance that a bet supplies others: that it works, and wins the sales where it sells. */
const chanceToSupply = ({ works, wins, launch }: Bet): number => works * (launch === null ? 1 : wins);

/**
 * Supply that others come to have of a home by bets, as a part of world use: what is left of the output of plants once the home has all it needs, less
 * what was left before; and what others buy of the new products that it sells. In a draw each bet works, and wins the sales, where the hurdles are below its
 * chances.
 */
export function surplusOf(
  bets: readonly Bet[],
  { balances, ...facts }: Pick<BetFacts, "firstYear" | "balances">,
  economics: Economics,
): Surplus {
  const from = startsOf(facts, economics);
  const supplying = bets.filter((bet) => suppliedBy(bet).length > 0);
  const [correlation, adoption] = [economics.of("correlation"), economics.of("adoption-years")];
  const wonIn = (draw: Outcome, bet: Bet): number => {
    if (draw === null) return chanceToSupply(bet);
    if (draw === "if-won") return 1;
    const { problem, works, wins, launch } = bet;
    const isWorking = hurdle(drawnNumbers(draw.seed), draw.draw, problem.kind, problem.id, correlation) < works;
    return Number(isWorking && (launch === null || uniform(draw.seed, draw.draw, keyOf(`wins|${problem.id}`)) < wins));
  };
  return (draw) => {
    const won = supplying.map((bet) => wonIn(draw, bet));
    const found = new Map<string, (year: number) => number>();
    for (const technology of new Set(supplying.flatMap(suppliedBy))) {
      const balance = balances.get(technology);
      if (balance === undefined) continue;
      const { own, need } = balance;
      const sum = (part: (bet: Bet) => number): number =>
        supplying.reduce((all, bet, at) => (suppliedBy(bet).includes(technology) ? all + won[at]! * part(bet) : all), 0);
      const made = (year: number): number =>
        sum((bet) => (bet.launch === null ? bet.capacity * need * suppliedAt(bet, from(bet.problem), year) : 0));
      const sold = (year: number): number => sum(({ launch }) => (launch !== null && year >= launch.from + adoption / 2 ? launch.part : 0));
      found.set(technology, (year) => Math.max(0, own + made(year) - need) - Math.max(0, own - need) + sold(year) * (1 - need));
    }
    return found;
  };
}

/**
 * What the target would lose by the supply of a bet in the mean, present value, USD m: what it loses if the bet works and wins, times the chance of that,
 * as there may be a surplus only then. Over the years as if the loss were in proportion to the supply.
 */
export function supplyClout(bet: Bet, facts: BetFacts, economics: Economics): number {
  const { supplyLoss } = facts;
  if (supplyLoss === null) return 0;
  const horizon = Math.round(economics.of("horizon"));
  const rate = economics.of("discount");
  const ifWon = [...surplusOf([bet], facts, economics)("if-won")].reduce((sum, [technology, at]) => {
    const last = at(horizon);
    if (last <= 0) return sum;
    const yearly = supplyLoss(technology, last) / last;
    const years = Array.from({ length: horizon }, (_, year) => at(year + 0.5) / (1 + rate) ** (year + 0.5));
    return sum + yearly * years.reduce((all, each) => all + each, 0);
  }, 0);
  return chanceToSupply(bet) * ifWon;
}
