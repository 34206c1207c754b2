import type { Stop } from "../course/stop.ts";
import { reachAgainst } from "../reach.ts";
import { untraded } from "../target.ts";
import { banOf, createParts, type GameMap } from "./banned-stops.ts";
import type { GameQuestion } from "./coalition-game.ts";
import type { Estimate } from "./estimate.ts";
import { createPressure } from "./pressure.ts";

/** A reply in the middle run and in draws; USD bn a year. */
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

/** Largest median net harm first; harmless replies are left out. */
export function rankedReplies(
  technologies: readonly (number | null)[],
  harm: readonly Estimate[],
  cost: readonly Estimate[],
  net: readonly Estimate[],
): readonly WeighedReply[] {
  const medianOf = ({ interval }: Estimate): number => interval[1];
  return technologies
    .map((technology, i): WeighedReply => ({ technology, harm: harm[i]!, cost: cost[i]!, net: net[i]! }))
    .filter((reply) => medianOf(reply.harm) > 0)
    .sort((a, b) => medianOf(b.net) - medianOf(a.net) || medianOf(b.harm) - medianOf(a.harm));
}
