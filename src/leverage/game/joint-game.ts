import type { Stop } from "../course/stop.ts";
import type { Draw } from "../course/supply.ts";
import type { Inputs } from "../draw/inputs.ts";
import { reachAgainst } from "../reach.ts";
import { untraded } from "../target.ts";
import { banOf, createParts, type GameMap, type PartsOf } from "./banned-stops.ts";
import type { GameQuestion } from "./coalition-game.ts";
import { createPressure } from "./pressure.ts";

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

interface WithholdingQuestion extends Pick<GameQuestion, keyof GameMap | "months" | "parties"> {
  /** Who withhold together, and from whom. */
  readonly by: readonly string[];
  readonly on: readonly string[];
}

/** One side of a course: its senders and the targets that they withhold from, by index, with their codes. */
interface Side {
  readonly senders: readonly number[];
  readonly targets: readonly { readonly code: string; readonly index: number }[];
  /** What all senders of the course can stop. */
  readonly parts: PartsOf;
  /** Bans of one name leak together. */
  readonly act?: string;
  readonly firstPlayer: number;
}

/** Stops of all that a side can withhold, one player per technology. */
function technologyStops({ model, technologies, traded = untraded }: GameMap, side: Side) {
  const targets = side.targets.map(({ code, index }) => ({ index, reach: reachAgainst(model, code), imports: traded(code) }));
  const held: number[] = [];
  const stops: Stop[] = [];
  for (const t of technologies) {
    const player = side.firstPlayer + held.length;
    const own = targets
      .map(({ index, reach, imports }) => {
        const theirs = side.parts(reach, t, imports).filter(({ sender }) => side.senders.includes(sender));
        const parts = theirs.map((part) => ({ ...part, sender: player, owner: part.sender }));
        return banOf(model, t, [index], parts, side.act);
      })
      .filter(({ parts }) => parts.length > 0);
    if (own.length === 0) continue;
    held.push(t);
    stops.push(...own);
  }
  return { held, stops };
}

/** Some withhold from others, any one technology or all. Not shared between threads. */
export function createWithholdingGame({ by, on, ...question }: WithholdingQuestion, act?: string) {
  const { model, months, parties, traded = untraded } = question;
  const targets = on.map((code, index) => ({ code, index }));
  const side = { senders: [...by.keys()], targets, parts: createParts(model, by), firstPlayer: 0, ...(act === undefined ? {} : { act }) };
  const { held, stops } = technologyStops(question, side);
  const pressure = createPressure({
    model,
    targets: on,
    senders: by,
    players: held.length,
    stops,
    months,
    backfill: true,
    parties,
    traded,
  });
  return {
    start: pressure.start,
    /** Technologies that can be withheld from any of the others. */
    held,
    /**
     * Loss of the others, own cost and the difference, USD bn a year; the game must have been started.
     * @param technology that is withheld; `null`: all
     */
    value(technology: number | null) {
      pressure.show(technology === null ? [...held.keys()] : [held.indexOf(technology)]);
      const harm = on.reduce((sum, _, k) => sum + pressure.lossUsd(k), 0);
      const cost = by.reduce((sum, _, a) => sum + pressure.sales(a) + pressure.downstream(a), 0);
      return { technology, harm, cost, net: harm - cost };
    },
  };
}

/** The reply game: the target withholds from the senders. */
export const createReplyGame = (question: WithholdingQuestion) => createWithholdingGame(question, "reply");
