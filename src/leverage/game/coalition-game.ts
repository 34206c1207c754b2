import { type Network, networkOf } from "../course/network.ts";
import type { Draw } from "../course/supply.ts";
import type { Inputs } from "../draw/inputs.ts";
import type { Outsiders } from "../outsiders.ts";
import { bannedStops, createParts, type GameMap, type PartsOf, withFollowers } from "./banned-stops.ts";
import { createPressure, type Pressure } from "./pressure.ts";

/** Who could act together against whom, and how others answer. */
export interface GameQuestion extends GameMap {
  readonly target: string;
  readonly members: readonly string[];
  readonly outsiders: Outsiders;
  /** Mean over this many months, 1..60. */
  readonly months: number;
  readonly parties: readonly string[];
  /** What a loss is told in: USD bn a year, or part of the target's output. */
  readonly unit: GameUnit;
  /** What the technologies withheld touch, and parts of the members, where they are known from another game. */
  readonly network?: Network | undefined;
  readonly parts?: PartsOf | undefined;
}

export type GameUnit = "usd" | "output";

/** A coalition against one target that members join and leave one by one. Not shared between threads. */
export interface CoalitionGame {
  readonly question: GameQuestion;
  readonly pressure: Pressure;
  /** Technologies, by index, that a member stops a part of. */
  stops(member: number): readonly number[];
  /** Members, by place in the question, from the one whose coming touches least to the one whose coming touches most. */
  order(): readonly number[];
  /** Sets the inputs, with nobody taking part. */
  start(inputs: Inputs, draw: Draw | null): void;
  /** Lets members join, or leave if they had joined. */
  turn(...members: number[]): void;
  /** `v(S)`: the target's mean loss under those who take part. */
  value(): number;
  /** What it costs those who take part: sales and downstream, USD bn a year; technologies without a published market are left out. */
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
  /** How many of those who take part stop a part of each stop. */
  const leaders = new Int32Array(stops.length);

  /** Followers that come with the first leader of a stop, or go with the last. */
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
