import type { Draw } from "../course/supply.ts";
import type { Inputs } from "../draw/inputs.ts";
import { createParts, type GameMap } from "./banned-stops.ts";
import type { GameQuestion } from "./coalition-game.ts";
import { createPressure } from "./pressure.ts";
import { technologyStops } from "./withholding-game.ts";

/** What a side withholds: all it can, one technology by index, or nothing. */
export type Choice = "nothing" | "all" | number;

export interface JointQuestion extends Pick<GameQuestion, keyof GameMap | "target" | "members" | "months" | "parties"> {
  /** Members whose loss of output is known in USD; that of others is left out. */
  readonly valued: readonly string[];
  /** Of the members together, and of the target. */
  readonly choices: readonly [senders: readonly Choice[], target: readonly Choice[]];
}

/** Output that is lost, and the cost of withholding (sales, and use that is not met), by side: USD bn a year. */
export interface JointLosses {
  readonly lost: readonly [senders: number, target: number];
  readonly cost: readonly [senders: number, target: number];
}

/**
 * Both sides in one course: what one cannot make because of the other's act is short for all who need it. Others fill in. Not shared
 * between threads.
 */
export function createJointGame(question: JointQuestion) {
  const { model, target, members, months, parties, valued, traded } = question;
  const codes = [...members, target];
  const parts = createParts(model, codes);
  const targets = [target, ...valued].map((code, index) => ({ code, index }));
  const own = technologyStops(question, { senders: [...members.keys()], targets: targets.slice(0, 1), parts, firstPlayer: 0 });
  const first = own.held.length;
  const reply = technologyStops(question, {
    senders: [members.length],
    targets: targets.slice(1),
    parts,
    act: "reply",
    firstPlayer: first,
  });
  const pressure = createPressure({
    model,
    targets: targets.map(({ code }) => code),
    senders: codes,
    players: first + reply.held.length,
    stops: [...own.stops, ...reply.stops],
    months,
    backfill: true,
    parties,
    traded,
  });
  const playersOf = (choice: Choice, held: readonly number[], from: number): readonly number[] => {
    if (choice === "nothing") return [];
    return choice === "all" ? [...held.keys()].map((i) => from + i) : [from + held.indexOf(choice)];
  };
  const bySide = [
    question.choices[0].map((choice) => playersOf(choice, own.held, 0)),
    question.choices[1].map((choice) => playersOf(choice, reply.held, first)),
  ] as const;
  const costOf = (sender: number): number => pressure.sales(sender) + pressure.downstream(sender);

  return {
    start: (inputs: Inputs, draw: Draw | null): void => pressure.start(inputs, draw),
    /** Losses under one choice of each side, by place in `choices`; the game must have been started. */
    at(row: number, column: number): JointLosses {
      pressure.show([...bySide[0][row]!, ...bySide[1][column]!]);
      const ofMembers = valued.reduce((sum, _, i) => sum + pressure.lossUsd(1 + i), 0);
      const costs = members.reduce((sum, _, a) => sum + costOf(a), 0);
      return { lost: [ofMembers, pressure.lossUsd(0)], cost: [costs, costOf(members.length)] };
    },
  };
}
