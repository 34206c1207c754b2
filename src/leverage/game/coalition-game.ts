import { type Network, networkOf } from "../course/network.ts";
import type { Draw } from "../course/supply.ts";
import type { Inputs } from "../draw/inputs.ts";
import type { Turns } from "../draw/monte-carlo.ts";
import type { Outsiders } from "../members.ts";
import { bannedStops, createParts, type GameMap, type PartsOf, withFollowers } from "./banned-stops.ts";
import { createPressure, type Pressure } from "./pressure.ts";

export interface GameQuestion extends GameMap {
  readonly target: string;
  readonly members: readonly string[];
  readonly outsiders: Outsiders;
  /** Months to average over, 1..60. */
  readonly months: number;
  readonly parties: readonly string[];
  /** Unit of losses: USD bn a year, or share of the target's output. */
  readonly unit: "usd" | "output";
  /** The touched network and members' parts, if known from another game. */
  readonly network?: Network | undefined;
  readonly parts?: PartsOf | undefined;
}

/** A coalition against one target, with members joining and leaving. Not shared between threads. */
export interface CoalitionGame {
  readonly question: GameQuestion;
  readonly pressure: Pressure;
  /** Technologies, by index, that a member can withhold. */
  stops(member: number): readonly number[];
  /** Members ordered by the size of what they touch, smallest first. */
  order(): readonly number[];
  /** Sets the inputs with no members. */
  start(inputs: Inputs, draw: Draw | null): void;
  /** Toggles members. */
  turn(...members: number[]): void;
  /** `v(S)`: the target's mean loss under the present members. */
  value(): number;
  /** Members' cost: sales and downstream, USD bn a year, without unpriced technologies. */
  cost(): number;
}

export function createCoalitionGame(question: GameQuestion): CoalitionGame {
  const { model, target, members, outsiders, months, parties, unit } = question;
  const own = bannedStops(question, target, members, question.parts ?? createParts(model, members));
  const follow = outsiders === "following";
  const { stops, ofSender } = follow ? withFollowers(question, target, members.length, own) : own;
  const pressure = createPressure({
    model,
    targets: [target],
    senders: members,
    players: members.length + (follow ? stops.length : 0),
    stops,
    months,
    backfill: outsiders !== "neutral",
    parties,
    network: question.network,
    traded: question.traded,
  });
  const technologiesOf = (member: number): readonly number[] => ofSender[member]!.map((i) => stops[i]!.technology);
  /** Number of present members behind each stop. */
  const leaders = new Int32Array(stops.length);

  /** Followers joining with the first leader of a stop and leaving with the last. */
  const following = (member: number, comes: boolean): readonly number[] =>
    ofSender[member]!.filter((i) => {
      leaders[i]! += comes ? 1 : -1;
      return leaders[i] === (comes ? 1 : 0);
    }).map((i) => members.length + i);

  return {
    question,
    pressure,
    stops: technologiesOf,
    order() {
      const touched = members.map((_, a) => networkOf(model, new Set(technologiesOf(a))).nodes.length);
      return [...members.keys()].sort((a, b) => touched[a]! - touched[b]! || a - b);
    },
    start(inputs, draw) {
      leaders.fill(0);
      pressure.start(inputs, draw);
    },
    turn(...turned) {
      const led = follow ? turned.flatMap((member) => following(member, pressure.active[member] === 0)) : [];
      pressure.turn(led.length > 0 ? [...turned, ...led] : turned);
    },
    value: () => (unit === "usd" ? pressure.lossUsd(0) : pressure.loss(0)),
    cost: () => members.reduce((sum, _, a) => sum + (pressure.active[a] ? pressure.sales(a) + pressure.downstream(a) : 0), 0),
  };
}

/** Largest number of members for all subsets. */
export const mostMembers = 16;

/** Subsets between two looks at the clock. */
const stretch = 256;

/**
 * `v(S)` of all subsets by bit mask, in Gray-code order: one member changes at a time, most often the one that touches least, and only
 * dependent parts are rerun. The game must have been started. O(2^n).
 *
 * @param into at least `2^n` long
 * @param visit called for every subset while the game is at it
 */
export async function subsetValues(
  game: CoalitionGame,
  into: Float64Array,
  turns: Turns,
  done: (subsets: number) => number = (subsets) => subsets,
  visit?: (mask: number) => void,
): Promise<void> {
  const order = game.order();
  const count = 2 ** order.length;
  into[0] = game.value();
  visit?.(0);
  let mask = 0;
  for (let i = 1; i < count; i++) {
    const member = order[31 - Math.clz32(i & -i)]!;
    game.turn(member);
    mask ^= 1 << member;
    into[mask] = game.value();
    visit?.(mask);
    if (i % stretch === 0 && turns.due()) await turns.give(done(i));
  }
}
