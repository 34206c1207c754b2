import { keptWith } from "../../base/collections.ts";
import { fractionAt, type PostureWeights } from "../../leverage/acts/postures.ts";
import { networkOf } from "../../leverage/course/network.ts";
import { drawnNumbers } from "../../leverage/draw/world-numbers.ts";
import type { Economics } from "../economics.ts";
import { type CourseWorlds, createCourseWorlds } from "../worlds/course-worlds.ts";
import {
  createDrawnActs,
  createSuccesses,
  type DrawnWorlds,
  type Lacking,
  type PlannedBet,
  type PossibleAct,
} from "../worlds/draw-worlds.ts";
import { feltAfter } from "../worlds/felt.ts";
import { lagsToProducts } from "../worlds/product-lags.ts";
import { type Bet, suppliedAt, suppliesOf } from "./bet.ts";
import type { ActFacts, BetFacts, ProblemFacts, Reply } from "./bet-facts.ts";

/** Acts as they are drawn, with what is short of nodes that no course follows. */
export function actsOf(
  { acts, course }: Pick<BetFacts, "acts" | "course">,
  { of }: Economics,
  postures: PostureWeights,
  { withholds }: Reply,
): readonly PossibleAct[] {
  const chanceOf = ({ coalition, again, isReply }: ActFacts): number => {
    if (withholds !== undefined && coalition.length === 1 && coalition[0] === withholds) return 1;
    return isReply ? 0 : of("withheld", again ? "again" : "first");
  };
  return acts.map(({ id, shortfalls, ...act }) => ({
    id,
    chance: chanceOf({ id, shortfalls, ...act }),
    withheld: (u) => fractionAt(postures, u),
    nodes: new Set(shortfalls.map(({ node }) => node)),
    shortfalls: shortfalls
      .filter(({ node }) => course?.technologyOf.has(node) !== true)
      .map(({ node, shortfall, felt }) => ({
        node,
        shortfall: (part) => between(shortfall, part),
        felt: (years) => feltAfter(felt, years),
      })),
  }));
}

/** Between the steps of a series, at a part 0..1 of it. */
function between(steps: readonly number[], part: number): number {
  const place = part * (steps.length - 1);
  const below = Math.min(Math.floor(place), steps.length - 2);
  return steps[below]! + (place - below) * (steps[below + 1]! - steps[below]!);
}

/** Years until final products feel a supply, by node. */
const lagsOf = keptWith(({ acts, course }: BetFacts): ReadonlyMap<string, number> => {
  if (course === null) return new Map();
  const { home, technologyOf } = course;
  const network = networkOf(
    home.model,
    new Set(acts.flatMap(({ shortfalls }) => shortfalls.flatMap(({ node }) => technologyOf.get(node) ?? []))),
  );
  const months = lagsToProducts(home.model, network);
  return new Map(
    [...technologyOf].flatMap(([node, t]) => {
      const lag = months[network.position[t]!];
      return lag === undefined || lag === Number.POSITIVE_INFINITY ? [] : [[node, lag / 12] as const];
    }),
  );
});

/** Bets as worlds decide of them. */
export function plannedBets(bets: readonly Bet[], facts: BetFacts, economics: Economics): readonly PlannedBet[] {
  const from = startsOf(facts, economics);
  const bases = new Map(
    facts.acts.flatMap(({ mode, shortfalls }) =>
      mode === "capital" ? shortfalls.map(({ node, felt }) => [node, felt.life] as const) : [],
    ),
  );
  const baseOf = ({ problem, capacity }: Bet): PlannedBet["base"] => {
    const node = problem.serves.find((each) => bases.has(each.serves))?.serves;
    return node === undefined || capacity === 0 ? undefined : { node, life: bases.get(node)!, capacity };
  };
  const lags = lagsOf(facts);
  return bets.map((bet) => ({
    problem: bet.problem.id,
    shared: bet.problem.kind,
    works: bet.works,
    base: baseOf(bet),
    lag: Math.min(...bet.problem.serves.map(({ serves }) => lags.get(serves) ?? 0)),
    suppliedAt: (year) => suppliedAt(bet, from(bet.problem), year),
  }));
}

/** Years from now from which a solution can serve a need. */
export const startsOf =
  ({ firstYear }: Pick<BetFacts, "firstYear">, { pick }: Economics) =>
  ({ id, clock, serves }: ProblemFacts): number => {
    const at = clock === null ? 0 : pick(`clock|${id}`, clock) - firstYear;
    const replaced = serves.flatMap(({ from }) => (from === null ? [] : [pick(`from|${id}`, from) - firstYear]));
    return Math.max(0, at, ...(replaced.length === serves.length && replaced.length > 0 ? [Math.min(...replaced)] : []));
  };

const courseOf = keptWith(({ acts, course }: BetFacts): CourseWorlds | null => {
  if (course === null) return null;
  const { home, technologyOf } = course;
  const nameOf = new Map([...technologyOf].map(([node, t]) => [t, node]));
  const coursed = acts.map(({ coalition, shortfalls }) => ({
    coalition,
    technologies: shortfalls.flatMap(({ node }) => technologyOf.get(node) ?? []),
  }));
  return createCourseWorlds(home, coursed, (t) => nameOf.get(t)!);
});

/** What the course says is short of what the home's final products stand on. */
export function lackingBy(facts: BetFacts, years: number): Lacking | undefined {
  const course = courseOf(facts);
  return course === null ? undefined : (acts, moment) => course.lackingAt(acts, moment, years);
}

/** Over how long and how worlds are drawn at some inputs. */
export const worldsAt = ({ of }: Economics): Omit<DrawnWorlds, "seed"> => ({
  years: of("horizon"),
  discount: of("discount"),
  correlation: of("correlation"),
});

/** Sales of final products lost in a world over the horizon, present value, USD m a year: without the bets and with them. */
export type LostByCourse = (world: number) => { readonly without: number; readonly with: number };

/** What the course says is lost in drawn worlds of final products; `null`: the home makes none. */
export function lostByCourse(
  facts: BetFacts,
  bets: readonly Bet[],
  economics: Economics,
  postures: PostureWeights,
  { reply = {}, ...worlds }: DrawnWorlds & { readonly reply?: Reply },
): LostByCourse | null {
  const { course } = facts;
  const runs = courseOf(facts);
  if (course === null || runs === null) return null;
  const { technologyOf } = course;
  const planned = plannedBets(bets, facts, economics);
  const numbers = drawnNumbers(worlds.seed);
  const drawn = createDrawnActs(actsOf(facts, economics, postures, reply), numbers);
  const works = createSuccesses(planned, numbers, worlds.correlation);
  const sales = new Map(
    facts.sales.flatMap(({ node, technology, usd }) => {
      const t = technologyOf.get(node);
      return t === undefined ? [] : [[t, economics.pick(`sales|${technology}`, usd)] as const];
    }),
  );
  const supplies = bets.map(({ problem, capacity }, at) =>
    capacity === 0
      ? []
      : suppliesOf({ problem, capacity }, economics).flatMap(({ makes, serves, capacity: part }) => {
          const [from, to] = [technologyOf.get(makes), technologyOf.get(serves)];
          if (from === undefined || to === undefined) return [];
          return [{ makes: from, serves: to, suppliedAt: (years: number) => part * planned[at]!.suppliedAt(years) }];
        }),
  );
  return (world) => {
    const acts = drawn(world);
    const without = runs.lost(acts, [], sales, worlds);
    const supplied = supplies.flatMap((own, at) => (own.length > 0 && works(world, at) ? own : []));
    return { without, with: without === 0 || supplied.length === 0 ? without : runs.lost(acts, supplied, sales, worlds) };
  };
}
