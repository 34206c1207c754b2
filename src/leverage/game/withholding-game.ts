import type { Stop } from "../course/stop.ts";
import { reachAgainst } from "../reach.ts";
import { untraded } from "../target.ts";
import { banOf, createParts, type GameMap, type PartsOf } from "./banned-stops.ts";
import type { GameQuestion } from "./coalition-game.ts";
import { createPressure } from "./pressure.ts";

export interface WithholdingQuestion extends Pick<GameQuestion, keyof GameMap | "months" | "parties"> {
  /** Who withhold together, and from whom. */
  readonly by: readonly string[];
  readonly on: readonly string[];
}

/** One side of a course: its senders and the targets that they withhold from, by index, with their codes. */
export interface Side {
  readonly senders: readonly number[];
  readonly targets: readonly { readonly code: string; readonly index: number }[];
  /** What all senders of the course can stop. */
  readonly parts: PartsOf;
  /** Bans of one name leak together. */
  readonly act?: string;
  readonly firstPlayer: number;
}

/** Stops of all that a side can withhold, one player per technology. */
export function technologyStops({ model, technologies, traded = untraded }: GameMap, side: Side) {
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
  const all = [...held.keys()];
  return {
    start: pressure.start,
    /** Technologies that can be withheld from any of the others. */
    held,
    /**
     * Loss of the others, own cost and the difference, USD bn a year; the game must have been started.
     * @param technology that is withheld; `null`: all
     */
    value(technology: number | null) {
      pressure.show(technology === null ? all : [held.indexOf(technology)]);
      const harm = on.reduce((sum, _, k) => sum + pressure.lossUsd(k), 0);
      const cost = by.reduce((sum, _, a) => sum + pressure.sales(a) + pressure.downstream(a), 0);
      return { technology, harm, cost, net: harm - cost };
    },
  };
}

/** The reply game: the target withholds from the senders. */
export const createReplyGame = (question: WithholdingQuestion) => createWithholdingGame(question, "reply");
