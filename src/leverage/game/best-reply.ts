import type { Stop } from "../course/stop.ts";
import type { Draw } from "../course/supply.ts";
import type { Inputs } from "../draw/inputs.ts";
import { reachAgainst } from "../reach.ts";
import { untraded } from "../traded.ts";
import { banOf, createParts, type GameMap } from "./banned-stops.ts";
import type { Estimate } from "./estimate.ts";
import { createPressure, type Pressure } from "./pressure.ts";

/** A possible reply: withholding one technology (index), or all (`null`). */
export interface ReplyOption {
  readonly technology: number | null;
  /** Senders' loss, target's own cost, and the difference: USD bn a year. */
  readonly harm: number;
  readonly cost: number;
  readonly net: number;
}

/** The reply game: the target as sender, the senders as targets. Not shared between threads. */
export interface ReplyGame {
  readonly pressure: Pressure;
  /** Technologies that the target can withhold from any sender. */
  readonly held: readonly number[];
  start(inputs: Inputs, draw: Draw | null): void;
  /** Evaluates a reply; the game must have been started. */
  value(technology: number | null): ReplyOption;
}

/** A reply in the middle run and in draws; USD bn a year. */
export interface WeighedReply {
  readonly technology: number | null;
  readonly harm: Estimate;
  readonly cost: Estimate;
  readonly net: Estimate;
}

export interface ReplyQuestion extends GameMap {
  readonly target: string;
  readonly senders: readonly string[];
  readonly months: number;
  readonly parties: readonly string[];
}

export function createReplyGame({ model, technologies, target, senders, months, parties, traded = untraded }: ReplyQuestion): ReplyGame {
  const reach = senders.map((sender) => reachAgainst(model, sender));
  const imports = senders.map(traded);
  const parts = createParts(model, [target]);
  const held: number[] = [];
  const stops: Stop[] = [];
  for (const t of technologies) {
    const player = held.length;
    const own = reach
      .map((rules, k) =>
        banOf(
          t,
          [k],
          parts(rules, t, imports[k]!).map((part) => ({ ...part, sender: player })),
        ),
      )
      .filter(({ parts }) => parts.length > 0);
    if (own.length === 0) continue;
    held.push(t);
    stops.push(...own);
  }
  const pressure = createPressure({
    model,
    targets: senders,
    senders: [target],
    players: held.length,
    stops,
    months,
    backfill: true,
    parties,
    traded,
  });
  const all = [...held.keys()];
  const value = (technology: number | null): ReplyOption => {
    const players = technology === null ? all : [held.indexOf(technology)];
    pressure.turn(players);
    const harm = senders.reduce((sum, _, k) => sum + pressure.lossUsd(k), 0);
    const cost = pressure.sales(0) + pressure.downstream(0);
    pressure.turn(players);
    return { technology, harm, cost, net: harm - cost };
  };
  return {
    pressure,
    held,
    start: (inputs, draw) => pressure.start(inputs, draw),
    value,
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
