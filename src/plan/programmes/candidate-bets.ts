import { groupBy, has } from "../../base/collections.ts";
import { sum } from "../../base/numbers.ts";
import type { Economics } from "../economics.ts";
import { type Bet, betsOn, leastUsual } from "./bet.ts";
import type { BetChoices, BetFacts, Reply } from "./bet-facts.ts";

/** All bets on the problems of a plan, of its generation, that end within its years. */
export function betsOf(facts: BetFacts, choices: BetChoices, economics: Economics, reply: Reply = {}): readonly Bet[] {
  const wanted = facts.problems.filter(({ isNext }) => choices.generation === "any" || isNext);
  return wanted.flatMap((problem) => betsOn(problem, choices, economics, facts.firstYear, reply));
}

/** Sizes of sales that are looked at of a problem at an effort. */
const mostLaunches = 2;

/** Bets without sizes that are for who has little, where the means of the plan suffice for more: small efforts, and the least sales at an effort. */
export function sizesFor(bets: readonly Bet[], choices: BetChoices): readonly Bet[] {
  const isUsual = ({ multiple, plant, launch }: Bet): boolean => multiple === leastUsual && plant === 0 && launch === null;
  const able = new Set(bets.filter((bet) => isUsual(bet) && fitsAlone(bet, choices)).map(({ problem }) => problem.id));
  const launched = groupBy(bets.filter(has("launch")), ({ problem, multiple }) => `${problem.id}|${multiple}`);
  const spare = new Set<Bet>(
    [...launched.values()].flatMap((own) =>
      own
        .filter(({ reserved }) => sum(reserved) <= sum(choices.money))
        .sort((a, b) => b.launch.sales - a.launch.sales)
        .slice(mostLaunches),
    ),
  );
  const isSpare = (bet: Bet): boolean => spare.has(bet) || (bet.multiple < leastUsual && able.has(bet.problem.id));
  return bets.filter((bet) => !isSpare(bet) || choices.required.includes(bet.id));
}

/** Whether a bet alone takes no more money and researchers in any year than there are. */
export function fitsAlone({ reserved, sized, problem }: Bet, { money, people }: BetChoices): boolean {
  const fits = (takes: readonly number[], has: readonly number[]): boolean =>
    takes.every((amount, year) => amount <= (has[year] ?? 0) * (1 + 1e-9) + 1e-9);
  const field = people.find((each) => each.field === problem.kind);
  return fits(reserved, money) && (field === undefined || fits(sized.people, field.byYear));
}

/** What brings less than this part of its cost is looked at only where what brings more does not use up the money. */
const leastWorth = 1e-3;

/** Bets that bring more than a part of their cost: a thousandth, or any at all where those that do so leave money over. */
export function worthLooking(bets: readonly Bet[], choices: BetChoices, brings: (bet: Bet, part: number) => boolean): readonly Bet[] {
  const worth = bets.filter((bet) => brings(bet, leastWorth));
  const affordable = worth.filter((bet) => fitsAlone(bet, choices));
  return mostSpent(affordable) < sum(choices.money) ? bets.filter((bet) => brings(bet, 0)) : worth;
}

/** What the largest size of each problem takes in all, USD m. */
const mostSpent = (bets: readonly Bet[]): number =>
  sum([...groupBy(bets, ({ problem }) => problem.id).values()].map((sizes) => Math.max(...sizes.map(({ reserved }) => sum(reserved)))));
