import type { Economics } from "../economics.ts";
import { hurdle } from "../effort/success.ts";
import { type Bet, suppliedAt } from "./bet.ts";
import type { BetFacts, ProblemFacts } from "./bet-facts.ts";
import { startsOf } from "./drawn-plan.ts";

/** What a home has and needs of a technology, as parts of world use. */
export interface HomeBalance {
  readonly own: number;
  readonly need: number;
}

/** Technologies that the plants of a bet make something of, or something that takes their place. */
export const servedBy = ({ serves }: Pick<ProblemFacts, "serves">): readonly string[] => [
  ...new Set(serves.map(({ serves: node }) => node.slice(node.lastIndexOf(">") + 1))),
];

/**
 * Supply beyond its own need that a home comes to have by the plants of bets, as a part of world use: what of their output is left once the home has
 * all it needs, less what was left before. Each bet works where the hurdle of the draw is below its chance, or in the mean.
 */
export function surplusOf(
  bets: readonly Bet[],
  balances: ReadonlyMap<string, HomeBalance>,
  facts: Pick<BetFacts, "firstYear">,
  economics: Economics,
): (draw: { readonly seed: number; readonly draw: number } | null) => ReadonlyMap<string, (year: number) => number> {
  const from = startsOf(facts, economics);
  const built = bets.filter(({ capacity }) => capacity > 0);
  const correlation = economics.of("correlation");
  return (draw) => {
    const works = built.map(({ problem, works: chance }) =>
      draw === null ? chance : Number(hurdle(draw.seed, draw.draw, problem.kind, problem.id, correlation) < chance),
    );
    const found = new Map<string, (year: number) => number>();
    for (const technology of new Set(built.flatMap(({ problem }) => servedBy(problem)))) {
      const balance = balances.get(technology);
      if (balance === undefined) continue;
      const { own, need } = balance;
      const made = (year: number): number =>
        built.reduce((sum, bet, at) => {
          if (!servedBy(bet.problem).includes(technology)) return sum;
          return sum + works[at]! * bet.capacity * need * suppliedAt(bet, from(bet.problem), year);
        }, 0);
      found.set(technology, (year) => Math.max(0, own + made(year) - need) - Math.max(0, own - need));
    }
    return found;
  };
}
