import { keyOf, uniform } from "../../leverage/draw/random.ts";
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

type Surplus = (draw: { readonly seed: number; readonly draw: number } | null) => ReadonlyMap<string, (year: number) => number>;

/**
 * Supply that others come to have of a home by bets, as a part of world use: what is left of the output of plants once the home has all it needs, less
 * what was left before; and what others buy of the new products that it sells. Each bet works, and wins the sales, where the hurdles of the draw
 * are below its chances, or in the mean.
 */
export function surplusOf(
  bets: readonly Bet[],
  { balances, ...facts }: Pick<BetFacts, "firstYear" | "balances">,
  economics: Economics,
): Surplus {
  const from = startsOf(facts, economics);
  const supplying = bets.filter((bet) => suppliedBy(bet).length > 0);
  const [correlation, adoption] = [economics.of("correlation"), economics.of("adoption-years")];
  const wonIn = (draw: Parameters<Surplus>[0], { problem, works, wins, launch }: Bet): number => {
    if (draw === null) return works * (launch === null ? 1 : wins);
    const isWorking = hurdle(draw.seed, draw.draw, problem.kind, problem.id, correlation) < works;
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

/** What the target would lose by the supply of a bet that works and wins by its chances, present value, USD m: as if what it loses of it were in proportion. */
export function supplyClout(bet: Bet, facts: BetFacts, economics: Economics): number {
  const { supplyLoss } = facts;
  if (supplyLoss === null) return 0;
  const horizon = Math.round(economics.of("horizon"));
  const rate = economics.of("discount");
  return [...surplusOf([bet], facts, economics)(null)].reduce((sum, [technology, at]) => {
    const last = at(horizon);
    if (last <= 0) return sum;
    const yearly = supplyLoss(technology, last) / last;
    const years = Array.from({ length: horizon }, (_, year) => at(year + 0.5) / (1 + rate) ** (year + 0.5));
    return sum + yearly * years.reduce((all, each) => all + each, 0);
  }, 0);
}
