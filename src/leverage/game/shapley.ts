/**
 * Shapley's split of `v(N)` (*A value for n-person games*, 1953): what a member adds to those before it, averaged over all orders of joining;
 * `φ_i = Σ_S |S|! (n - 1 - |S|)! / n! (v(S ∪ i) - v(S))`. The split sums to `v(N) - v(∅)`; who adds nothing gets 0. O(n 2^n).
 *
 * @param values `v(S)` by bit mask of members
 * @param into one number a member, in the unit of `values`
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

/** Part of all orders in which exactly a given set of `s` members comes before a given one: `1 / (n C(n - 1, s))`. */
function orderWeights(members: number): Float64Array {
  const weight = new Float64Array(members + 1);
  let choices = 1;
  for (let s = 0; s < members; s++) {
    weight[s] = 1 / (members * choices);
    choices = (choices * (members - 1 - s)) / (s + 1);
  }
  return weight;
}

/** Members in a bit mask. */
export function sizeOf(mask: number): number {
  let size = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) size++;
  return size;
}
