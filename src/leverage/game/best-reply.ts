import type { Estimate, SplitEstimate } from "./estimate.ts";

/** A reply in the middle run and in the odd draws; USD bn a year. */
export interface WeighedReply {
  readonly technology: number | null;
  readonly harm: Estimate;
  readonly cost: Estimate;
  readonly net: Estimate;
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
