/**
 * Shapley values of `v` (1953): `φ_i = Σ_S |S|! (n - 1 - |S|)! / n! (v(S ∪ i) - v(S))`. They sum to `v(N) - v(∅)`. O(n 2^n).
 *
 * @param values `v(S)` by bit mask of members
 * @param into one number per member, in the unit of `values`
 */
export function shapleySplit(values: Float64Array, members: number, into: Float64Array): void {
  const weight = orderWeights(members);
  into.fill(0, 0, members);
  for (let mask = 0; mask < 2 ** members; mask++) {
    const part = weight[sizeOf(mask)]!;
    const value = values[mask]!;
    for (let i = 0; i < members; i++) if ((mask & (1 << i)) === 0) into[i]! += part * (values[mask | (1 << i)]! - value);
  }
}

/** Share of orders in which exactly a given set of `s` members precedes a given one: `1 / (n C(n - 1, s))`. */
function orderWeights(members: number): Float64Array {
  const weight = new Float64Array(members + 1);
  let choices = 1;
  for (let s = 0; s < members; s++) {
    weight[s] = 1 / (members * choices);
    choices = (choices * (members - 1 - s)) / (s + 1);
  }
  return weight;
}

function sizeOf(mask: number): number {
  let size = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) size++;
  return size;
}

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
