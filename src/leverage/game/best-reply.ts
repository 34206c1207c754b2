import type { Estimate, SplitEstimate } from "./estimate.ts";

/** A reply in the middle run and in the odd draws; USD bn a year. `null`: of nothing that is withheld is the market known. */
export interface WeighedReply {
  readonly technology: number | null;
  readonly harm: Estimate;
  readonly cost: Estimate | null;
  readonly net: Estimate | null;
}

/** Numbers of replies, in one order. */
export interface DrawnReplies {
  readonly technologies: readonly (number | null)[];
  /** Whether any part of the cost is known. */
  readonly isCosted: readonly boolean[];
  readonly harm: readonly SplitEstimate[];
  readonly cost: readonly SplitEstimate[];
  readonly net: readonly SplitEstimate[];
}

/**
 * Replies by net harm, largest first, then those of unknown cost by harm, without harmless ones, and the place of the best if it is known to
 * cost the others more than it costs who replies: by the medians of even draws, with the numbers of odd ones.
 */
export function rankedReplies({ technologies, isCosted, harm, cost, net }: DrawnReplies) {
  const order = [...technologies.keys()]
    .filter((i) => harm[i]!.choice > 0)
    .sort(
      (a, b) =>
        Number(isCosted[b]) - Number(isCosted[a]) ||
        (isCosted[a] ? net[b]!.choice - net[a]!.choice : 0) ||
        harm[b]!.choice - harm[a]!.choice,
    );
  const weighed = (i: number): WeighedReply => ({
    technology: technologies[i]!,
    harm: harm[i]!.shown,
    cost: isCosted[i] ? cost[i]!.shown : null,
    net: isCosted[i] ? net[i]!.shown : null,
  });
  const [first] = order;
  return { replies: order.map(weighed), best: first !== undefined && isCosted[first] && net[first]!.choice > 0 ? first : null };
}
