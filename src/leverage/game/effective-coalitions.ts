import { sizeOf } from "./shapley.ts";

/** The smallest set (bit mask) with harm above `threshold`; among equals the most harmful. `null` if none. O(2^n). */
export function smallestEffective(harm: Float64Array, members: number, threshold: number): number | null {
  let best: number | null = null;
  for (let mask = 0; mask < 2 ** members; mask++) {
    if (!(harm[mask]! > threshold)) continue;
    const [size, least] = [sizeOf(mask), best === null ? Number.POSITIVE_INFINITY : sizeOf(best)];
    if (size < least || (size === least && harm[mask]! > harm[best!]!)) best = mask;
  }
  return best;
}

/**
 * Pareto-optimal sets (bit masks) by harm and cost, cheapest first; of equals the smallest. Harmless sets and unknown costs (NaN) are left
 * out. O(2^n n).
 */
export function paretoCoalitions(harm: Float64Array, cost: Float64Array, members: number): readonly number[] {
  const masks = Array.from({ length: 2 ** members }, (_, mask) => mask).filter((mask) => harm[mask]! > 0 && !Number.isNaN(cost[mask]!));
  masks.sort((a, b) => cost[a]! - cost[b]! || harm[b]! - harm[a]! || sizeOf(a) - sizeOf(b) || a - b);
  let most = 0;
  return masks.filter((mask) => {
    if (harm[mask]! <= most) return false;
    most = harm[mask]!;
    return true;
  });
}
