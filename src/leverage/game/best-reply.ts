import type { Stop } from "../course/stop.ts";
import { reachAgainst } from "../reach.ts";
import { untraded } from "../target.ts";
import { banOf, createParts, type GameMap } from "./banned-stops.ts";
import type { GameQuestion } from "./coalition-game.ts";
import type { Estimate, SplitEstimate } from "./estimate.ts";
import { createPressure } from "./pressure.ts";

/** A reply in the middle run and in the odd draws; USD bn a year. */
export interface WeighedReply {
  readonly technology: number | null;
  readonly harm: Estimate;
  readonly cost: Estimate;
  readonly net: Estimate;
}

export interface ReplyQuestion extends Pick<GameQuestion, keyof GameMap | "target" | "months" | "parties"> {
  readonly senders: readonly string[];
}

/** The reply game: the target as sender, the senders as targets. Not shared between threads. */
export function createReplyGame({ model, technologies, target, senders, months, parties, traded = untraded }: ReplyQuestion) {
  const reach = senders.map((sender) => reachAgainst(model, sender));
  const imports = senders.map(traded);
  const parts = createParts(model, [target]);
  const held: number[] = [];
  const stops: Stop[] = [];
  for (const t of technologies) {
    const player = held.length;
    const own = reach
      .map((rules, k) => {
        const theirs = parts(rules, t, imports[k]!).map((part) => ({ ...part, sender: player }));
        return banOf(model, t, [k], theirs, "reply");
      })
      .filter(({ parts }) => parts.length > 0);
    if (own.length === 0) continue;
    held.push(t);
    stops.push(...own);
  }
  const players = { targets: senders, senders: [target], players: held.length, stops };
  const pressure = createPressure({ model, ...players, months, backfill: true, parties, traded });
  const all = [...held.keys()];
  return {
    pressure,
    start: pressure.start,
    /** Technologies that the target can withhold from any sender. */
    held,
    /**
     * Senders' loss, target's own cost and the difference of a reply, USD bn a year; the game must have been started.
     * @param technology that is withheld; `null`: all
     */
    value(technology: number | null) {
      const players = technology === null ? all : [held.indexOf(technology)];
      pressure.turn(players);
      const harm = senders.reduce((sum, _, k) => sum + pressure.lossUsd(k), 0);
      const cost = pressure.sales(0) + pressure.downstream(0);
      pressure.turn(players);
      return { technology, harm, cost, net: harm - cost };
    },
  };
}

/** Numbers of replies, in one order. */
export interface DrawnReplies {
  readonly technologies: readonly (number | null)[];
  readonly harm: readonly SplitEstimate[];
  readonly cost: readonly SplitEstimate[];
  readonly net: readonly SplitEstimate[];
}

/**
 * Replies by net harm, largest first, without harmless ones, and the place of the best if it costs the others more than it costs who
 * replies: by the medians of even draws, with the numbers of odd ones.
 */
export function rankedReplies({ technologies, harm, cost, net }: DrawnReplies) {
  const order = [...technologies.keys()]
    .filter((i) => harm[i]!.choice > 0)
    .sort((a, b) => net[b]!.choice - net[a]!.choice || harm[b]!.choice - harm[a]!.choice);
  const weighed = (i: number): WeighedReply => ({
    technology: technologies[i]!,
    harm: harm[i]!.shown,
    cost: cost[i]!.shown,
    net: net[i]!.shown,
  });
  const [first] = order;
  return { replies: order.map(weighed), best: first !== undefined && net[first]!.choice > 0 ? first : null };
}
