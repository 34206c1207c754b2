import type { Draw } from "../course/supply.ts";
import type { InputSpace } from "../draw/input-space.ts";
import type { Inputs } from "../draw/inputs.ts";
import { createTurns, type DrawOptions } from "../draw/monte-carlo.ts";
import { namedNumbers } from "../draw/named-numbers.ts";
import { type Outsiders, outsiderRoles } from "../members.ts";
import { rankedReplies, type WeighedReply } from "./best-reply.ts";
import { type CoalitionGame, createCoalitionGame, type GameQuestion, subsetValues } from "./coalition-game.ts";
import { createSubsetDraws, type Estimate, estimateOf, type SplitEstimate, splitEstimateOf } from "./estimate.ts";
import { createReplyGame } from "./joint-game.ts";
import { paretoCoalitions, shapleySplit, smallestEffective } from "./shapley.ts";

/** A set of members with its effect and cost. */
export interface WeighedCoalition {
  readonly members: readonly string[];
  readonly harm: Estimate;
  /** USD bn a year, a floor if anything is unpriced; `null` if a member's markets are all unknown. */
  readonly cost: Estimate | null;
  /** Indices of unpriced technologies, left out of the cost. */
  readonly unpriced: readonly number[];
}

/** Effect of a coalition on one target; losses per year in the game's unit. */
export interface CoalitionValue {
  readonly value: Readonly<Record<Outsiders, Estimate>>;
  /** By member, in the order asked: Shapley value, contribution to those before it, contribution to all others. */
  readonly shapley: readonly Estimate[];
  readonly joining: readonly Estimate[];
  readonly last: readonly Estimate[];
  readonly smallest: WeighedCoalition | null;
  readonly threshold: number;
  readonly pareto: readonly WeighedCoalition[];
  /** Replies of the target that harm a sender, best first. USD bn a year. */
  readonly replies: readonly WeighedReply[];
  /** Technologies that the target can withhold from the senders, by index. */
  readonly held: readonly number[];
  /** The best reply, if it costs the senders more than the target. */
  readonly reply: WeighedReply | null;
  /** Value net of the members' loss from the best reply; in USD games. */
  readonly afterReply: Estimate | null;
}

export interface CoalitionOptions extends DrawOptions {
  /** Harm threshold of effective coalitions; `null`: half of the grand coalition's. */
  readonly threshold: number | null;
  /** Whether the market of a technology is known. */
  readonly isPriced: (t: number) => boolean;
  /** Senders whose reply losses are known in USD. */
  readonly replyOn: readonly string[];
}

/** Pareto sets reported. */
const mostPareto = 40;

/**
 * Effects of all subsets of senders on one target, with intervals from draws. Each draw is split on its own, so medians need not add up.
 * Sets are compared by medians; replies by those of even draws, and valued by odd ones. O(draws · (2^n · what a member touches + replies)).
 */
export async function coalitionValue(question: GameQuestion, space: InputSpace, options: CoalitionOptions): Promise<CoalitionValue> {
  const { members, outsiders } = question;
  const { game, replyGame, ways, unpriced, layout, middle, drawn, harms, costs } = await drawCoalition(question, space, options);
  type Name = Parameters<typeof layout.placesOf>[0];
  const halved = (name: Name): readonly SplitEstimate[] => layout.placesOf(name).map((m) => splitEstimateOf(middle[m]!, drawn[m]!));
  const of = (name: Name): readonly Estimate[] => layout.placesOf(name).map((m) => estimateOf(middle[m]!, drawn[m]!));
  const [value] = of("value") as readonly [Estimate];
  const unpricedOf = (stopped: readonly number[]): readonly number[] => [...new Set(stopped)].filter((t) => !options.isPriced(t));
  const weighed = (mask: number): WeighedCoalition => ({
    members: members.filter((_, i) => (mask & (1 << i)) !== 0),
    harm: harms.estimate(mask),
    cost: (mask & unpriced) === 0 ? costs.estimate(mask) : null,
    unpriced: unpricedOf(members.flatMap((_, i) => (mask & (1 << i) ? game.stops(i) : []))),
  });
  const medians = harms.medians();
  const threshold = options.threshold ?? value.interval[1] / 2;
  const smallest = smallestEffective(medians, members.length, threshold);
  const { replies, best } = rankedReplies({
    technologies: ways,
    isCosted: ways.map((technology) => costsKnown(technology === null ? replyGame!.held : [technology], options.isPriced)),
    harm: halved("replyHarm"),
    cost: halved("replyCost"),
    net: halved("replyNet"),
  });
  return {
    value: byWay(outsiders, value, of("ways")),
    shapley: of("shapley"),
    joining: of("joining"),
    last: of("last"),
    smallest: smallest === null ? null : weighed(smallest),
    threshold,
    pareto: thinned(paretoCoalitions(medians, costs.medians(), members.length)).map(weighed),
    replies,
    held: replyGame?.held ?? [],
    reply: best === null ? null : replies[0]!,
    afterReply: best !== null && question.unit === "usd" ? of("left")[best]! : null,
  };
}

/** The games, and their numbers in the middle and by draw. */
async function drawCoalition(question: GameQuestion, space: InputSpace, options: CoalitionOptions) {
  const { members, target, outsiders } = question;
  const { draws, seed, replyOn } = options;
  const [n, all] = [members.length, 2 ** members.length - 1];
  const turns = createTurns(options);
  const game = createCoalitionGame(question);
  const others = outsiderRoles.filter((way) => way !== outsiders).map((way) => createCoalitionGame({ ...question, outsiders: way }));
  const replyGame = replyOn.length > 0 ? createReplyGame({ ...question, by: [target], on: replyOn }) : null;
  const ways = replyGame ? [null, ...replyGame.held] : [];
  const [harm, cost, split] = [new Float64Array(all + 1), new Float64Array(all + 1), new Float64Array(n)];
  const unpriced = maskOf(members, (i) => !costsKnown(game.stops(i), options.isPriced));
  const visit = (mask: number): void => {
    cost[mask] = (mask & unpriced) === 0 ? game.cost() : Number.NaN;
  };

  const layout = namedNumbers({
    value: 1,
    ways: others.length,
    shapley: n,
    joining: n,
    last: n,
    replyHarm: ways.length,
    replyCost: ways.length,
    replyNet: ways.length,
    left: ways.length,
  });
  /** Numbers of the run at the games' present state. */
  const numbers = (): readonly number[] => {
    shapleySplit(harm, n, split);
    const before = (i: number): number => harm[(1 << (i + 1)) - 1]! - harm[(1 << i) - 1]!;
    const replies = ways.map((technology) => replyGame!.value(technology));
    return layout.rowOf({
      value: [harm[all]!],
      ways: others.map(everybody),
      shapley: [...split],
      joining: members.map((_, i) => before(i)),
      last: members.map((_, i) => harm[all]! - harm[all & ~(1 << i)]!),
      replyHarm: replies.map((reply) => reply.harm),
      replyCost: replies.map((reply) => reply.cost),
      replyNet: replies.map((reply) => reply.net),
      left: replies.map((reply) => harm[all]! - reply.harm),
    });
  };
  const run = async (inputs: Inputs, draw: Draw | null): Promise<readonly number[]> => {
    for (const each of [game, ...others]) each.start(inputs, draw);
    replyGame?.start(inputs, draw);
    await subsetValues(game, harm, turns, () => draw?.draw ?? 0, visit);
    return numbers();
  };
  const middle = await run(space.middle, null);
  const [harms, costs] = [createSubsetDraws(harm, draws), createSubsetDraws(cost, draws)];
  const drawn = middle.map(() => new Float64Array(draws));
  for (let draw = 0; draw < draws; draw++) {
    const row = await run(space.draw(seed, draw), { seed, draw });
    row.forEach((value, m) => {
      drawn[m]![draw] = value;
    });
    harms.keep(draw, harm);
    costs.keep(draw, cost);
    if (turns.due()) await turns.give(draw + 1);
  }
  options.onProgress?.(draws);
  return { game, replyGame, ways, unpriced, layout, middle, drawn, harms, costs };
}

const costsKnown = (technologies: readonly number[], isPriced: (t: number) => boolean): boolean =>
  technologies.length === 0 || technologies.some(isPriced);

/** Members satisfying a condition, as a bit mask. */
const maskOf = (members: readonly string[], holds: (i: number) => boolean): number =>
  members.reduce((mask, _, i) => (holds(i) ? mask | (1 << i) : mask), 0);

function everybody(game: CoalitionGame): number {
  const absent = game.question.members.flatMap((_, i) => (game.pressure.active[i] ? [] : [i]));
  for (const member of absent) game.turn(member);
  return game.value();
}

function byWay(asked: Outsiders, value: Estimate, ways: readonly Estimate[]): CoalitionValue["value"] {
  const rest = outsiderRoles.filter((way) => way !== asked);
  return Object.fromEntries([[asked, value], ...rest.map((way, i) => [way, ways[i]!])]) as unknown as CoalitionValue["value"];
}

/** At most the reported number, evenly spaced by cost. */
function thinned(masks: readonly number[]): readonly number[] {
  if (masks.length <= mostPareto) return masks;
  return Array.from({ length: mostPareto }, (_, i) => masks[Math.round((i * (masks.length - 1)) / (mostPareto - 1))]!);
}
